import type { Database } from 'better-sqlite3';
import type { MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { NameIndex } from '../../../shared/analysis/matching/nameIndex';
import { NAMED_KINDS, type NamedKind } from '../../../shared/analysis/mentions/nearNames';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from '../queries/statements';
import { changesSince } from './changes';
import { namesOf, typeReading, type TypeReading } from './records';

/** Entities that are read before a sign of life is given. */
const STEP = 2000;
/** From so many names on that no longer hold, all is read anew. */
const MOST_STALE = 20_000;

/** All statements of an entity beside each other. */
const SAID = `SELECT e.n, e.type, s."values" FROM entity e CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n
  WHERE e.seq_retracted IS NULL AND s.seq_retracted IS NULL AND e.type IN (SELECT value FROM json_each(@types))`;
const ALL = `${SAID} ORDER BY e.n`;
const SOME = `${SAID} AND e.n IN (SELECT value FROM json_each(@keys)) ORDER BY e.n`;
const HEAD = 'SELECT coalesce(max(seq), 0) AS seq FROM journal';

interface Row { readonly n: number; readonly type: string; readonly values: string }

/** Names of one kind; whose each is, and what version of its bearer it is of. */
interface Shelf {
  index: NameIndex;
  readonly bearers: number[];
  readonly versions: number[];
}

/** Somebody whose name is like one that is sought. */
export interface Bearer {
  readonly n: number;
  /** How alike the names are, 0 to 1. */
  readonly score: number;
}

/**
 * The names of a case, kept ready to be searched for whatever spelling of them, and kept up with the journal: what changed since is read anew, the rest stays. Some
 * hundred bytes a name. Answers are remembered until the case changes.
 */
export class CaseNames {
  private shelves: ReadonlyMap<NamedKind, Shelf> = new Map();
  private readonly current = new Map<number, number>();
  private readonly answers = new Map<string, readonly Bearer[]>();
  private seq = -1;
  private stale = 0;

  constructor(private readonly db: Database, private readonly vocabulary: MatchVocabulary, private readonly pause: () => void = () => undefined) {}

  /** Brings all up to the journal's head; the first time this reads every name. */
  bringUp(catalogue: Catalogue): void {
    const { seq } = query<{ seq: number }>(this.db, HEAD).get({}) ?? { seq: 0 };
    if (seq === this.seq) return;
    this.answers.clear();
    const changes = this.seq >= 0 && seq > this.seq && this.stale <= MOST_STALE ? changesSince(this.db, catalogue, this.seq, seq, this.pause) : null;
    if (changes === null) this.readAll(catalogue);
    else {
      for (const n of [...changes.gone, ...changes.live]) {
        if (this.current.has(n)) this.stale += 1;
        this.current.set(n, (this.current.get(n) ?? 0) + 1);
      }
      for (const { n, kind, names } of this.read(catalogue, changes.live)) for (const name of names) this.shelve(kind, n, name);
    }
    this.seq = seq;
  }

  private shelve(kind: NamedKind, n: number, name: string): void {
    const shelf = this.shelves.get(kind);
    if (shelf === undefined) return;
    shelf.index.add(name);
    shelf.bearers.push(n);
    shelf.versions.push(this.current.get(n) ?? 0);
  }

  private readAll(catalogue: Catalogue): void {
    this.current.clear();
    this.stale = 0;
    const names = new Map<NamedKind, { readonly names: string[]; readonly bearers: number[] }>(NAMED_KINDS.map((kind) => [kind, { names: [], bearers: [] }]));
    for (const each of this.read(catalogue, null)) {
      const shelf = names.get(each.kind);
      this.current.set(each.n, 0);
      for (const name of each.names) {
        shelf?.names.push(name);
        shelf?.bearers.push(each.n);
      }
    }
    this.shelves = new Map(NAMED_KINDS.map((kind): [NamedKind, Shelf] => {
      const { names: all, bearers } = names.get(kind) ?? { names: [], bearers: [] };
      this.pause();
      return [kind, { index: NameIndex.of(all, this.vocabulary.names[kind]), bearers, versions: bearers.map(() => 0) }];
    }));
  }

  private *read(catalogue: Catalogue, keys: readonly number[] | null): Generator<{ readonly n: number; readonly kind: NamedKind; readonly names: readonly string[] }> {
    const readings = new Map(catalogue.entityTypes.flatMap((type): [string, TypeReading & { readonly kind: NamedKind }][] => {
      const kind = NAMED_KINDS.find((each) => each === type.matchAs);
      return kind === undefined ? [] : [[type.id, { ...typeReading(type, kind), kind }]];
    }));
    const types = JSON.stringify([...readings.keys()]);
    const rows = keys === null ? query<Row>(this.db, ALL).iterate({ types }) : query<Row>(this.db, SOME).iterate({ types, keys: JSON.stringify(keys) });
    let at: Row | null = null;
    let said: Values[] = [];
    let read = 0;
    const named = function* (row: Row | null): Generator<{ readonly n: number; readonly kind: NamedKind; readonly names: readonly string[] }> {
      const reading = row === null ? undefined : readings.get(row.type);
      if (row !== null && reading !== undefined) yield { n: row.n, kind: reading.kind, names: namesOf(reading, said) };
    };
    for (const row of rows) {
      if (row.n !== at?.n) {
        yield* named(at);
        said = [];
        read += 1;
        if (read % STEP === 0) this.pause();
      }
      at = row;
      said.push(JSON.parse(row.values) as Values);
    }
    yield* named(at);
  }

  /** Those whose name is at least so much like this one, the likest first, each once. */
  like(name: string, kind: NamedKind, least: number, most: number): readonly Bearer[] {
    const key = `${kind} ${least} ${name}`;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const shelf = this.shelves.get(kind);
    const found = new Map<number, number>();
    if (shelf !== undefined && shelf.index.size > 0) {
      for (const { name: at, score } of shelf.index.search(this.vocabulary.names[kind].read(name), 4 * most, least)) {
        const n = shelf.bearers[at];
        if (n === undefined || shelf.versions[at] !== this.current.get(n)) continue;
        if (score > (found.get(n) ?? 0)) found.set(n, score);
      }
    }
    const bearers = [...found].map(([n, score]) => ({ n, score })).sort((a, b) => b.score - a.score || a.n - b.n).slice(0, most);
    this.answers.set(key, bearers);
    return bearers;
  }
}

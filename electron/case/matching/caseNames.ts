import type { Database } from 'better-sqlite3';
import type { MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { NameIndex as LikeIndex } from '../../../shared/analysis/matching/nameIndex';
import type { NameMention } from '../../../shared/analysis/mentions/mention';
import { findNames, NameIndex } from '../../../shared/analysis/mentions/names';
import { NAMED_KINDS, type NamedKind } from '../../../shared/analysis/mentions/nearNames';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from '../queries/statements';
import { touchedSince } from './changes';
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

/** One name of one entity; it holds as long as the entity has this version. */
interface Entry {
  readonly name: string;
  readonly n: number;
  readonly version: number;
  /** Null: found as it is written, and not in other spellings. */
  readonly kind: NamedKind | null;
}

/** Names of one kind for finding what is like them, and the place of each among the entries. */
interface Shelf {
  readonly index: LikeIndex;
  readonly entries: number[];
}

/** Somebody whose name is like one that is sought. */
export interface Bearer {
  readonly n: number;
  /** How alike the names are, 0 to 1. */
  readonly score: number;
}

/** Types that have names, each with how these are read. */
function namedTypes(catalogue: Catalogue): ReadonlyMap<string, { readonly reading: TypeReading; readonly kind: NamedKind | null }> {
  return new Map(catalogue.entityTypes.flatMap((type) => {
    const reading = typeReading(type, type.matchAs ?? 'company');
    if (!reading.byRole.has('name') && reading.parts.length === 0) return [];
    return [[type.id, { reading, kind: NAMED_KINDS.find((each) => each === type.matchAs) ?? null }]];
  }));
}

/**
 * The names of a case, kept ready to be found in texts as they are written and in other spellings, and kept up with the journal: what changed since is read anew, the
 * rest stays. Some hundred bytes a name. Answers are remembered until the case changes.
 */
export class CaseNames {
  private entries: Entry[] = [];
  private exact = new NameIndex([]);
  /** Laid out when somebody first asks for what is like a name. */
  private shelves: ReadonlyMap<NamedKind, Shelf> | null = null;
  private readonly versions = new Map<number, number>();
  private readonly answers = new Map<string, readonly Bearer[]>();
  private readonly types = new Map<number, string>();
  private seq = -1;
  private stale = 0;

  constructor(private readonly db: Database, private readonly pause: () => void = () => undefined) {}

  /** All names were read once; until then finding anything takes as long as that. */
  get ready(): boolean {
    return this.seq >= 0;
  }

  /** Brings all up to the journal's head; the first time this reads every name. */
  bringUp(catalogue: Catalogue): void {
    const { seq } = query<{ seq: number }>(this.db, HEAD).get({}) ?? { seq: 0 };
    if (seq === this.seq) return;
    this.answers.clear();
    const touched = this.seq >= 0 && seq > this.seq && this.stale <= MOST_STALE ? touchedSince(this.db, this.seq, seq, this.pause) : null;
    if (touched === null) {
      this.entries = [];
      this.exact = new NameIndex([]);
      this.shelves = null;
      this.versions.clear();
      this.types.clear();
      this.stale = 0;
    } else {
      for (const n of touched) {
        if (this.types.has(n)) this.stale += 1;
        this.versions.set(n, (this.versions.get(n) ?? 0) + 1);
      }
    }
    for (const { n, type, kind, names } of this.read(catalogue, touched === null ? null : [...touched])) {
      this.types.set(n, type);
      for (const name of names) this.enter({ name, n, kind, version: this.versions.get(n) ?? 0 });
    }
    this.seq = seq;
  }

  private enter(entry: Entry): void {
    const at = this.entries.push(entry) - 1;
    this.exact.enter({ bearer: at, name: entry.name });
    const shelf = entry.kind === null ? undefined : this.shelves?.get(entry.kind);
    if (shelf === undefined) return;
    shelf.index.add(entry.name);
    shelf.entries.push(at);
  }

  private *read(catalogue: Catalogue, keys: readonly number[] | null): Generator<{ readonly n: number; readonly type: string; readonly kind: NamedKind | null; readonly names: readonly string[] }> {
    const readings = namedTypes(catalogue);
    const types = JSON.stringify([...readings.keys()]);
    const rows = keys === null ? query<Row>(this.db, ALL).iterate({ types }) : query<Row>(this.db, SOME).iterate({ types, keys: JSON.stringify(keys) });
    let at: Row | null = null;
    let said: Values[] = [];
    let read = 0;
    const named = function* (row: Row | null): ReturnType<CaseNames['read']> {
      const found = row === null ? undefined : readings.get(row.type);
      if (row !== null && found !== undefined) yield { n: row.n, type: row.type, kind: found.kind, names: namesOf(found.reading, said) };
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

  /** The entity whose name an entry still is; null where it has changed since. */
  private bearerOf(at: number | undefined): number | null {
    const entry = at === undefined ? undefined : this.entries[at];
    return entry === undefined || entry.version !== (this.versions.get(entry.n) ?? 0) ? null : entry.n;
  }

  /** Type of an entity that bears a name. */
  typeOf(n: number): string | undefined {
    return this.types.get(n);
  }

  /** Names of the case that stand in a text as they are written, with who bears them. */
  findIn(text: string): readonly NameMention[] {
    return findNames(text, this.exact).flatMap((found) => {
      const bearers = [...new Set(found.bearers.flatMap((at) => this.bearerOf(at) ?? []))];
      return bearers.length === 0 ? [] : [{ ...found, bearers }];
    });
  }

  private laidOut({ names }: MatchVocabulary): ReadonlyMap<NamedKind, Shelf> {
    return (this.shelves ??= new Map(NAMED_KINDS.map((kind): [NamedKind, Shelf] => {
      this.pause();
      const entries = this.entries.flatMap((entry, at) => (entry.kind === kind ? [at] : []));
      return [kind, { index: LikeIndex.of(entries.map((at) => this.entries[at]?.name ?? ''), names[kind]), entries }];
    })));
  }

  /** Those whose name is at least so much like this one, the likest first, each once. */
  like(name: string, kind: NamedKind, vocabulary: MatchVocabulary, least: number, most: number): readonly Bearer[] {
    const key = `${kind} ${least} ${name}`;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const shelf = this.laidOut(vocabulary).get(kind);
    const found = new Map<number, number>();
    if (shelf !== undefined && shelf.index.size > 0) {
      for (const { name: at, score } of shelf.index.search(vocabulary.names[kind].read(name), 4 * most, least)) {
        const n = this.bearerOf(shelf.entries[at]);
        if (n !== null && score > (found.get(n) ?? 0)) found.set(n, score);
      }
    }
    const bearers = [...found].map(([n, score]) => ({ n, score })).sort((a, b) => b.score - a.score || a.n - b.n).slice(0, most);
    this.answers.set(key, bearers);
    return bearers;
  }
}

import type { Database } from 'better-sqlite3';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { Batch } from '../db/batch';
import { identifiersOf } from '../db/identifiers';
import type { Ranges } from '../journal';

/** Short keys of a table here and in the case that is built. */
export class Places {
  private static readonly WANTED = -1;
  private readonly here: Int32Array;

  /** `last`: highest key here. `wanted`: keys of the rows that go. */
  constructor(last: number, wanted: readonly number[] = []) {
    this.here = new Int32Array(last + 1);
    for (const n of wanted) this.here[n] = Places.WANTED;
  }

  wants(n: number): boolean {
    return this.here[n] === Places.WANTED;
  }

  put(n: number, there: number): void {
    this.here[n] = there;
  }

  /** The key there; 0 when the row does not go. */
  of(n: number): number {
    return Math.max(0, this.here[n] ?? 0);
  }

  /** All keys there, in the order of those here. */
  all(): number[] {
    return [...this.here].filter((there) => there > 0);
  }
}

interface StatementRow {
  readonly n: number;
  readonly id: string;
  readonly kind: 'entity' | 'link';
  readonly subject: number;
  readonly source: number;
  readonly row: number | null;
  readonly locator: string;
  readonly values: string;
  readonly grading: string | null;
  readonly handling: string;
  readonly basis: string;
}

const STATEMENTS = 'SELECT n, id, subject_kind AS kind, subject, source, row, locator, "values", grading, handling, basis FROM statement WHERE seq_retracted IS NULL ORDER BY id';

interface Going {
  /** Statements that go, by their short key here. */
  readonly said: Ranges;
  readonly sources: Places;
  readonly entities: Places;
  readonly links: Places;
  readonly seq: number;
}

/** Writes what is said, word for word as it stands here, in the order of the ids, and by which identifiers entities are found. All that it refers to must be written. */
export function addStatements(from: Database, into: Database, catalogue: Catalogue, { said, sources, entities, links, seq }: Going, onEach: () => void): void {
  const goes = new Uint8Array((said.at(-1)?.[1] ?? 0) + 1);
  for (const [first, last] of said) goes.fill(1, first, last + 1);
  const types = new Map<number, string>();
  const typeOf = into.prepare<[number], string>('SELECT type FROM entity WHERE n = ?').pluck();
  const statement = new Batch(into, 'INSERT', 'statement', ['n', 'id', 'subject_kind', 'subject', 'source', 'row', 'locator', 'values', 'grading', 'handling', 'basis'], { fixed: { seq_added: seq } });
  const identifier = new Batch(into, 'INSERT OR IGNORE', 'identifier', ['kind', 'value', 'entity', 'statement'], { after: [statement] });
  const found = new Set<string>();
  let n = 0;
  for (const row of from.prepare<[], StatementRow>(STATEMENTS).iterate()) {
    if (goes[row.n] !== 1) continue;
    const subject = (row.kind === 'entity' ? entities : links).of(row.subject);
    // A statement goes only with what it is about: a link whose end stays behind is not there.
    if (subject === 0) continue;
    n += 1;
    statement.add(n, row.id, row.kind, subject, sources.of(row.source), row.row, row.locator, row.values, row.grading, row.handling, row.basis);
    if (row.kind === 'entity') {
      let type = types.get(subject);
      if (type === undefined) types.set(subject, (type = typeOf.get(subject) ?? ''));
      for (const { kind, value } of identifiersOf(catalogue, type, JSON.parse(row.values) as Values)) {
        const mark = `${kind}\u0000${value}\u0000${subject}`;
        if (found.has(mark)) continue;
        found.add(mark);
        identifier.add(kind, value, subject, n);
      }
    }
    onEach();
  }
  statement.flush();
  identifier.flush();
}

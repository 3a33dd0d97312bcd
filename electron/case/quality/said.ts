import type { Database } from 'better-sqlite3';
import type { Values } from '../../../shared/model/records';
import type { StoredValue } from '../../../shared/values/kind';

/** Different values of one property that are kept of one entity: sources repeat each other by the thousand. */
const MOST_VALUES = 60;

/** A value with the live statements that say it, by short key. */
export interface SaidValue {
  readonly value: StoredValue;
  readonly statements: number[];
}

/** A live entity with all that is said of it, by property. */
export interface SaidEntity {
  readonly n: number;
  readonly type: string;
  readonly category: string;
  readonly contradicts: boolean;
  readonly said: ReadonlyMap<string, readonly SaidValue[]>;
}

interface Row {
  readonly statement: number;
  readonly n: number;
  readonly type: string;
  readonly category: string;
  readonly contradicts: number;
  readonly values: string;
}

/** Entities whose statements are read in one go, so that a cancel is heard. */
const SPAN = 5000;

const ROWS = `SELECT s.n AS statement, e.n, e.type, e.category, e.contradicts, s."values" FROM entity e CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n
  WHERE e.n BETWEEN ? AND ? AND e.seq_retracted IS NULL AND s.seq_retracted IS NULL ORDER BY e.n, s.n`;

class Gathering {
  private readonly said = new Map<string, SaidValue[]>();

  constructor(private readonly row: Row) {}

  get n(): number {
    return this.row.n;
  }

  add({ statement, values }: Row): void {
    for (const [property, list] of Object.entries(JSON.parse(values) as Values)) {
      let known = this.said.get(property);
      if (known === undefined) this.said.set(property, (known = []));
      for (const value of list) {
        const same = known.find((each) => each.value.v === value.v && each.value.raw === value.raw);
        if (same !== undefined) same.statements.push(statement);
        else if (known.length < MOST_VALUES) known.push({ value, statements: [statement] });
      }
    }
  }

  entity(): SaidEntity {
    const { n, type, category, contradicts } = this.row;
    return { n, type, category, contradicts: contradicts !== 0, said: this.said };
  }
}

/** Walks all live entities of which something is said, one after another. `step` is called now and then with how many of how many were walked, and may throw to give up. */
export function* saidEntities(db: Database, step: (done: number, total: number) => void): Generator<SaidEntity> {
  const last = db.prepare<[], number>('SELECT coalesce(max(n), 0) FROM entity').pluck().get() ?? 0;
  const rows = db.prepare<[number, number], Row>(ROWS);
  for (let from = 1; from <= last; from += SPAN) {
    step(from, last);
    let gathering: Gathering | null = null;
    for (const row of rows.iterate(from, from + SPAN - 1)) {
      if (gathering !== null && gathering.n !== row.n) {
        yield gathering.entity();
        gathering = null;
      }
      gathering ??= new Gathering(row);
      gathering.add(row);
    }
    if (gathering !== null) yield gathering.entity();
  }
}

import type { Database, Statement } from 'better-sqlite3';

/** Rows per INSERT: measured to load rows twice as fast as one by one, with nothing to gain beyond. */
const ROWS = 100;

export type Cell = string | number | Buffer | null;

export interface BatchOptions {
  /** Batches of rows that these rows refer to: written first. */
  readonly after?: readonly Batch[];
  /** Columns that are the same in all rows: handed over once per INSERT, since handing over costs as much as writing. */
  readonly fixed?: Readonly<Record<string, Cell>>;
}

/** Rows on their way into one table, written a hundred at a time. */
export class Batch {
  private readonly db: Database;
  private readonly head: string;
  private readonly row: string;
  private readonly width: number;
  private readonly after: readonly Batch[];
  private readonly fixed: Readonly<Record<string, Cell>> | null;
  /** Prepared by their number of rows: what others refer to goes in before it has come to a hundred. */
  private readonly prepared = new Map<number, Statement>();
  private readonly waiting: Cell[];
  private filled = 0;

  /** `verb` is "INSERT" or "INSERT OR IGNORE". */
  constructor(db: Database, verb: string, table: string, columns: readonly string[], { after = [], fixed = {} }: BatchOptions = {}) {
    const same = Object.keys(fixed);
    this.db = db;
    this.width = columns.length;
    this.after = after;
    this.fixed = same.length === 0 ? null : fixed;
    this.head = `${verb} INTO ${table} (${[...columns, ...same].map((column) => `"${column}"`).join(', ')}) VALUES `;
    this.row = `(${[...columns.map(() => '?'), ...same.map((column) => `@${column}`)].join(',')})`;
    this.waiting = Array.from<Cell>({ length: ROWS * columns.length }).fill(null);
  }

  private insert(rows: number): Statement {
    let statement = this.prepared.get(rows);
    if (statement === undefined) this.prepared.set(rows, (statement = this.db.prepare(this.head + Array.from({ length: rows }, () => this.row).join(','))));
    return statement;
  }

  /** One row: the cells of the columns that are not fixed, in their order. */
  add(...cells: readonly Cell[]): void {
    for (let at = 0; at < this.width; at += 1) this.waiting[this.filled + at] = cells[at] ?? null;
    this.filled += this.width;
    if (this.filled === this.waiting.length) this.flush();
  }

  flush(): void {
    if (this.filled === 0) return;
    for (const batch of this.after) batch.flush();
    const whole = this.filled === this.waiting.length;
    const statement = this.insert(this.filled / this.width);
    const cells = whole ? this.waiting : this.waiting.slice(0, this.filled);
    if (this.fixed === null) statement.run(...cells);
    else statement.run(...cells, this.fixed);
    this.filled = 0;
  }
}

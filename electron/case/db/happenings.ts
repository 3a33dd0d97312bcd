import type { Database, Statement } from 'better-sqlite3';
import type { Strength } from '../../../shared/model/strength';
import type { Cell } from './batch';
import type { LinkColumns } from './linkColumns';

/** Rows per INSERT, as Batch has them. */
const ROWS = 100;
/** Kinds of happenings whose rows wait at once; a file that grades each row its own way must not fill memory with half-empty ones. */
const KINDS = 64;

/** Short keys of one table, given out in rising order. */
export interface ShortKeys {
  readonly last: number;
  /** Gives out the next `count`. */
  take(count: number): void;
}

/** What the rows of one kind have in common: handed over once per hundred, since handing over costs as much as writing. */
interface Common {
  readonly type: string;
  readonly strength: Strength;
  readonly linkGrading: string;
  readonly linkHandling: string;
  readonly grading: string | null;
  readonly handling: string;
  /** Which of start, end and amount the rows have: 1, 2 and 4. */
  readonly filled: number;
}

interface Kind extends Common {
  /** Room for a hundred rows, filled from the front. */
  readonly links: Cell[];
  readonly statements: Cell[];
  linkCells: number;
  rows: number;
}

/** Prepared for one number of rows and one set of columns. */
interface Inserts {
  readonly link: Statement;
  readonly statement: Statement;
}

const SPAN = ['start', 'end', 'amount'] as const;
const room = (width: number): Cell[] => Array.from<Cell>({ length: ROWS * width }).fill(null);
const spanColumns = (filled: number): string[] => SPAN.filter((_, at) => (filled & (1 << at)) !== 0);

/**
 * Links of which one row of one source tells all there is: calls, payments, sightings. Such a link and its statement lie beside each other, so
 * their keys need not be handed over: SQLite counts them on itself, which spares it a search for each.
 */
export class Happenings {
  private readonly kinds = new Map<string, Kind>();
  private readonly prepared = new Map<number, Inserts>();
  private recent: Kind | null = null;

  /** `before` writes all rows that wait elsewhere for these two tables, and all that these rows refer to. */
  constructor(
    private readonly db: Database,
    private readonly keys: { readonly link: ShortKeys; readonly statement: ShortKeys },
    private readonly same: { readonly source: number; readonly locator: string; readonly seq: number },
    private readonly before: () => void,
  ) {}

  /** `columns.sources` must be 1. `values` and `grading` are JSON; an empty handling is the source's. */
  add(type: string, from: number, to: number, columns: LinkColumns, ids: { readonly link: string; readonly statement: string }, row: number, values: string, grading: string | null, handling: string): void {
    const { start, end, amount } = columns;
    const kind = this.kindOf(type, columns, (start === null ? 0 : 1) | (end === null ? 0 : 2) | (amount === null ? 0 : 4), grading, handling);
    const { links, statements, rows } = kind;
    let at = kind.linkCells;
    links[at++] = ids.link;
    links[at++] = from;
    links[at++] = to;
    if (start !== null) links[at++] = start;
    if (end !== null) links[at++] = end;
    if (amount !== null) links[at++] = amount;
    kind.linkCells = at;
    statements[rows * 3] = ids.statement;
    statements[rows * 3 + 1] = row;
    statements[rows * 3 + 2] = values;
    kind.rows += 1;
    if (kind.rows === ROWS) this.write(kind);
  }

  private kindOf(type: string, columns: LinkColumns, filled: number, grading: string | null, handling: string): Kind {
    const { recent } = this;
    const { strength, grading: linkGrading, handling: linkHandling } = columns;
    if (recent !== null && recent.type === type && recent.filled === filled && recent.strength === strength && recent.linkGrading === linkGrading && recent.linkHandling === linkHandling && recent.grading === grading && recent.handling === handling) return recent;
    const common: Common = { type, strength, linkGrading, linkHandling, grading, handling, filled };
    const key = JSON.stringify(Object.values(common));
    let kind = this.kinds.get(key);
    if (kind === undefined) {
      if (this.kinds.size >= KINDS) {
        this.flush();
        this.kinds.clear();
      }
      this.kinds.set(key, (kind = { ...common, links: room(3 + spanColumns(filled).length), statements: room(3), linkCells: 0, rows: 0 }));
    }
    this.recent = kind;
    return kind;
  }

  private inserts(rows: number, filled: number): Inserts {
    const key = rows * 8 + filled;
    let found = this.prepared.get(key);
    if (found === undefined) {
      const span = spanColumns(filled);
      const repeated = (row: (at: number) => string): string => Array.from({ length: rows }, (_, at) => row(at)).join(',');
      found = {
        link: this.db.prepare(`INSERT INTO link (id, type, from_n, to_n, ${span.map((column) => `"${column}", `).join('')}sources, strength, grading, handling, seq_added) VALUES ${repeated(() => `(?, @type, ?, ?, ${'?, '.repeat(span.length)}1, @strength, @grading, @handling, @seq)`)}`),
        statement: this.db.prepare(`INSERT INTO statement (id, subject_kind, subject, source, row, locator, "values", grading, handling, seq_added) VALUES ${repeated((at) => `(?, 'link', @first + ${at}, @source, ?, @locator, ?, @grading, @handling, @seq)`)}`),
      };
      this.prepared.set(key, found);
    }
    return found;
  }

  private write(kind: Kind): void {
    this.before();
    const { links, statements, rows, type, strength, linkGrading, linkHandling, grading, handling } = kind;
    const { link, statement } = this.inserts(rows, kind.filled);
    const { source, locator, seq } = this.same;
    const first = this.keys.link.last + 1;
    this.keys.link.take(rows);
    this.keys.statement.take(rows);
    const whole = rows === ROWS;
    const linked = link.run(...(whole ? links : links.slice(0, kind.linkCells)), { type, strength, grading: linkGrading, handling: linkHandling, seq });
    const stated = statement.run(...(whole ? statements : statements.slice(0, rows * 3)), { first, source, locator, grading, handling, seq });
    // Should a key ever not be the expected one, a statement would speak of another link: rather no import at all.
    if (linked.lastInsertRowid !== this.keys.link.last || stated.lastInsertRowid !== this.keys.statement.last) throw new Error('short keys are out of step');
    kind.linkCells = 0;
    kind.rows = 0;
  }

  /** Writes what is still waiting. */
  flush(): void {
    for (const kind of this.kinds.values()) if (kind.rows > 0) this.write(kind);
  }
}

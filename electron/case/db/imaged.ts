import type { Database, Statement } from 'better-sqlite3';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import type { SourceEvaluation } from '../../../shared/model/evaluationChange';
import type { ImagedTable } from '../../../shared/model/patch';
import { storedGrading, storedHandling } from '../queries/stored';
import type { Cell } from './batch';

type Stored = Readonly<Record<string, Cell>>;

/** How the records of one table that is changed in place lie in its columns. */
interface Shape {
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly read: (row: Stored) => unknown;
  readonly write: (record: Record<string, unknown>) => Stored;
}

const pick = (record: Record<string, unknown>, columns: readonly string[]): Record<string, Cell> => Object.fromEntries(columns.map((column) => [column, record[column] as Cell]));

/** Columns as the record's members, some of them JSON, some of them 0 or 1. */
function plain(key: readonly string[], columns: readonly string[], jsons: readonly string[] = [], flags: readonly string[] = []): Shape {
  return {
    key,
    columns,
    read: (row) => ({
      ...row,
      ...Object.fromEntries(jsons.map((column) => [column, JSON.parse(String(row[column])) as unknown])),
      ...Object.fromEntries(flags.map((column) => [column, row[column] === 1])),
    }),
    write: (record) => ({
      ...pick(record, columns),
      ...Object.fromEntries(jsons.map((column) => [column, canonicalJson(record[column])])),
      ...Object.fromEntries(flags.map((column) => [column, record[column] === true ? 1 : 0])),
    }),
  };
}

/** With one more column of JSON; a record without it has no such member. */
function withOptional(column: string, shape: Shape): Shape {
  return {
    key: shape.key,
    columns: [...shape.columns, column],
    read: ({ [column]: cell, ...row }) => ({ ...(shape.read(row) as object), ...(cell === null || cell === undefined ? {} : { [column]: JSON.parse(String(cell)) as unknown }) }),
    write: (record) => ({ ...shape.write(record), [column]: record[column] === undefined ? null : canonicalJson(record[column]) }),
  };
}

/** The whole record as JSON in `content`, beside its key and columns that are searched by. */
function whole(key: string, beside: readonly string[] = []): Shape {
  return {
    key: [key],
    columns: [key, ...beside, 'content'],
    read: (row) => JSON.parse(String(row['content'])) as unknown,
    write: (record) => ({ ...pick(record, [key, ...beside]), content: canonicalJson(record) }),
  };
}

const gradingCell = (grading: unknown): Cell => (grading === null ? null : canonicalJson(grading));
const handlingCell = (handling: unknown): Cell => (Array.isArray(handling) && handling.length > 0 ? canonicalJson(handling) : '');

/** Evaluation columns are those of `source`, which triggers keep equal: NULL and '' for none. */
function sourceEvaluation(): Shape {
  const read = (grading: Cell | undefined, handling: Cell | undefined): SourceEvaluation['cameWith'] => ({ grading: storedGrading(grading as string | null), handling: storedHandling(String(handling)) });
  return {
    key: ['source'],
    columns: ['source', 'grading', 'handling', 'came_grading', 'came_handling'],
    read: (row): SourceEvaluation => ({ source: String(row['source']), ...read(row['grading'], row['handling']), cameWith: read(row['came_grading'], row['came_handling']) }),
    write: (record) => {
      const { cameWith } = record as unknown as SourceEvaluation;
      return { source: record['source'] as Cell, grading: gradingCell(record['grading']), handling: handlingCell(record['handling']), came_grading: gradingCell(cameWith.grading), came_handling: handlingCell(cameWith.handling) };
    },
  };
}

const SHAPES: Readonly<Record<ImagedTable, Shape>> = {
  chart: withOptional('options', plain(['id'], ['id', 'name', 'position'])),
  chart_item: withOptional('style', plain(['chart', 'subject'], ['chart', 'subject', 'kind', 'x', 'y', 'pinned', 'hidden'], [], ['pinned', 'hidden'])),
  chart_group: withOptional('style', plain(['id'], ['id', 'chart', 'name', 'members', 'collapsed'], ['members'], ['collapsed'])),
  annotation: withOptional('style', plain(['id'], ['id', 'chart', 'kind', 'x', 'y', 'width', 'height', 'text'])),
  snapshot: withOptional('drawing', plain(['id'], ['id', 'chart', 'name', 'seq', 'items', 'note'], ['items'])),
  presentation: whole('id'),
  briefing: whole('id'),
  recipient: whole('id'),
  release: whole('id'),
  recipe: whole('id', ['fingerprint']),
  setting: plain(['key'], ['key', 'content'], ['content']),
  user_type: plain(['id'], ['id', 'use', 'content'], ['content']),
  taken_bundle: whole('id', ['signingKey']),
  user_scheme: whole('id'),
  source_evaluation: sourceEvaluation(),
  source_review: plain(['source'], ['source', 'due', 'reason']),
  evaluation_change: whole('id'),
  watch_list: whole('id'),
  watch_verdict: whole('id'),
};

const keyOf = (key: string): Cell[] => JSON.parse(key) as Cell[];

/** Reads and writes records of the tables that are changed in place; JSON is kept in canonical form, so that undoing and redoing leaves the same bytes. `key` is the primary key as a JSON array, as in an Image. */
export class ImagedRows {
  private readonly db: Database;
  /** Prepared once each: a layout writes thousands of items in one go. */
  private readonly prepared = new Map<string, Statement<Cell[], Stored>>();

  constructor(db: Database) {
    this.db = db;
  }

  private ask(sql: string): Statement<Cell[], Stored> {
    let statement = this.prepared.get(sql);
    if (!statement) this.prepared.set(sql, (statement = this.db.prepare<Cell[], Stored>(sql)));
    return statement;
  }

  /** The record, or null where there is none. */
  read(table: ImagedTable, key: string): unknown {
    const shape = SHAPES[table];
    const where = shape.key.map((column) => `"${column}" = ?`).join(' AND ');
    const row = this.ask(`SELECT ${shape.columns.map((column) => `"${column}"`).join(', ')} FROM ${table} WHERE ${where}`).get(...keyOf(key));
    return row ? shape.read(row) : null;
  }

  /** All records where the columns have these values, in the order of the primary key. */
  list(table: ImagedTable, where: Readonly<Record<string, Cell>> = {}): unknown[] {
    const shape = SHAPES[table];
    const columns = Object.keys(where);
    const filter = columns.length === 0 ? '' : ` WHERE ${columns.map((column) => `"${column}" = ?`).join(' AND ')}`;
    const order = shape.key.map((column) => `"${column}"`).join(', ');
    const rows = this.ask(`SELECT ${shape.columns.map((column) => `"${column}"`).join(', ')} FROM ${table}${filter} ORDER BY ${order}`).all(...Object.values(where));
    return rows.map(shape.read);
  }

  /** Writes the record, or takes the row away when it is null. */
  write(table: ImagedTable, key: string, record: unknown): void {
    const shape = SHAPES[table];
    if (record === null) {
      const where = shape.key.map((column) => `"${column}" = ?`).join(' AND ');
      this.ask(`DELETE FROM ${table} WHERE ${where}`).run(...keyOf(key));
      return;
    }
    const row = shape.write(record as Record<string, unknown>);
    const columns = shape.columns.map((column) => `"${column}"`).join(', ');
    this.ask(`INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${shape.columns.map(() => '?').join(', ')})`).run(...shape.columns.map((column) => row[column] ?? null));
  }
}

import type { Database } from 'better-sqlite3';
import type { RetractedRows } from '../journal';

/** Entities and links whose materialised columns may have changed, by short key. */
export interface Touched {
  readonly entities: readonly number[];
  readonly links: readonly number[];
}

/**
 * What a step touched: its own rows, those that it retracted, the subjects of its statements and the ends of its links.
 * The same set holds for doing, undoing and redoing it. `retract` is only needed once the step has been undone, when its
 * retracted rows no longer carry its number.
 */
export function touchedBy(db: Database, seq: number, retract: RetractedRows = {}): Touched {
  const rows = (table: 'entity' | 'link' | 'statement', columns: string): string =>
    `SELECT ${columns} FROM ${table} WHERE seq_added = @seq
     UNION SELECT ${columns} FROM ${table} WHERE seq_retracted = @seq
     UNION SELECT ${columns} FROM json_each(@retract, '$.${table}') run CROSS JOIN ${table} WHERE n BETWEEN run.value ->> 0 AND run.value ->> 1`;
  const given = { seq, retract: JSON.stringify(retract) };
  const keys = (sql: string): number[] => db.prepare<typeof given, number>(sql).pluck().all(given);
  // The plus keeps SQLite from searching by kind, which reads every statement of the case once for each run.
  const links = keys(`SELECT n FROM (${rows('link', 'n')}) UNION SELECT subject FROM (${rows('statement', 'subject, subject_kind')}) WHERE +subject_kind = 'link'`);
  const entities = new Set(keys(`SELECT n FROM (${rows('entity', 'n')}) UNION SELECT subject FROM (${rows('statement', 'subject, subject_kind')}) WHERE +subject_kind = 'entity'`));
  const ends = db.prepare<[string], { from_n: number; to_n: number }>('SELECT DISTINCT from_n, to_n FROM link WHERE n IN (SELECT value FROM json_each(?))');
  for (const end of ends.all(JSON.stringify(links))) entities.add(end.from_n).add(end.to_n);
  return { entities: [...entities], links };
}

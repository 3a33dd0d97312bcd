import type { Database } from 'better-sqlite3';
import { rangesOf } from '../db/ranges';
import type { RetractedRows } from '../journal';

interface Retracted {
  readonly retract: RetractedRows;
  readonly entities: readonly number[];
  readonly links: readonly number[];
}

/**
 * Takes back what earlier files of the same format said of these entities, under the number `seq`. An entity of which nothing else is said goes
 * with its links and what was said of these; one that other sources speak of stays.
 */
export function revokeSaid(db: Database, entities: readonly number[], format: string, seq: number): Retracted {
  const keys = JSON.stringify(entities);
  const statements = db.prepare<[string, string], number>(`SELECT statement.n FROM json_each(?) wanted CROSS JOIN statement ON statement.subject_kind = 'entity' AND statement.subject = wanted.value
    JOIN source ON source.n = statement.source WHERE statement.seq_retracted IS NULL AND source.reading ->> 'format' = ? ORDER BY statement.n`).pluck().all(keys, format);
  const set = (table: string, rows: readonly number[]): void => {
    db.prepare(`UPDATE ${table} SET seq_retracted = ? WHERE n IN (SELECT value FROM json_each(?)) AND seq_retracted IS NULL`).run(seq, JSON.stringify(rows));
  };
  set('statement', statements);
  const bare = db.prepare<[string], number>(`SELECT wanted.value FROM json_each(?) wanted JOIN entity ON entity.n = wanted.value WHERE entity.seq_retracted IS NULL
    AND NOT EXISTS (SELECT 1 FROM statement WHERE subject_kind = 'entity' AND subject = wanted.value AND seq_retracted IS NULL) ORDER BY wanted.value`).pluck().all(keys);
  const gone = JSON.stringify(bare);
  const links = db.prepare<[string, string], number>(`SELECT n FROM link WHERE seq_retracted IS NULL AND (from_n IN (SELECT value FROM json_each(?)) OR to_n IN (SELECT value FROM json_each(?))) ORDER BY n`).pluck().all(gone, gone);
  const ofLinks = db.prepare<[string], number>(`SELECT statement.n FROM json_each(?) wanted CROSS JOIN statement ON statement.subject_kind = 'link' AND statement.subject = wanted.value WHERE statement.seq_retracted IS NULL ORDER BY statement.n`).pluck().all(JSON.stringify(links));
  set('statement', ofLinks);
  set('link', links);
  set('entity', bare);
  const rows = { entity: rangesOf(bare), link: rangesOf(links), statement: rangesOf([...statements, ...ofLinks].toSorted((a, b) => a - b)) };
  return { retract: Object.fromEntries(Object.entries(rows).filter(([, ranges]) => ranges.length > 0)), entities, links };
}

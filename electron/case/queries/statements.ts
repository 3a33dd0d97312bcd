import type { Database, Statement } from 'better-sqlite3';

const kept = new WeakMap<Database, Map<string, Statement<[Record<string, unknown>], unknown>>>();

/**
 * The prepared form of a query, made once per connection. Parameters are named (`@name`).
 * The statement is shared: callers read it to the end and set no mode on it.
 */
export function query<Row>(db: Database, sql: string): Statement<[Record<string, unknown>], Row> {
  let statements = kept.get(db);
  if (statements === undefined) {
    statements = new Map();
    kept.set(db, statements);
  }
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = db.prepare<Record<string, unknown>>(sql) as Statement<[Record<string, unknown>], unknown>;
    statements.set(sql, statement);
  }
  return statement as Statement<[Record<string, unknown>], Row>;
}

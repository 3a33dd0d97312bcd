import type { Database } from 'better-sqlite3';

/** Those of the ids whose content was erased from this case: whatever a bundle, a file or a redo says of them stays out. */
export function erasedAmong(db: Database, ids: readonly string[]): Set<string> {
  return new Set(db.prepare<[string], string>('SELECT erased.id FROM json_each(?) wanted CROSS JOIN erased ON erased.id = wanted.value').pluck().all(JSON.stringify(ids)));
}

/** Whether the content behind an id was erased from this case. */
export const isErased = (db: Database, id: string): boolean => db.prepare('SELECT 1 FROM erased WHERE id = ?').get(id) !== undefined;

import type { Database } from 'better-sqlite3';

const KEY = 'readOnly';

/** Whether the case was made of somebody's bundle, to be read and not to be worked on. */
export const isReadOnly = (db: Database): boolean => db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(KEY) === '1';

/** Makes the case one that is only read, for good. */
export function makeReadOnly(db: Database): void {
  db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')").run(KEY);
}

import type { Database } from 'better-sqlite3';

const KEY = 'erasing';

/** What an erasure still has to do once its rows are empty. Kept in the case until it is done, so that a stop in between is made good at the next opening. */
export interface Pending {
  /** SHA-256 of kept documents that go. */
  readonly documents: readonly string[];
  /** Names of backups that go. */
  readonly backups: readonly string[];
}

export function setPending(db: Database, pending: Pending): void {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(KEY, JSON.stringify(pending));
}

export function pendingErasure(db: Database): Pending | null {
  const text = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(KEY);
  return text === undefined ? null : (JSON.parse(text) as Pending);
}

export function clearPending(db: Database): void {
  db.prepare('DELETE FROM meta WHERE key = ?').run(KEY);
}

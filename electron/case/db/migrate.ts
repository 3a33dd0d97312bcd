import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import type { Migration } from '../migrations/migration';

/** `user_version` of the file: the number of the last migration that it went through. */
export const shapeOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings a case to the newest shape, each step in a transaction of its own that also sets `user_version`: a stop in between leaves
 * the old or the new shape, never half of one. `beforeFirst` runs once before the first step on a case that has content (its backup).
 * Throws Failure caseNewer, with nothing touched, when the case went through migrations that are not known here.
 */
export function migrate(db: Database, migrations: readonly Migration[], beforeFirst: () => void = () => undefined): void {
  const from = shapeOf(db);
  if (from > migrations.length) throw new Failure('caseNewer', { found: from, known: migrations.length });
  const waiting = migrations.slice(from);
  if (waiting.length > 0 && from > 0) beforeFirst();
  for (const migration of waiting) {
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.number}`);
    }).immediate();
  }
}

import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { Actor } from '../actor';
import { loadCatalogue } from '../catalogue';
import { openDatabase, openInMemory } from '../db/database';
import { failureOfSqlite } from '../db/sqliteFailure';
import { CASE_FILE } from '../folder';
import type { CasePlace } from '../importers/document';
import { Pace, type Watch } from '../importers/watch';
import { readSettings } from '../settings';
import { audienceOf } from './audience';
import { buildReleasable, type Built } from './build';

/** Whose eyes the case is to be seen with. */
export interface ViewRequest {
  readonly about: Pick<ReleaseAbout, 'recipient' | 'purpose'>;
  readonly actor: Actor;
  /** Id of the case, and when it is looked at (ISO, UTC). */
  readonly id: string;
  readonly at: string;
}

export interface ViewedCase {
  /** The bytes of the built database: never on a disk. */
  readonly bytes: Uint8Array;
  readonly counts: Built['counts'];
  readonly withheld: number;
}

/**
 * Builds in memory the case that somebody else would get, over a connection of its own that cannot write. All charts are there, also those that nothing is left of.
 * Throws Failure recipientNotFound, recipientWithoutRights, cancelled.
 */
export async function viewCase({ folder, key }: CasePlace, { about, actor, id, at }: ViewRequest, watch: Watch): Promise<ViewedCase> {
  const pace = new Pace(watch);
  const file = join(folder, CASE_FILE);
  let db: Database | null = null;
  let built: Database | null = null;
  try {
    db = openDatabase(file, { key, readOnly: true });
    // One moment of the case, however long the building takes.
    db.exec('BEGIN');
    built = openInMemory(null);
    const { counts, withheld } = buildReleasable(db, loadCatalogue(db).catalogue, audienceOf(db, about), { kind: 'case' }, built, { id, at, actor, command: 'case.viewed', settings: readSettings(db), charts: 'all' }, (done, total) => pace.step('mapping', done, total));
    return { bytes: built.serialize(), counts, withheld };
  } catch (error) {
    throw failureOfSqlite(error, file);
  } finally {
    built?.close();
    db?.close();
  }
}

import { existsSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openDatabase } from '../db/database';
import { BACKUP_FOLDER, CASE_FILE, SOURCES_FILE } from '../folder';
import { syncFolder } from '../replaceFile';
import { clearPending, pendingErasure, type Pending } from './pending';

/** A file up to this size is written anew, so that not a byte of what was deleted stays between its rows; above it deleted cells are zeroed, but not packed. */
const WRITTEN_ANEW = 1024 * 1024 * 1024;

/** Parts of the work that `finishErasure` announces. */
export const FINISHING_STEPS = 4;

/** Moves everything into the database file and empties its log. False when a reader is in the way. */
function empty(db: Database): boolean {
  const [{ busy } = { busy: 1 }] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return busy === 0;
}

/** Writes a file anew where there is room for it. */
function writeAnew(db: Database, file: string): void {
  const { size } = statSync(file);
  const { bavail, bsize } = statfsSync(file);
  if (size <= WRITTEN_ANEW && bavail * bsize > size * 2.5) db.exec('VACUUM');
}

function removeDocuments(folder: string, key: Buffer | null, hashes: readonly string[]): boolean {
  const file = join(folder, SOURCES_FILE);
  const db = openDatabase(file, { key });
  try {
    if (hashes.length === 0 || db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'content'").get() === undefined) return true;
    const remove = db.prepare('DELETE FROM content WHERE sha256 = ?');
    db.transaction(() => hashes.forEach((hash) => remove.run(hash))).immediate();
    writeAnew(db, file);
    return empty(db);
  } finally {
    db.close();
  }
}

/** Names of the copies of the case in its folder. */
export function backupNames(folder: string): string[] {
  const place = join(folder, BACKUP_FOLDER);
  return existsSync(place) ? readdirSync(place).filter((name) => /^case-.*\.db(?:\.new)?(?:-wal|-shm)?$/.test(name)) : [];
}

function removeBackups(folder: string, names: Pending['backups']): void {
  const place = join(folder, BACKUP_FOLDER);
  for (const name of names) rmSync(join(place, basename(name)), { force: true });
  if (names.length > 0) syncFolder(place);
}

/**
 * Does what an erasure leaves to do once its rows are empty, in whatever case it finds it: kept documents, words in the full-text indexes, free pages, the log,
 * and backups where that was asked. Answers true when nothing is left to do; false when a reader was in the way, and the next opening does the rest.
 */
export function finishErasure(db: Database, folder: string, key: Buffer | null, onStep: (done: number) => void = () => undefined): boolean {
  const pending = pendingErasure(db);
  if (pending === null) return true;
  const documents = removeDocuments(folder, key, pending.documents);
  onStep(1);
  // A deleted row leaves its words in the segments of an index until these are merged into one.
  for (const index of ['fulltext', 'page_text']) db.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  onStep(2);
  removeBackups(folder, pending.backups);
  onStep(3);
  if (!empty(db)) return false;
  writeAnew(db, join(folder, CASE_FILE));
  if (!documents) return false;
  clearPending(db);
  const done = empty(db);
  onStep(FINISHING_STEPS);
  return done;
}

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, openSync, fsyncSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openDatabase } from './db/database';
import { failureOfSqlite } from './db/sqliteFailure';
import { BACKUP_FOLDER } from './folder';
import { verifyJournal } from './journal';
import { syncFolder } from './replaceFile';

/** Backups that are kept; older ones go. */
export const KEPT_BACKUPS = 10;

/**
 * Copies case.db into backups/, under the same key, and proves the copy: it opens, is whole, and its journal ends where the case's does.
 * `at` is an ISO time that names it. Keeps the newest KEPT_BACKUPS. Returns the path. Throws Failure diskFull, caseDamaged; then no copy is left.
 */
export function backUp(db: Database, folder: string, key: Buffer | null, at: string, reason: string): string {
  const place = join(folder, BACKUP_FOLDER);
  const path = join(place, `case-${at.replace(/[:.]/g, '-')}-${reason}.db`);
  const beside = `${path}.new`;
  try {
    mkdirSync(place, { recursive: true });
    rmSync(beside, { force: true });
    // VACUUM INTO keeps the key; backup() fails on an encrypted database and serialize() would give plain text.
    db.prepare('VACUUM INTO ?').run(beside);
    prove(beside, key, db);
    const handle = openSync(beside, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(beside, path);
    syncFolder(place);
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(beside + suffix, { force: true });
    throw failureOfSqlite(error, path);
  }
  const copies = readdirSync(place).filter((name) => /^case-.*\.db$/.test(name)).sort();
  for (const name of copies.slice(0, -KEPT_BACKUPS)) rmSync(join(place, name), { force: true });
  return path;
}

function prove(path: string, key: Buffer | null, original: Database): void {
  const copy = openDatabase(path, { key });
  try {
    const found = copy.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw Object.assign(new Error('the copy is not whole'), { code: 'SQLITE_CORRUPT' });
    const [proof, expected] = [verifyJournal(copy), verifyJournal(original)];
    if (proof.head !== expected.head || proof.entries !== expected.entries) throw new Error('the copy ends elsewhere than the case');
    // The secret of a comparison that goes on must not outlive it in a copy.
    if (copy.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'blind_exchange'").get() !== undefined) copy.exec('UPDATE blind_exchange SET state = NULL WHERE state IS NOT NULL');
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  for (const suffix of ['-wal', '-shm']) if (existsSync(path + suffix)) rmSync(path + suffix);
}

import { closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import { openDatabase } from '../db/database';
import { failureOfSqlite } from '../db/sqliteFailure';
import { syncFolder } from '../replaceFile';

export const ACROSS_FILE = 'across.db';

/** Small rows, and several processes at once. */
const CACHE_MIB = 16;
/** Up to this size the whole file is checked when it is opened (about 8 s per GB). */
const CHECKED_BYTES = 64 * 1024 * 1024;
/** A lock that is older was left behind: what it guards takes milliseconds. */
const LOCK_STALE_MS = 30_000;
const LOCK_WAIT_MS = 50;
const LOCK_TRIES = 200;

/**
 * `known`: that a case has something, as a keyed hash and nothing else; `mark` is the encrypted number of the entity that has it, so that
 * its rows go when it changes. `known_case`: what one needs to ask, where it lies (the whole file is encrypted), and how far its rows follow its journal. `watch_list`: lists that this workstation keeps for all its cases.
 */
const SHAPE = `
  -- A number is never given twice: work that is still under way for a case that was taken out finds nothing to write to.
  CREATE TABLE known_case (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, reference TEXT NOT NULL, owner TEXT NOT NULL,
    folder TEXT NOT NULL, device TEXT NOT NULL, seq INTEGER NOT NULL DEFAULT 0, head TEXT NOT NULL DEFAULT '', rules TEXT NOT NULL DEFAULT '', missing_since TEXT
  ) STRICT;
  CREATE TABLE known (hash BLOB NOT NULL, case_n INTEGER NOT NULL REFERENCES known_case (n), mark BLOB NOT NULL, PRIMARY KEY (hash, case_n, mark)) STRICT, WITHOUT ROWID;
  CREATE INDEX known_mark ON known (case_n, mark);
  CREATE TABLE watch_list (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = 1;`;
const VERSION = 1;

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_WAIT_MS);

/** Runs `change` while no other process of this workstation changes which file is the store. */
function alone<T>(folder: string, change: () => T): T {
  const lock = join(folder, 'across.lock');
  for (let tries = 0; ; tries += 1) {
    try {
      closeSync(openSync(lock, 'wx', 0o600));
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || tries >= LOCK_TRIES) throw failureOfSqlite(error, lock);
      const stale = existsSync(lock) && Date.now() - statSync(lock).mtimeMs > LOCK_STALE_MS;
      if (stale) rmSync(lock, { force: true });
      else pause();
    }
  }
  try {
    return change();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Makes an empty store. Built beside and put in place whole, so that no other process meets half of one. */
function make(folder: string, key: Buffer): void {
  const file = join(folder, ACROSS_FILE);
  const beside = `${file}.${process.pid}.new`;
  const clear = (): void => ['', '-wal', '-shm'].forEach((end) => rmSync(`${beside}${end}`, { force: true }));
  clear();
  try {
    const db = openDatabase(beside, { key, cacheMiB: CACHE_MIB });
    try {
      db.exec(SHAPE);
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
    try {
      // A link, unlike a renaming, never takes the place of what stands there.
      linkSync(beside, file);
    } catch (error) {
      if (!existsSync(file)) renameSync(beside, file);
      else if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    syncFolder(folder);
  } finally {
    clear();
  }
}

/** Opens the store that is there and looks whether it is whole. Throws Failure caseDamaged, notACase, and what the disk says. */
function openWhole(folder: string, key: Buffer): Database {
  const file = join(folder, ACROSS_FILE);
  const db = openDatabase(file, { key, cacheMiB: CACHE_MIB });
  try {
    if (db.pragma('user_version', { simple: true }) !== VERSION) throw new Failure('caseDamaged', { file: ACROSS_FILE });
    if (statSync(file).size <= CHECKED_BYTES && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Failure('caseDamaged', { file: ACROSS_FILE });
    return db;
  } catch (error) {
    db.close();
    throw failureOfSqlite(error, file);
  }
}

/** True for what another try would not mend: the bytes are not a store, or not one of these keys. */
export const isBroken = (error: unknown): boolean => error instanceof Failure && (error.code === 'caseDamaged' || error.code === 'notACase');

/** Gives the damaged store another name, its unwritten pages with it. Returns that name. */
function putAside(folder: string): string {
  const file = join(folder, ACROSS_FILE);
  const stamp = new Date().toISOString().replaceAll(':', '-').replace(/\..*$/, '');
  let name = `across-${stamp}.damaged.db`;
  for (let number = 2; existsSync(join(folder, name)); number += 1) name = `across-${stamp}-${number}.damaged.db`;
  for (const end of ['-wal', '-shm']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, join(folder, `${name}${end}`));
  renameSync(file, join(folder, name));
  return name;
}

/**
 * Opens the store in `folder`, or makes it. One that cannot be read (damaged, or written with other keys) is put aside under the name that is returned, and made
 * anew. Throws Failure diskFull, folderReadOnly, caseLocked.
 */
export function openStore(folder: string, key: Buffer): { readonly db: Database; readonly aside: string | null } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw failureOfSqlite(error, folder);
  }
  const file = join(folder, ACROSS_FILE);
  if (!existsSync(file)) alone(folder, () => (existsSync(file) ? undefined : make(folder, key)));
  try {
    return { db: openWhole(folder, key), aside: null };
  } catch (error) {
    if (!isBroken(error)) throw error;
  }
  return alone(folder, () => {
    // Another process may have put it aside in the meantime.
    try {
      return { db: openWhole(folder, key), aside: null };
    } catch (error) {
      if (!isBroken(error)) throw error;
    }
    const aside = existsSync(file) ? putAside(folder) : null;
    make(folder, key);
    return { db: openWhole(folder, key), aside };
  });
}

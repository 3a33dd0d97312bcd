import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { Failure } from '../../shared/contract/failure';
import type { Actor } from './actor';
import { backUp } from './backup';
import { SHIPPED } from './catalogue';
import { openDatabase } from './db/database';
import { migrate } from './db/migrate';
import { failureOfSqlite } from './db/sqliteFailure';
import { finishErasure } from './erasure/finish';
import { BACKUP_FOLDER, CASE_FILE, inspectFolder, isPlainDatabase, requireLocal, SOURCES_FILE } from './folder';
import { createKeys, KEY_FILE, readKeyFile, unlockKeys, writeKeyFile, type Cost, type KeyFile, type Secrets } from './keys';
import { acquireLock, type Lock } from './lock';
import { MIGRATIONS } from './migrations';
import { syncFolder } from './replaceFile';
import { firstSettings, readSettings, writeSettings } from './settings';
import { CaseStore } from './store';
import { checkTries, countTry, forgetTries } from './tries';

/** Below this size an unclean stop is followed by the full check, above it by the quick one (about 8 s per GB). */
const FULL_CHECK_BYTES = 64 * 1024 * 1024;

export interface OpenCase {
  readonly store: CaseStore;
  readonly id: string;
  readonly encrypted: boolean;
  /** True when the last session did not end by closing the case; it was then checked and found whole. */
  readonly recovered: boolean;
  readonly lock: Lock;
}

export interface NewCase {
  readonly name: string;
  readonly reference: string;
  readonly secrets: Secrets;
  /** Puts something into the new case before anybody can open it. */
  readonly fill?: (db: Database, folder: string, key: Buffer | null) => Promise<void>;
  /** For tests: cheaper key derivation. */
  readonly cost?: Cost;
}

/** A new database of the case in its first shape. */
async function build(folder: string, id: string, key: Buffer | null, { name, reference, fill }: NewCase, at: string): Promise<void> {
  const db = openDatabase(join(folder, CASE_FILE), { key });
  try {
    migrate(db, MIGRATIONS);
    db.transaction(() => {
      const meta = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
      meta.run('id', id);
      meta.run('createdAt', at);
      writeSettings(db, firstSettings(name, reference, SHIPPED));
      db.prepare('INSERT INTO chart (id, name, position) VALUES (?, ?, 1)').run(newId(), name);
    }).immediate();
    openDatabase(join(folder, SOURCES_FILE), { key }).close();
    await fill?.(db, folder, key);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** Takes away an empty folder of that name; anything else that stands there is left alone. Throws Failure caseExists. */
function makeRoom(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory() || readdirSync(folder).length > 0) throw new Failure('caseExists', { name: basename(folder) });
  rmdirSync(folder);
}

/**
 * Makes a case in `folder`, which must not exist yet or be empty, and opens it. Built beside and renamed, so that a stop half-way
 * leaves no half case. Throws Failure caseExists, caseOnNetwork, passphraseTooShort, folderReadOnly, diskFull.
 */
export async function createCase(folder: string, wanted: NewCase, actor: Actor): Promise<OpenCase> {
  const place = resolve(folder);
  requireLocal(place);
  const id = newId();
  const { file, key } = await createKeys(id, wanted.secrets, wanted.cost);
  const beside = `${place}.${process.pid}.new`;
  try {
    makeRoom(place);
    mkdirSync(dirname(place), { recursive: true });
    rmSync(beside, { recursive: true, force: true });
    // One by one: a recursive mkdir hides that the disk is read-only.
    mkdirSync(beside);
    mkdirSync(join(beside, BACKUP_FOLDER));
    writeKeyFile(beside, file);
    await build(beside, id, key, wanted, new Date().toISOString());
    syncFolder(beside);
    renameSync(beside, place);
    syncFolder(dirname(place));
  } catch (error) {
    key?.fill(0);
    rmSync(beside, { recursive: true, force: true });
    throw failureOfSqlite(error, place);
  }
  return openWithKey(place, file, key, actor);
}

/** keys.json; a case that is not encrypted does not need it and gets it back, with the id that the case itself knows. */
function keysOf(folder: string): KeyFile {
  const file = join(folder, CASE_FILE);
  if (existsSync(join(folder, KEY_FILE)) || !isPlainDatabase(file)) return readKeyFile(folder);
  const db = openDatabase(file, { key: null });
  try {
    const id = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'id'").pluck().get();
    if (id === undefined) throw new Failure('caseDamaged', { file: CASE_FILE });
    const keys: KeyFile = { version: 1, cipher: 'sqlcipher', id, encrypted: false, slots: [] };
    writeKeyFile(folder, keys);
    return keys;
  } catch (error) {
    throw failureOfSqlite(error, file);
  } finally {
    db.close();
  }
}

/**
 * Opens the case in `folder`. Throws Failure: caseNotFound, notACase, caseOnNetwork, caseDamaged, caseNewer, caseLocked, caseReadOnly,
 * folderReadOnly, keyFileMissing, keyFileDamaged, wrongPassphrase, tooManyTries, diskFull; the case is then untouched and unlocked.
 */
export async function openCase(folder: string, passphrase: string | null, actor: Actor, now: () => number = Date.now): Promise<OpenCase> {
  const place = resolve(folder);
  inspectFolder(place);
  const keys = keysOf(place);
  checkTries(place, now());
  let key: Buffer | null;
  try {
    key = await unlockKeys(keys, passphrase);
  } catch (error) {
    if (error instanceof Failure && error.code === 'wrongPassphrase' && passphrase !== null) countTry(place, now());
    throw error;
  }
  return openWithKey(place, keys, key, actor);
}

function openWithKey(folder: string, keys: KeyFile, key: Buffer | null, actor: Actor): OpenCase {
  let lock: Lock | null = null;
  let db: Database | null = null;
  try {
    lock = acquireLock(folder, actor.name, new Date().toISOString());
    forgetTries(folder);
    const file = join(folder, CASE_FILE);
    db = openDatabase(file, { key });
    if (lock.unclean) check(db, statSync(file).size);
    const open = db;
    migrate(db, MIGRATIONS, () => backUp(open, folder, key, new Date().toISOString(), 'migration'));
    if (db.prepare("SELECT value FROM meta WHERE key = 'id'").pluck().get() !== keys.id) throw new Failure('keyFileDamaged', { file: KEY_FILE });
    // An erasure that a stop cut short is made good before anything is read.
    finishErasure(db, folder, key);
    const store = new CaseStore(db, folder, key);
    store.note('case.opened', lock.unclean ? { recovered: 1 } : {}, actor);
    return { store, id: keys.id, encrypted: keys.encrypted, recovered: lock.unclean, lock };
  } catch (error) {
    if (db?.open) db.close();
    key?.fill(0);
    lock?.release();
    throw failureOfSqlite(error, join(folder, CASE_FILE));
  }
}

/** Proves after an unclean stop that the case is whole. Throws Failure caseDamaged. */
function check(db: Database, bytes: number): void {
  const found = db.pragma(bytes < FULL_CHECK_BYTES ? 'integrity_check(1)' : 'quick_check(1)', { simple: true });
  if (found !== 'ok') throw new Failure('caseDamaged', { file: CASE_FILE });
}

/** Name of an open case as its settings have it. */
export const nameOf = (open: OpenCase): string => readSettings(open.store.db).name;

/** Writes everything into case.db, closes it, wipes the key and gives the folder free. */
export function closeCase({ store, lock }: OpenCase): void {
  try {
    store.db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    store.db.close();
    store.key?.fill(0);
    lock.release();
  }
}

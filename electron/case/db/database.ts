import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import { failureOfSqlite } from './sqliteFailure';

/** "KNOP": marks an SQLite file as part of a case. */
export const APPLICATION_ID = 0x4b4e4f50;

export interface DatabaseOptions {
  /** 32 bytes, or null for a file that is not encrypted. Not kept and not wiped: the caller owns it. */
  readonly key: Buffer | null;
  readonly readOnly?: boolean;
  /** Memory that pages may take, MiB. Every page that leaves it and comes back is encrypted and decrypted again. */
  readonly cacheMiB?: number;
}

/** Enough for all pages that an import of 100,000 rows touches; taken only as pages are read. */
const CACHE_MIB = 128;

/** What must hold on every connection, as SQLite answers it; `synchronous` would be NORMAL on all but the first connection. */
const HELD: readonly (readonly [pragma: string, set: string, answer: string | number])[] = [
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
];

/**
 * The SQLite addon: in the packaged app the one beside its archive, and nothing that the environment says; from the checkout
 * the one that set-up named; else the package's own.
 */
function binding(): { nativeBinding?: string } {
  const resources = (process as { resourcesPath?: string }).resourcesPath;
  const packaged = resources ? join(resources, 'sqlite', 'better_sqlite3.node') : '';
  if (packaged !== '' && existsSync(packaged)) return { nativeBinding: packaged };
  const named = process.env['KNOOP_SQLITE_BINDING'];
  return named ? { nativeBinding: named } : {};
}

/** Gives the connection its key. SQLite wants it spelled as x'hex': spelled in bytes, since a string could not be wiped. */
function unlock(db: Database, key: Buffer): void {
  db.pragma("cipher = 'sqlcipher'");
  const digit = (nibble: number): number => nibble + (nibble < 10 ? 48 : 87);
  const spelled = Buffer.alloc(key.length * 2 + 3);
  spelled.set([120, 39]);
  key.forEach((byte, at) => spelled.set([digit(byte >> 4), digit(byte & 15)], 2 + at * 2));
  spelled[spelled.length - 1] = 39;
  try {
    db.key(spelled);
  } finally {
    spelled.fill(0);
  }
}

function hold(db: Database, readOnly: boolean): void {
  if (readOnly) db.pragma('query_only = ON');
  else db.pragma('journal_mode = WAL');
  for (const [pragma, set] of HELD) db.pragma(`${pragma} = ${set}`);
  const mode = db.pragma('journal_mode', { simple: true });
  if (mode !== 'wal') throw new Error(`journal_mode is ${String(mode)}`);
  for (const [pragma, , answer] of HELD) {
    const held = db.pragma(pragma, { simple: true });
    if (held !== answer) throw new Error(`${pragma} is ${String(held)}, not ${answer}`);
  }
}

/**
 * Opens one file of a case, or makes it where there is none (unless read-only). Every connection to a case is opened here.
 * Throws Failure: caseDamaged (empty, cut or altered file, or another key), notACase (another program's database),
 * caseNotFound, caseReadOnly, diskFull.
 */
export function openDatabase(file: string, options: DatabaseOptions): Database {
  const readOnly = options.readOnly === true;
  const fresh = !existsSync(file);
  if (fresh && readOnly) throw new Failure('caseNotFound');
  // An empty file is a valid empty database to SQLite; to us it is a case that lost its content.
  if (!fresh && statSync(file).size === 0) throw new Failure('caseDamaged', { file: nameOf(file) });
  let db: Database | null = null;
  try {
    db = new Sqlite(file, { ...binding(), readonly: readOnly, timeout: 5000 });
    if (options.key) unlock(db, options.key);
    if (fresh) db.pragma(`application_id = ${APPLICATION_ID}`);
    const mark = db.pragma('application_id', { simple: true });
    if (mark !== APPLICATION_ID) throw new Failure('notACase', { file: nameOf(file) });
    hold(db, readOnly);
    db.pragma(`cache_size = -${(options.cacheMiB ?? CACHE_MIB) * 1024}`);
    return db;
  } catch (error) {
    db?.close();
    throw failureOfSqlite(error, file);
  }
}

/**
 * A case database that lies in memory alone: empty, or with the bytes of a file that was written without a key. What comes from elsewhere is opened like this, so
 * that nothing of it ever stands on a disk unencrypted. Throws Failure notACase, caseDamaged.
 */
export function openInMemory(content: Buffer | null): Database {
  let db: Database | null = null;
  try {
    db = content === null ? new Sqlite(':memory:', binding()) : new Sqlite(content, binding());
    if (content === null) db.pragma(`application_id = ${APPLICATION_ID}`);
    else if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Failure('notACase');
    for (const [pragma, set] of HELD) db.pragma(`${pragma} = ${set}`);
    return db;
  } catch (error) {
    db?.close();
    throw failureOfSqlite(error, 'memory');
  }
}

const nameOf = (file: string): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

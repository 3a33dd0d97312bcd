import { closeSync, existsSync, openSync, readSync, statfsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../shared/contract/failure';

export const CASE_FILE = 'case.db';
export const SOURCES_FILE = 'sources.db';
export const BACKUP_FOLDER = 'backups';

/** File systems whose locks cannot be trusted, by the magic number that Linux gives: NFS, SMB, CIFS, SMB2, 9P, FUSE, AFS, Coda, Ceph. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x5346414f, 0x73757245, 0x00c36400]);

/** True when `folder` (or its nearest parent that exists) lies on a share. A drive letter mapped to a share is told apart by main, which asks Windows. */
export function isOnNetwork(folder: string, typeOf: (path: string) => number = (path) => statfsSync(path).type, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'win32') return /^(?:\\\\|\/\/)/.test(folder);
  if (platform !== 'linux') return false;
  let path = resolve(folder);
  while (!existsSync(path)) path = resolve(path, '..');
  // statfs answers a signed number on some systems.
  return NETWORK_TYPES.has(typeOf(path) >>> 0);
}

/** Refuses a folder on a share: a case is copied in and worked on locally. Throws Failure caseOnNetwork. */
export function requireLocal(folder: string): void {
  if (isOnNetwork(folder)) throw new Failure('caseOnNetwork');
}

/** True when the file begins as an SQLite file does that is not encrypted. */
export function isPlainDatabase(file: string): boolean {
  const head = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1') === 'SQLite format 3\0';
}

/**
 * Looks whether a folder can be a case before anything is opened. Throws Failure caseNotFound, notACase, caseOnNetwork,
 * caseDamaged (case.db gone from beside its keys, or empty).
 */
export function inspectFolder(folder: string): void {
  if (!existsSync(folder)) throw new Failure('caseNotFound');
  if (!statSync(folder).isDirectory()) throw new Failure('notACase');
  requireLocal(folder);
  const file = join(folder, CASE_FILE);
  if (!existsSync(file)) throw new Failure(existsSync(join(folder, 'keys.json')) ? 'caseDamaged' : 'notACase', { file: CASE_FILE });
  if (!statSync(file).isFile()) throw new Failure('notACase');
  if (statSync(file).size === 0) throw new Failure('caseDamaged', { file: CASE_FILE });
}

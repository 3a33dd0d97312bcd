import { statfsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure, type FailureCode } from '../../../shared/contract/failure';

const BY_CODE: readonly (readonly [start: string, code: FailureCode])[] = [
  ['SQLITE_FULL', 'diskFull'],
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['SQLITE_CORRUPT', 'caseDamaged'],
  ['SQLITE_NOTADB', 'caseDamaged'],
  ['SQLITE_READONLY', 'caseReadOnly'],
  ['SQLITE_BUSY', 'caseLocked'],
  ['SQLITE_LOCKED', 'caseLocked'],
  ['EROFS', 'folderReadOnly'],
  ['EACCES', 'folderReadOnly'],
  ['EPERM', 'folderReadOnly'],
];

/** True when nothing can be written any more where `file` is; false where that cannot be asked. */
function diskIsFull(file: string): boolean {
  try {
    return statfsSync(dirname(file)).bavail === 0;
  } catch {
    return false;
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Turns an error of SQLite or of the file system into the Failure that a user can act on; anything else is returned as it is.
 * SQLite reports a full disk as a plain I/O or open error where it could not make its side files, so the disk is asked then.
 */
export function failureOfSqlite(error: unknown, file: string): unknown {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  if ((code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) && diskIsFull(file)) return new Failure('diskFull', {}, { cause: error });
  if (code.startsWith('SQLITE_CANTOPEN')) return new Failure('folderReadOnly', {}, { cause: error });
  const known = BY_CODE.find(([start]) => code.startsWith(start));
  return known ? new Failure(known[1], known[1] === 'caseDamaged' ? { file: basename(file) } : {}, { cause: error }) : error;
}

import { statSync } from 'node:fs';
import { Failure } from '../../../shared/contract/failure';
import { hashBytes } from '../db/contents';
import type { Contents } from '../db/contents';
import { openFileBytes } from '../importers/bytes';

export interface Wanted {
  readonly bytes: number;
  readonly modified: number;
}

/**
 * Keeps a file of a share in the case: hashes it, copies it while hashing it again, and looks once more at its size and time. Only when all agree
 * has it stood still. Returns its SHA-256. Throws Failure fileChanged when it moved meanwhile, fileNotFound, fileLocked, fileUnreadable, fileEmpty,
 * diskFull, and whatever `onBytes` throws.
 */
export function copyIn(path: string, wanted: Wanted, contents: Contents, onBytes: (done: number) => void): string {
  const file = openFileBytes(path);
  try {
    if (file.size !== wanted.bytes) throw new Failure('fileChanged');
    const sha256 = hashBytes(file, onBytes);
    if (!contents.has(sha256)) contents.store(sha256, file, onBytes);
    const after = statSync(path, { throwIfNoEntry: false });
    if (after === undefined) return sha256;
    if (after.size !== wanted.bytes || Math.round(after.mtimeMs) !== wanted.modified) throw new Failure('fileChanged');
    return sha256;
  } finally {
    file.close();
  }
}

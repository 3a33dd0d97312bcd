import { constants, lstatSync, statfsSync } from 'node:fs';
import { Failure } from '../../../shared/contract/failure';
import { hashBytes } from '../db/contents';
import type { Contents } from '../db/contents';
import { openFileBytes } from '../importers/bytes';

export interface Wanted {
  readonly bytes: number;
  readonly modified: number;
}

/** So much of the disk is left to the case itself, bytes. */
const RESERVE = 256 * 1024 * 1024;

/** Neither a link nor a pipe that took a file's place a moment ago leads astray or blocks. Windows has neither flag, nor the trap. */
const FLAGS = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK);

function standsAs(place: string | Buffer, { bytes, modified }: Wanted): boolean {
  const status = lstatSync(place, { throwIfNoEntry: false });
  return status !== undefined && status.isFile() && status.size === bytes && Math.round(status.mtimeMs) === modified;
}

/** Throws Failure diskFull when the disk of the case has no room for `bytes` more. */
function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes + RESERVE) throw new Failure('diskFull');
}

/**
 * SHA-256 of a file that stands as `wanted` says, before and after it was read. Throws Failure fileChanged when it does not, fileNotFound, fileLocked,
 * fileUnreadable, fileEmpty, and whatever `onBytes` throws.
 */
export function hashOf(place: string | Buffer, wanted: Wanted, onBytes: (done: number) => void): string {
  const file = openFileBytes(place, FLAGS);
  try {
    if (file.size !== wanted.bytes) throw new Failure('fileChanged');
    const sha256 = hashBytes(file, onBytes);
    if (!standsAs(place, wanted)) throw new Failure('fileChanged');
    return sha256;
  } finally {
    file.close();
  }
}

/**
 * Copies a file of a share into the case `folder`: hashes it, copies it while hashing it again, and looks once more at its size and time. Returns its
 * SHA-256. Throws as hashOf, and Failure diskFull.
 */
export function copyIn(place: string | Buffer, wanted: Wanted, folder: string, contents: Contents, onBytes: (done: number) => void): string {
  const file = openFileBytes(place, FLAGS);
  try {
    if (file.size !== wanted.bytes) throw new Failure('fileChanged');
    const sha256 = hashBytes(file, (done) => onBytes(done / 2));
    if (!contents.has(sha256)) {
      requireRoom(folder, file.size);
      contents.keep(sha256, file, (done) => onBytes((file.size + done) / 2));
    }
    if (!standsAs(place, wanted)) throw new Failure('fileChanged');
    return sha256;
  } finally {
    file.close();
  }
}

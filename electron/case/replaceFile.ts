import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { failureOfSqlite } from './db/sqliteFailure';

/** Makes a folder's list of names durable. Windows keeps it so by itself and cannot open a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Bytes that are handed to the disk at once. */
const PIECE = 8 * 1024 * 1024;

/** Writes a file, in parts one after another, beside the one it replaces, makes it durable, then renames it: readers see the old or the new. Throws Failure diskFull, folderReadOnly. */
export function replaceFile(path: string, ...parts: readonly (string | Uint8Array)[]): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    const handle = openSync(beside, 'w', 0o600);
    try {
      for (const part of parts) {
        const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, Math.min(PIECE, bytes.length - at));
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(beside, { force: true });
    throw failureOfSqlite(error, path);
  }
}

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

/** Writes a file beside the one it replaces, makes it durable, then renames it: readers see the old or the new. Throws Failure diskFull, folderReadOnly. */
export function replaceFile(path: string, content: string): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    const handle = openSync(beside, 'w', 0o600);
    try {
      writeSync(handle, content);
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

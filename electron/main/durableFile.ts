import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../shared/contract';

/**
 * Writes a file so that a crash leaves the old one or the new one, never half: beside it, flushed, renamed, folder flushed.
 * `check` gets the path of the written file before it takes its name; if it throws, the file is removed again.
 * Throws Failure "diskFull" or "folderReadOnly".
 */
export async function writeDurably(file: string, content: Uint8Array | string, check?: (written: string) => Promise<void>): Promise<void> {
  const folder = path.dirname(file);
  const beside = path.join(folder, `.${path.basename(file)}.${process.pid}.part`);
  try {
    const handle = await open(beside, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await check?.(beside);
    await rename(beside, file);
    // A rename is on disk only when its folder is; Windows has no such thing and refuses.
    if (process.platform !== 'win32') {
      const directory = await open(folder, 'r');
      await directory.sync().finally(() => directory.close());
    }
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw asFailure(error, file);
  }
}

function asFailure(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Failure('diskFull', { file: path.basename(file) });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR') return new Failure('folderReadOnly', { folder: path.basename(path.dirname(file)) });
  if (code === 'EBUSY') return new Failure('fileLocked', { file: path.basename(file) });
  return error;
}

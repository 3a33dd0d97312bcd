import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure, type ChosenFile } from '../../shared/contract';

/** Paths that a user chose, each under a random name: the page holds the name, never the path. */
export class TokenStore {
  private readonly paths = new Map<string, string>();

  add(file: string): string {
    const token = randomBytes(16).toString('hex');
    this.paths.set(token, file);
    return token;
  }

  /** The path behind a token. Throws Failure "tokenUnknown". */
  path(token: string): string {
    const file = this.paths.get(token);
    if (file === undefined) throw new Failure('tokenUnknown');
    return file;
  }

  entries(): IterableIterator<[string, string]> {
    return this.paths.entries();
  }
}

/** Name and size of a file that exists and is a plain file. Throws Failure "fileNotFound" or "fileUnreadable". */
export async function describeFile(file: string): Promise<Omit<ChosenFile, 'token'>> {
  const name = path.basename(file);
  const info = await stat(file).catch((error: unknown) => {
    throw new Failure((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'fileNotFound' : 'fileUnreadable', { file: name });
  });
  if (!info.isFile()) throw new Failure('fileUnreadable', { file: name });
  return { name, bytes: info.size };
}

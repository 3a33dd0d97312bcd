import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../shared/contract';

/**
 * What a JSON file that somebody sent holds, not checked for what it says; at most so many bytes are read. Rejects with Failure fileNotFound, fileTooLarge,
 * fileUnreadable, and with `invalid` where it is no JSON.
 */
export async function readJsonFile(file: string, most: number, invalid: Failure): Promise<unknown> {
  const name = path.basename(file);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new Failure('fileNotFound', { file: name });
  if (found.size > most) throw new Failure('fileTooLarge', { file: name });
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure('fileUnreadable', { file: name });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw invalid;
  }
}

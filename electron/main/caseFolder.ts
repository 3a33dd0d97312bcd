import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/contract';

const headSchema = z.object({ encrypted: z.boolean().optional(), slots: z.array(z.unknown()).optional() });

/** Whether a folder is a case and whether it asks for a passphrase, without opening its database. Throws Failure "caseNotFound" or "notACase". */
export async function inspectFolder(folder: string): Promise<{ name: string; encrypted: boolean }> {
  const name = path.basename(folder).replace(/\.knoop$/i, '');
  const info = await stat(folder).catch(() => null);
  if (!info?.isDirectory()) throw new Failure('caseNotFound', { name });
  const database = await stat(path.join(folder, 'case.db')).catch(() => null);
  const keys = await readFile(path.join(folder, 'keys.json'), 'utf8').catch(() => null);
  if (!database && keys === null) throw new Failure('notACase', { name });
  if (keys === null) throw new Failure('keyFileMissing', { name });
  let parsed: unknown;
  try {
    parsed = JSON.parse(keys);
  } catch {
    throw new Failure('keyFileDamaged', { name });
  }
  const head = headSchema.safeParse(parsed);
  if (!head.success) throw new Failure('keyFileDamaged', { name });
  return { name, encrypted: head.data.encrypted ?? (head.data.slots?.length ?? 0) > 0 };
}

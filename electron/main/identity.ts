import { generateKeyPairSync } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { safeStorage } from 'electron';
import { z } from 'zod';
import { workstationKeysSchema, type WorkstationKeys } from '../../shared/contract/lifecycle';
import { writeDurably } from './durableFile';

const FILE = 'workstation-keys.json';
const fileSchema = z.object({ version: z.literal(1), wrapped: z.boolean(), keys: z.string().max(20_000) });

/** Whether the system really keeps secrets for this user: without a keyring Linux offers a password that everybody knows. */
function systemKeepsSecrets(): boolean {
  try {
    return safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  } catch {
    return false;
  }
}

/** The keys that a file holds; null when it holds none that can be read here. */
function keysIn(text: string): WorkstationKeys | null {
  try {
    const { wrapped, keys } = fileSchema.parse(JSON.parse(text));
    const bytes = Buffer.from(keys, 'base64');
    return workstationKeysSchema.parse(JSON.parse(wrapped ? safeStorage.decryptString(bytes) : bytes.toString('utf8')));
  } catch {
    return null;
  }
}

async function makeKeys(): Promise<WorkstationKeys> {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { signing: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), encryption: await generateX25519Identity() };
}

/**
 * This workstation's keys for bundles, made when first asked for: in a file that only its user may read, wrapped by the system's own store where there is one. No case
 * depends on them: where they cannot be read any more (another machine, a lost keyring) the file is put aside and new ones are made, and partners see that the key has
 * changed. Rejects with Failure diskFull, folderReadOnly.
 */
export class Identity {
  private held: Promise<WorkstationKeys> | null = null;

  constructor(private readonly folder: string) {}

  /** The same keys at each call. */
  keys(): Promise<WorkstationKeys> {
    this.held ??= this.load().catch((error: unknown) => {
      this.held = null;
      throw error;
    });
    return this.held;
  }

  private async load(): Promise<WorkstationKeys> {
    const file = path.join(this.folder, FILE);
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    const known = text === null ? null : keysIn(text);
    if (known !== null) return known;
    if (text !== null) await rename(file, `${file}.${Date.now()}.old`);
    const keys = await makeKeys();
    const wrapped = systemKeepsSecrets();
    const plain = JSON.stringify(keys);
    await writeDurably(file, JSON.stringify({ version: 1, wrapped, keys: (wrapped ? safeStorage.encryptString(plain) : Buffer.from(plain, 'utf8')).toString('base64') } satisfies z.infer<typeof fileSchema>));
    return keys;
  }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { Failure } from '../../shared/contract/failure';
import { idSchema } from '../../shared/model/ids';
import { failureOfSqlite } from './db/sqliteFailure';
import { replaceFile } from './replaceFile';

export const KEY_FILE = 'keys.json';
export const SHORTEST_PASSPHRASE = 10;

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
/** Bounds keep a forged key file from eating the machine's memory. */
const kdfSchema = z.object({
  name: z.literal('argon2id'),
  memoryKiB: z.number().int().min(1024).max(1_048_576),
  iterations: z.number().int().min(1).max(20),
  parallelism: z.number().int().min(1).max(4),
  salt: base64,
});
const slotSchema = z.object({ kind: z.enum(['passphrase', 'recovery']), kdf: kdfSchema, nonce: base64, wrapped: base64, tag: base64 });
const keyFileSchema = z.object({ version: z.literal(1), cipher: z.literal('sqlcipher'), id: idSchema, encrypted: z.boolean(), slots: z.array(slotSchema).max(16) });
type Slot = z.infer<typeof slotSchema>;
type SlotKind = Slot['kind'];

/** What keys.json holds: the case's id, and its data key wrapped once per slot. No slots when the case is not encrypted. */
export type KeyFile = z.infer<typeof keyFileSchema>;

/** Cost of deriving a key: RFC 9106's second choice. Written into each slot, so that it can rise with time. */
export interface Cost {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}
export const STANDARD_COST: Cost = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };

async function derive(passphrase: string, kdf: Slot['kdf']): Promise<Buffer> {
  // The same passphrase typed on another keyboard may come in another Unicode form.
  const password = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  try {
    const key = await argon2id({ password, salt: Buffer.from(kdf.salt, 'base64'), memorySize: kdf.memoryKiB, iterations: kdf.iterations, parallelism: kdf.parallelism, hashLength: 32, outputType: 'binary' });
    return Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  } finally {
    password.fill(0);
  }
}

/** What a slot's tag also vouches for, so that a slot cannot be moved to another case or turned into another kind. */
const bound = (id: string, kind: SlotKind): Buffer => Buffer.from(`knoop:1:${id}:${kind}`, 'utf8');

async function wrap(id: string, kind: SlotKind, passphrase: string, key: Buffer, cost: Cost): Promise<Slot> {
  const kdf = { name: 'argon2id' as const, ...cost, salt: randomBytes(16).toString('base64') };
  const wrapping = await derive(passphrase, kdf);
  try {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(bound(id, kind));
    const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
    return { kind, kdf, nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
  } finally {
    wrapping.fill(0);
  }
}

/** The data key, or null when the passphrase is not this slot's. */
async function unwrap(id: string, slot: Slot, passphrase: string): Promise<Buffer | null> {
  const wrapping = await derive(passphrase, slot.kdf);
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 }).setAAD(bound(id, slot.kind)).setAuthTag(Buffer.from(slot.tag, 'base64'));
    const key = Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'base64')), decipher.final()]);
    return key.length === 32 ? key : null;
  } catch {
    return null;
  } finally {
    wrapping.fill(0);
  }
}

export interface Secrets {
  readonly passphrase: string | null;
  /** Passphrase of the service's recovery officer: a second slot. */
  readonly recovery?: string;
}

const longEnough = (passphrase: string): string => {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) throw new Failure('passphraseTooShort', { minimum: SHORTEST_PASSPHRASE });
  return passphrase;
};

/**
 * Makes the key file of a new case and its data key (32 random bytes, to be wiped by the caller; null when not encrypted).
 * Throws Failure passphraseTooShort.
 */
export async function createKeys(id: string, secrets: Secrets, cost: Cost = STANDARD_COST): Promise<{ file: KeyFile; key: Buffer | null }> {
  const base = { version: 1 as const, cipher: 'sqlcipher' as const, id };
  if (secrets.passphrase === null) return { file: { ...base, encrypted: false, slots: [] }, key: null };
  longEnough(secrets.passphrase);
  if (secrets.recovery !== undefined) longEnough(secrets.recovery);
  const key = randomBytes(32);
  const slots = [await wrap(id, 'passphrase', secrets.passphrase, key, cost)];
  if (secrets.recovery !== undefined) slots.push(await wrap(id, 'recovery', secrets.recovery, key, cost));
  return { file: { ...base, encrypted: true, slots }, key };
}

/** Reads keys.json of a case folder. Throws Failure keyFileMissing or keyFileDamaged. */
export function readKeyFile(folder: string): KeyFile {
  const path = join(folder, KEY_FILE);
  if (!existsSync(path)) throw new Failure('keyFileMissing', { file: KEY_FILE });
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const known = failureOfSqlite(error, path);
    throw known instanceof Failure ? known : new Failure('keyFileDamaged', { file: KEY_FILE }, { cause: error });
  }
  const checked = keyFileSchema.safeParse(content);
  if (!checked.success || checked.data.encrypted !== checked.data.slots.length > 0) throw new Failure('keyFileDamaged', { file: KEY_FILE });
  return checked.data;
}

/** Writes keys.json beside the old one and renames it, so that a stop leaves the old or the new, never neither. */
export const writeKeyFile = (folder: string, file: KeyFile): void => replaceFile(join(folder, KEY_FILE), `${JSON.stringify(file, null, 2)}\n`);

/**
 * The data key by whichever slot the passphrase opens (to be wiped by the caller); null for a case that is not encrypted.
 * Throws Failure wrongPassphrase.
 */
export async function unlockKeys(file: KeyFile, passphrase: string | null): Promise<Buffer | null> {
  if (!file.encrypted) return null;
  for (const slot of passphrase === null ? [] : file.slots) {
    const key = await unwrap(file.id, slot, passphrase ?? '');
    if (key) return key;
  }
  throw new Failure('wrongPassphrase');
}

/**
 * Rewraps the data key under a new passphrase; the other slots and the databases stay as they are, whatever their size.
 * Throws Failure wrongPassphrase, passphraseTooShort, keyFileMissing, keyFileDamaged.
 */
export async function changePassphrase(folder: string, old: string, next: string, cost: Cost = STANDARD_COST): Promise<void> {
  const file = readKeyFile(folder);
  longEnough(next);
  const key = await unlockKeys(file, old);
  if (!key) throw new Failure('wrongPassphrase');
  try {
    const slot = await wrap(file.id, 'passphrase', next, key, cost);
    writeKeyFile(folder, { ...file, slots: [slot, ...file.slots.filter((other) => other.kind !== 'passphrase')] });
  } finally {
    key.fill(0);
  }
}

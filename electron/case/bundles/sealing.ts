import { createHash } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { Failure } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import { CHUNK } from '../importers/bytes';
import type { Bytes } from '../importers/bytes';

/** How a bundle is closed. Its writer can always open what was closed for keys. */
export type Lock = { readonly kind: 'keys'; readonly keys: readonly string[] } | { readonly kind: 'passphrase'; readonly passphrase: string };

/** What a bundle is opened with: the passphrase that somebody told, or else the own key. */
export interface Opener {
  readonly keys: WorkstationKeys;
  readonly passphrase: string | null;
}

/** Most bytes of what a bundle holds: it is opened in memory, so that nothing of it lies unencrypted on a disk. */
export const PAYLOAD_LIMIT = 1024 ** 3;
/** The header of a file for fifty keys fits in a few kilobytes. */
const HEADER_LIMIT = 64 * 1024;
const START = 'age-encryption.org/v1\n';

/** As the same passphrase typed on another keyboard may come in another Unicode form. */
const typed = (passphrase: string): string => passphrase.normalize('NFKC');

/** `logN`: cost of the passphrase, as a power of two; for tests. Throws Failure cardInvalid for a key that is none. */
export async function sealed(payload: ReadableStream<Uint8Array>, lock: Lock, ownKey: string, logN?: number): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  if (lock.kind === 'passphrase') {
    encrypter.setPassphrase(typed(lock.passphrase));
    if (logN !== undefined) encrypter.setScryptWorkFactor(logN);
  } else {
    try {
      for (const key of new Set([...lock.keys, ownKey])) encrypter.addRecipient(key);
    } catch (error) {
      throw new Failure('cardInvalid', { file: '' }, { cause: error });
    }
  }
  return encrypter.encrypt(payload);
}

/** Whether a sealed file asks for a passphrase. Throws Failure bundleDamaged when it is no sealed file. */
export function asksPassphrase(bytes: Bytes, file: string): boolean {
  const head = bytes.read(0, Math.min(bytes.size, HEADER_LIMIT)).toString('latin1');
  const end = head.indexOf('\n---');
  if (!head.startsWith(START) || end < 0) throw new Failure('bundleDamaged', { file });
  return head.slice(0, end).includes('\n-> scrypt ');
}

/**
 * What a sealed file holds, and the SHA-256 of the file: of the very bytes that were opened. Throws Failure bundleDamaged, bundleNotForUs, wrongPassphrase,
 * fileTooLarge, and whatever `step` throws.
 */
export async function unsealed(bytes: Bytes, file: string, { keys, passphrase }: Opener, step: (done: number) => void): Promise<{ readonly payload: Buffer; readonly sha256: string }> {
  const locked = asksPassphrase(bytes, file);
  if (locked && passphrase === null) throw new Failure('wrongPassphrase', { file });
  const decrypter = new Decrypter();
  if (locked) decrypter.addPassphrase(typed(passphrase ?? ''));
  else decrypter.addIdentity(keys.encryption);
  const hash = createHash('sha256');
  let at = 0;
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.size) return controller.close();
      const piece = bytes.read(at, CHUNK);
      at += piece.length;
      hash.update(piece);
      step(at);
      // A copy: what is handed over may be taken apart.
      controller.enqueue(Uint8Array.from(piece));
    },
  }, { highWaterMark: 0 });
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of await decrypter.decrypt(source)) {
      size += piece.length;
      if (size > PAYLOAD_LIMIT) throw new Failure('fileTooLarge', { file, limit: PAYLOAD_LIMIT });
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const none = error instanceof Error && error.message.startsWith('no identity matched');
    throw new Failure(!none ? 'bundleDamaged' : locked ? 'wrongPassphrase' : 'bundleNotForUs', { file }, { cause: error });
  }
  if (at < bytes.size) throw new Failure('bundleDamaged', { file });
  return { payload: Buffer.concat(pieces), sha256: hash.digest('hex') };
}

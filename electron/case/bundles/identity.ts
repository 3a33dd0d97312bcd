import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { identityToRecipient } from 'age-encryption';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';

/** The 12 bytes that say "Ed25519" before the 32 of a public key. */
const SPKI_START = Buffer.from('302a300506032b6570032100', 'hex');
const GROUPS_SHOWN = 4;

const privateKey = (keys: WorkstationKeys): KeyObject => createPrivateKey({ key: Buffer.from(keys.signing, 'base64'), format: 'der', type: 'pkcs8' });

/** Base64 of the 32 bytes of the public key that belongs to these keys. */
export function signingKeyOf(keys: WorkstationKeys): string {
  return createPublicKey(privateKey(keys)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
}

/** "age1…": what others encrypt to. */
export const encryptionKeyOf = (keys: WorkstationKeys): Promise<string> => identityToRecipient(keys.encryption);

/** The 64 bytes of a signature over exactly these bytes. */
export const signed = (keys: WorkstationKeys, bytes: Uint8Array): Buffer => sign(null, bytes, privateKey(keys));

/** Whether the holder of `signingKey` signed these bytes. A key that is none has signed nothing. */
export function isSigned(signingKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const raw = Buffer.from(signingKey, 'base64');
  if (raw.length !== 32 || signature.length !== 64) return false;
  try {
    return verify(null, bytes, createPublicKey({ key: Buffer.concat([SPKI_START, raw]), format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}

/** First and last groups of the SHA-256 of a signing key, to be read out over the telephone: "3f2a 9c41 77b0 1d2e … 0b6e 55aa 1c9d e0f4". */
export function fingerprintOf(signingKey: string): string {
  const groups = createHash('sha256').update(Buffer.from(signingKey, 'base64')).digest('hex').match(/.{4}/g) ?? [];
  return `${groups.slice(0, GROUPS_SHOWN).join(' ')} … ${groups.slice(-GROUPS_SHOWN).join(' ')}`;
}

import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { WorkstationKeys } from '../../shared/contract/lifecycle';
import { canonicalJson } from '../../shared/model/canonicalJson';

/** The 12 bytes that say "Ed25519" before the 32 of a public key. */
const SPKI_START = Buffer.from('302a300506032b6570032100', 'hex');

const privateKey = (keys: WorkstationKeys): KeyObject => createPrivateKey({ key: Buffer.from(keys.signing, 'base64'), format: 'der', type: 'pkcs8' });
const bytesOf = (body: object): Buffer => Buffer.from(canonicalJson(body), 'utf8');

/** Base64 of the 32 bytes of the public key that belongs to these keys. */
export const signingKeyOf = (keys: WorkstationKeys): string => createPublicKey(privateKey(keys)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');

/** Base64 of the signature over the canonical JSON of a record. */
export const signatureOver = (keys: WorkstationKeys, body: object): string => sign(null, bytesOf(body), privateKey(keys)).toString('base64');

/** Whether the holder of `signingKey` signed this record. */
export function isSignatureOver(signingKey: string, body: object, signature: string): boolean {
  const [raw, given] = [Buffer.from(signingKey, 'base64'), Buffer.from(signature, 'base64')];
  if (raw.length !== 32 || given.length !== 64) return false;
  try {
    return verify(null, bytesOf(body), createPublicKey({ key: Buffer.concat([SPKI_START, raw]), format: 'der', type: 'spki' }), given);
  } catch {
    return false;
  }
}

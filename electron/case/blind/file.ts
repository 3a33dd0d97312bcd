import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { Failure } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import { isSigned, signed, signingKeyOf } from '../bundles/identity';
import { replaceFile } from '../replaceFile';
import { POINT_BYTES } from './points';
import { Refusal } from './refusal';
import { headerSchema, sealSchema } from './terms';
import type { Header, Party } from './terms';

/** A file before it is written: what it says, and its points. */
export interface Draft {
  readonly header: Header;
  readonly points: Uint8Array;
}

/** A stranger's file, checked for itself: form, size, checksum and signature. Its points are not yet known to be any. */
export interface BlindFile {
  readonly header: Header;
  /** Points that were ours, blinded by the other as well; in round 1 none. */
  readonly theirs: Uint8Array;
  /** The sender's own list. */
  readonly own: Uint8Array;
  /** Of head and points: names this file in the answer to it. */
  readonly sha256: string;
}

/** What a signature is over, so that it is one over nothing else. */
const SIGNED = 'knoop-blind/1/file\0';
const HEADER_MOST = 32 * 1024;
const SEAL_MOST = 400;
const PIECE = 1024 * 1024;

const headLine = (header: Header): Buffer => Buffer.from(`${canonicalJson(header)}\n`, 'utf8');
const sealLine = (seal: z.infer<typeof sealSchema>): Buffer => Buffer.from(`${canonicalJson(seal)}\n`, 'utf8');
const toSign = (sha256: string): Buffer => Buffer.from(SIGNED + sha256, 'utf8');

/** Who writes, as files name them. Without keys nothing is signed. */
export const partyOf = (service: string, person: string, keys: WorkstationKeys | null): Party => ({ service, person, signingKey: keys === null ? null : signingKeyOf(keys) });

/** What names the file that a draft becomes, in the answer to it. */
export const digestOf = ({ header, points }: Draft): string => createHash('sha256').update(headLine(header)).update(points).digest('hex');

/**
 * Writes a draft: a line of JSON, 32 bytes a point, a line of JSON with checksum and signature. Beside the wanted file first, made durable, then renamed. Throws
 * Refusal blindSignature where the draft names another signing key than is given; Failure diskFull, folderReadOnly.
 */
export function writeBlind(path: string, draft: Draft, keys: WorkstationKeys | null): { readonly sha256: string; readonly bytes: number } {
  if (draft.header.from.signingKey !== (keys === null ? null : signingKeyOf(keys))) throw new Refusal('blindSignature');
  const sha256 = digestOf(draft);
  const seal = sealLine({ sha256, signature: keys === null ? null : signed(keys, toSign(sha256)).toString('base64') });
  const parts = [headLine(draft.header), draft.points, seal];
  replaceFile(path, ...parts);
  return { sha256, bytes: parts.reduce((sum, part) => sum + part.length, 0) };
}

/** Reads exactly so many bytes from a place; a file that ends before was cut short. */
function exactly(handle: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let done = 0; done < size; ) {
    const read = readSync(handle, bytes, done, Math.min(PIECE, size - done), at + done);
    if (read === 0) throw new Refusal('blindDamaged');
    done += read;
  }
  return bytes;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Refusal('blindDamaged', {}, { cause: error });
  }
}

function headerIn(bytes: Buffer): Header {
  const value = parsed(bytes);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'knoop-blind') throw new Refusal('blindDamaged');
  if ('version' in value && typeof value.version === 'number' && value.version > 1) throw new Refusal('blindNewer');
  const header = headerSchema.safeParse(value);
  if (!header.success) throw new Refusal('blindDamaged', {}, { cause: header.error });
  return header.data;
}

function opened(path: string): number {
  try {
    // A pipe by that name must not keep us waiting.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Failure('fileNotFound', { file: basename(path) }, { cause: error });
    throw new Failure('fileUnreadable', { file: basename(path) }, { cause: error });
  }
}

/** Lists are in the order of their bytes, each point once: an order or a repetition would tell something. */
export function requireAscending(points: Uint8Array): void {
  for (let at = POINT_BYTES; at < points.length; at += POINT_BYTES) if (Buffer.compare(points.subarray(at - POINT_BYTES, at), points.subarray(at, at + POINT_BYTES)) >= 0) throw new Refusal('blindDamaged');
}

/**
 * Reads a stranger's file and checks its form, size, checksum and signature; nothing of it is taken for true before that. Holds its points in memory: 32 bytes each, of at most
 * `most` in a list. Throws Refusal blindDamaged, blindNewer, blindTooLarge, blindSignature; Failure fileNotFound, fileUnreadable.
 */
export function readBlind(path: string, most: number): BlindFile {
  const handle = opened(path);
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new Refusal('blindDamaged');
    const head = exactly(handle, 0, Math.min(stat.size, HEADER_MOST));
    const end = head.indexOf(0x0a);
    if (end < 0) throw new Refusal('blindDamaged');
    const header = headerIn(head.subarray(0, end));
    const { theirs, own } = header.counts;
    if (theirs > most || own > most) throw new Refusal('blindTooLarge', { most });
    const [from, size] = [end + 1, (theirs + own) * POINT_BYTES];
    const rest = stat.size - from - size;
    if (rest <= 0 || rest > SEAL_MOST) throw new Refusal('blindDamaged');
    const points = exactly(handle, from, size);
    const last = exactly(handle, from + size, rest);
    const seal = sealSchema.safeParse(parsed(last));
    // One way to write it, so that nothing fits in beside it.
    if (!seal.success || !sealLine(seal.data).equals(last)) throw new Refusal('blindDamaged');
    const sha256 = createHash('sha256').update(head.subarray(0, from)).update(points).digest('hex');
    if (sha256 !== seal.data.sha256) throw new Refusal('blindDamaged');
    const { signingKey } = header.from;
    const { signature } = seal.data;
    if ((signingKey === null) !== (signature === null) || (signingKey !== null && signature !== null && !isSigned(signingKey, toSign(sha256), Buffer.from(signature, 'base64')))) throw new Refusal('blindSignature');
    return { header, theirs: points.subarray(0, theirs * POINT_BYTES), own: points.subarray(theirs * POINT_BYTES), sha256 };
  } finally {
    closeSync(handle);
  }
}

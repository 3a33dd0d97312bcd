import { randomBytes } from 'node:crypto';
import { mapHashToField } from '@noble/curves/abstract/modular.js';
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import { Refusal } from './refusal';

const { Point } = ristretto255;
type Point = InstanceType<typeof Point>;

/** Bytes of a point in its one canonical encoding (RFC 9496), and of a secret. */
export const POINT_BYTES = 32;
/** So many bytes drawn, so that the secret is even over all scalars (RFC 9380, section 5.1). */
const SECRET_SEED = 48;
/** What sets these points apart from those of any other use (RFC 9380, section 3.1). */
const DST = 'knoop-blind/1/ristretto255_XMD:SHA-512_R255MAP_RO_';

/** A new secret: 32 bytes of a scalar that is not zero. */
export const newSecret = (): Uint8Array => mapHashToField(randomBytes(SECRET_SEED), Point.Fn.ORDER, true);

/** An entry as the text that is hashed, which is the same for the same kind and value only. */
export const entryText = (kind: string, value: string): string => canonicalJson([kind, value]);

/** One piece of work on points, small enough to be stopped after it. */
export type Slice =
  /** Entries as points of one session, times the secret. */
  | { readonly does: 'hash'; readonly session: string; readonly texts: readonly string[]; readonly secret: Uint8Array }
  /** Random points, of which nobody knows an entry. */
  | { readonly does: 'fill'; readonly count: number }
  /** A stranger's points, checked, times the secret. */
  | { readonly does: 'times'; readonly points: Uint8Array; readonly secret: Uint8Array }
  /** A stranger's points, only checked: comes back empty. */
  | { readonly does: 'check'; readonly points: Uint8Array };

/** Points that a slice of work is about. */
export const sizeOf = (slice: Slice): number => (slice.does === 'hash' ? slice.texts.length : slice.does === 'fill' ? slice.count : slice.points.length / POINT_BYTES);

function scalar(secret: Uint8Array): bigint {
  const value = Point.Fn.fromBytes(secret);
  if (value === 0n) throw new Refusal('blindDamaged');
  return value;
}

function point(bytes: Uint8Array): Point {
  let found: Point;
  try {
    found = Point.fromBytes(bytes);
  } catch (error) {
    throw new Refusal('blindPoint', {}, { cause: error });
  }
  // The neutral point stays itself under every secret.
  if (found.is0()) throw new Refusal('blindPoint');
  return found;
}

/** hash_to_ristretto255 of RFC 9380: nobody knows one point as a multiple of another. */
const hashed = (bytes: Uint8Array): Point => ristretto255_hasher.hashToCurve(bytes, { DST });

/** Does one slice; gives its points beside each other. Throws Refusal blindPoint where a stranger's list holds what is no point, or the neutral one. */
export function doSlice(slice: Slice): Uint8Array {
  const count = sizeOf(slice);
  const done = new Uint8Array(slice.does === 'check' ? 0 : count * POINT_BYTES);
  const put = (at: number, each: Point): void => done.set(each.toBytes(), at * POINT_BYTES);
  const given = (points: Uint8Array, at: number): Point => point(points.subarray(at * POINT_BYTES, (at + 1) * POINT_BYTES));
  if (slice.does === 'hash') {
    const by = scalar(slice.secret);
    slice.texts.forEach((text, at) => put(at, hashed(Buffer.from(canonicalJson([slice.session, text]), 'utf8')).multiply(by)));
  } else if (slice.does === 'times') {
    const by = scalar(slice.secret);
    for (let at = 0; at < count; at += 1) put(at, given(slice.points, at).multiply(by));
  } else {
    for (let at = 0; at < count; at += 1) {
      if (slice.does === 'fill') put(at, hashed(randomBytes(64)));
      else given(slice.points, at);
    }
  }
  return done;
}

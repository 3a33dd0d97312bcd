import { createHash, randomBytes } from 'node:crypto';
import { Failure } from '../../../shared/contract/failure';
import { doSlice, POINT_BYTES, sizeOf } from '../../../electron/case/blind/points';
import type { Slice } from '../../../electron/case/blind/points';
import { totalOf } from '../../../electron/case/blind/sliced';
import type { BlindWatch, Multiplier } from '../../../electron/case/blind/sliced';

/** Powers modulo the prime 2^127 − 1: commutes as the curve does and is a hundred times faster, and protects nothing. For tests of everything but the curve. */
const PRIME = 2n ** 127n - 1n;

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % PRIME];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

const numberIn = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(POINT_BYTES * 2, '0'), 'hex');

/** A secret's own exponent: a power of a number that is prime to the order. */
const exponents = new Map<string, bigint>();
function ownExponent(secret: Uint8Array): bigint {
  const key = Buffer.from(secret).toString('hex');
  let found = exponents.get(key);
  if (found === undefined) {
    const order = PRIME - 1n;
    found = numberIn(secret) % order | 1n;
    const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b));
    while (common(found, order) !== 1n) found += 2n;
    exponents.set(key, found);
  }
  return found;
}

function toySlice(slice: Slice): Uint8Array {
  const each = (at: number): Buffer => {
    if (slice.does === 'hash') return bytesOf(power(numberIn(createHash('sha256').update(slice.session + (slice.texts[at] ?? '')).digest()), ownExponent(slice.secret)));
    if (slice.does === 'fill') return bytesOf(numberIn(randomBytes(16)) % PRIME);
    const point = slice.points.subarray(at * POINT_BYTES, (at + 1) * POINT_BYTES);
    return slice.does === 'times' ? bytesOf(power(numberIn(point), ownExponent(slice.secret))) : Buffer.alloc(0);
  };
  return Buffer.concat(Array.from({ length: sizeOf(slice) }, (_, at) => each(at)));
}

const inline = (does: (slice: Slice) => Uint8Array): Multiplier => ({
  run(slices: readonly Slice[], watch: BlindWatch) {
    const total = totalOf(slices);
    let done = 0;
    return Promise.resolve().then(() => slices.map((slice) => {
      if (watch.cancelled()) throw new Failure('cancelled');
      const points = does(slice);
      done += sizeOf(slice);
      watch.progress(done, total);
      return points;
    }));
  },
});

/** The curve, in this thread. */
export const curve = inline(doSlice);
/** The stand-in. */
export const powers = inline(toySlice);

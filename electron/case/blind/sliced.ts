import { POINT_BYTES, sizeOf } from './points';
import type { Slice } from './points';

/** Who follows the work. */
export interface BlindWatch {
  /** Points done, of all. */
  progress(done: number, total: number): void;
  /** Asked after each slice, some tenths of a second. */
  cancelled(): boolean;
}

/** What does slices, several at once. */
export interface Multiplier {
  /** The results in the order of the slices. Rejects with Failure cancelled, and with what doSlice throws. */
  run(slices: readonly Slice[], watch: BlindWatch): Promise<readonly Uint8Array[]>;
}

/** Points in one slice: a tenth of a second of work. */
const SLICE = 64;

function* cut(count: number): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < count; from += SLICE) yield [from, Math.min(count, from + SLICE)];
}

const entrySlices = (session: string, texts: readonly string[], secret: Uint8Array): Slice[] => [...cut(texts.length)].map(([from, to]) => ({ does: 'hash', session, texts: texts.slice(from, to), secret }));
const fillSlices = (count: number): Slice[] => [...cut(count)].map(([from, to]) => ({ does: 'fill', count: to - from }));
const pointSlices = (points: Uint8Array, secret: Uint8Array | null): Slice[] => [...cut(points.length / POINT_BYTES)].map(([from, to]) => {
  const part = points.slice(from * POINT_BYTES, to * POINT_BYTES);
  return secret === null ? { does: 'check', points: part } : { does: 'times', points: part, secret };
});

/** Lists of points that are made together, so that progress is over all of them. */
export class Batch {
  private readonly slices: Slice[] = [];
  private readonly lists: (readonly [from: number, to: number])[] = [];

  constructor(private readonly multiplier: Multiplier) {}

  private list(slices: readonly Slice[]): number {
    const from = this.slices.length;
    this.slices.push(...slices);
    this.lists.push([from, this.slices.length]);
    return this.lists.length - 1;
  }

  /** Entries blinded, then random points up to `size`. Gives the number of the list. */
  entries(session: string, texts: readonly string[], secret: Uint8Array, size: number): number {
    return this.list([...entrySlices(session, texts, secret), ...fillSlices(size - texts.length)]);
  }

  /** A stranger's points, checked and blinded once more. */
  times(points: Uint8Array, secret: Uint8Array): number {
    return this.list(pointSlices(points, secret));
  }

  /** A stranger's points, only checked. */
  check(points: Uint8Array): number {
    return this.list(pointSlices(points, null));
  }

  /** The lists by number. */
  async done(watch: BlindWatch): Promise<(list: number) => Uint8Array> {
    const results = await this.multiplier.run(this.slices, watch);
    return (list) => {
      const [from, to] = this.lists[list] ?? [0, 0];
      return Buffer.concat(results.slice(from, to));
    };
  }
}

/** All points that slices are about. */
export const totalOf = (slices: readonly Slice[]): number => slices.reduce((sum, slice) => sum + sizeOf(slice), 0);

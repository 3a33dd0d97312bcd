import { BulkBlocks } from '../../../shared/analysis/matching/bulk';
import type { MatchRecord, MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { MATCH_KINDS } from '../../../shared/schema/types';
import { countsOf, type CountedNames } from './counted';
import { READY } from './ready';

/** Entities that are compared: an index of a million names takes some 125 MB. */
export const MOST_COMPARED = 2_000_000;
/** Pairs that are put in order at once: 8 bytes each. */
const SLICE = 8_000_000;
/** Pairs between two looks at whether it may go on. */
const STEP = 1 << 14;
/** Records are gone through in such parts, each with each: two parts at once are kept ready. */
const PART = Math.floor(READY / 2) - 1000;
const PARTS = Math.ceil(MOST_COMPARED / PART);

/** A pair as one number, by which pairs of the same two parts stand together. */
const placeOf = (first: number, second: number): number => ((Math.floor(first / PART) * PARTS + Math.floor(second / PART)) * PART + (first % PART)) * PART + (second % PART);

function pairAt(place: number): readonly [number, number] {
  const [second, rest] = [place % PART, Math.floor(place / PART)];
  const [first, parts] = [rest % PART, Math.floor(rest / PART)];
  return [Math.floor(parts / PARTS) * PART + first, (parts % PARTS) * PART + second];
}

/** Very many entities at once: what is worth comparing comes out in an order in which each has to be read but a few times. */
export class BulkPairs {
  private readonly blocks: BulkBlocks;
  private readonly keys: number[] = [];
  /** How many of the pairs of a slice were given, 0 to 1. */
  share = 0;

  constructor(vocabulary: MatchVocabulary) {
    this.blocks = new BulkBlocks(vocabulary);
  }

  add(n: number, record: MatchRecord): void {
    this.blocks.add(record);
    this.keys.push(n);
  }

  get counts(): CountedNames {
    return countsOf(MATCH_KINDS, (kind) => this.blocks.counts(kind));
  }

  /** Pairs of short keys, some thousands at a time; `isWanted` says of places whether a pair is. */
  *pairs(size: number, isWanted: (first: number, second: number) => boolean, pause: () => void): Generator<(readonly [number, number])[]> {
    let slice = new Float64Array(1 << 16);
    let filled = 0;
    let seen = 0;
    for (const { first, second } of this.blocks.pairs()) {
      seen += 1;
      if (seen % STEP === 0) pause();
      const [one, other] = [this.keys[first] ?? 0, this.keys[second] ?? 0];
      if (!isWanted(one, other)) continue;
      if (filled === slice.length) {
        const larger = new Float64Array(Math.min(SLICE, slice.length * 2));
        larger.set(slice);
        slice = larger;
      }
      slice[filled] = placeOf(first, second);
      filled += 1;
      if (filled < SLICE) continue;
      yield* this.ordered(slice, size);
      filled = 0;
    }
    yield* this.ordered(slice.subarray(0, filled), size);
  }

  private *ordered(slice: Float64Array, size: number): Generator<(readonly [number, number])[]> {
    slice.sort();
    for (let at = 0; at < slice.length; at += size) {
      this.share = at / slice.length;
      yield Array.from(slice.subarray(at, at + size), (place) => {
        const [first, second] = pairAt(place);
        return [this.keys[first] ?? 0, this.keys[second] ?? 0] as const;
      });
    }
  }
}

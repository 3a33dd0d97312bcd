import { BLOCK_LIMITS, MatchIndex } from '../../../shared/analysis/matching/blocks';
import type { MatchRecord, MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { MATCH_KINDS } from '../../../shared/schema/types';
import { countsOf, type CountedNames } from './counted';

/** How much larger an index is before its words are counted again. */
const GROWN = 1.02;
/** Names that are compared in full for each: who is hardly alike by name is found by his birth, numbers and addresses. */
const COMPARED = 60;

/** The entities of a case in an index that grows: by their short keys, each as it was entered last. */
export class Known {
  private readonly index: MatchIndex;
  private readonly keys: number[] = [];
  private readonly places = new Map<number, number>();
  private counted: { readonly size: number; readonly names: CountedNames } | null = null;

  constructor(vocabulary: MatchVocabulary) {
    this.index = new MatchIndex(vocabulary, { ...BLOCK_LIMITS, namesCompared: COMPARED });
  }

  put(n: number, record: MatchRecord): void {
    this.places.set(n, this.index.add(record));
    this.keys.push(n);
  }

  remove(n: number): void {
    this.places.delete(n);
  }

  /** True when more of it was entered anew since than not: it is better built again. */
  get isWorn(): boolean {
    return this.keys.length > 2 * this.places.size + 1000;
  }

  /** How usual names are; null when that hardly changed since it was asked last. */
  recount(): CountedNames | null {
    if (this.counted !== null && this.keys.length < this.counted.size * GROWN) return null;
    const names = countsOf(MATCH_KINDS, (kind) => this.index.counts(kind));
    this.counted = { size: this.keys.length, names };
    return names;
  }

  /** Others that are worth comparing with it. */
  candidates(n: number, record: MatchRecord): number[] {
    const found = new Set<number>();
    for (const { record: place } of this.index.candidates(record)) {
      const other = this.keys[place];
      if (other !== undefined && other !== n && this.places.get(other) === place) found.add(other);
    }
    return [...found];
  }
}

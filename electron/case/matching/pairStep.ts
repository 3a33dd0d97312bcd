import { MatchIndex } from '../../../shared/analysis/matching/blocks';
import { prepareRecord, type MatchRecord, type MatchVocabulary, type PreparedRecord } from '../../../shared/analysis/matching/matchRecord';
import { scorePrepared } from '../../../shared/analysis/matching/score';
import { comparedEntities, everything } from './changes';
import { recordsOf } from './records';
import type { MatchEntry, MatchStep, Round, StepPlace } from './steps';
import { matchingSettings, matchVocabulary, thresholdsOf } from './vocabulary';

/** Two entities by their short keys, the smaller first, and how likely they are one. */
export type FoundPair = readonly [left: number, right: number, score: number];

/** To be raised when what is found changes with a version of Knoop: all is then compared anew. */
const VERSION = 1;
/** Entities that an index holds: some 125 MB for a million names. */
export const MOST_COMPARED = 2_000_000;
/** Pairs that are kept of one entity when it is compared. */
const KEPT = 30;
/** Records that are kept ready to be compared. */
const READY = 20_000;
/** Entities read at once while the index is built. */
const BATCH = 2000;

/** Short keys of what an index holds, by place, and the place at which each was entered last. */
class Known {
  readonly index: MatchIndex;
  private readonly keys: number[] = [];
  private readonly places = new Map<number, number>();

  constructor(vocabulary: MatchVocabulary) {
    this.index = new MatchIndex(vocabulary);
  }

  put(n: number, record: MatchRecord): void {
    this.places.set(n, this.index.add(record));
    this.keys.push(n);
  }

  remove(n: number): void {
    this.places.delete(n);
  }

  /** How much of what it holds was entered anew since. */
  get stale(): number {
    return this.keys.length - this.places.size;
  }

  get size(): number {
    return this.places.size;
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

/** Finds pairs of entities that may be one. */
class PairStep implements MatchStep {
  readonly name = 'pairs';
  private vocabulary: MatchVocabulary = matchVocabulary();
  private hide = 1;
  private rests = '';
  private known: Known | null = null;
  /** The index was built in this round, out of all that is there now. */
  private fresh = false;
  /** There are more entities than an index may hold. */
  private beyond = false;
  private readonly ready = new Map<number, PreparedRecord>();

  constructor(private readonly place: StepPlace) {}

  basis(): string {
    const settings = matchingSettings(this.place.db);
    const { hide } = thresholdsOf(settings);
    const rests = JSON.stringify([VERSION, hide, settings.weights ?? null]);
    if (rests !== this.rests) {
      this.vocabulary = matchVocabulary(settings);
      this.hide = hide;
      this.ready.clear();
    }
    return (this.rests = rests);
  }

  begin({ all }: Round): void {
    this.fresh = false;
    this.beyond = comparedEntities(this.place.db, this.place.catalogue()) > MOST_COMPARED;
    // What was erased stands in no list of what is gone.
    if (all) this.ready.clear();
    if (all || this.beyond) this.known = null;
  }

  find(batch: readonly MatchEntry[], gone: readonly number[]): readonly FoundPair[] | null {
    for (const n of gone) {
      this.known?.remove(n);
      this.ready.delete(n);
    }
    if (batch.length === 0 || this.beyond) return null;
    const known = this.indexed();
    for (const { n, record } of batch) {
      if (!this.fresh) known.put(n, record);
      this.keep(n, prepareRecord(record, this.vocabulary));
    }
    const worth = batch.map(({ n, record }) => {
      this.place.pause();
      return known.candidates(n, record);
    });
    this.prepare(worth.flat());
    const found = new Map<string, FoundPair>();
    batch.forEach(({ n }, at) => {
      for (const pair of this.likeliest(n, worth[at] ?? [])) found.set(`${pair[0]} ${pair[1]}`, pair);
    });
    return found.size === 0 ? null : [...found.values()];
  }

  private indexed(): Known {
    const { db, catalogue, pause } = this.place;
    if (this.known !== null && this.known.stale > this.known.size) this.known = null;
    if (this.known !== null) return this.known;
    const known = new Known(this.vocabulary);
    const keys = everything(db, catalogue());
    for (let at = 0; at < keys.length; at += BATCH) {
      pause();
      for (const [n, record] of recordsOf(db, catalogue(), keys.slice(at, at + BATCH))) known.put(n, record);
    }
    this.known = known;
    this.fresh = true;
    return known;
  }

  private keep(n: number, prepared: PreparedRecord): void {
    this.ready.delete(n);
    this.ready.set(n, prepared);
  }

  /** Reads those that are not ready; lets go of the longest unused ones before. */
  private prepare(keys: readonly number[]): void {
    const { db, catalogue } = this.place;
    const missing = [...new Set(keys)].filter((n) => !this.ready.has(n));
    for (const n of this.ready.keys()) {
      if (this.ready.size + missing.length <= READY) break;
      this.ready.delete(n);
    }
    for (const [n, record] of recordsOf(db, catalogue(), missing)) this.keep(n, prepareRecord(record, this.vocabulary));
  }

  private likeliest(n: number, others: readonly number[]): FoundPair[] {
    const own = this.ready.get(n);
    if (own === undefined) return [];
    const pairs = others.flatMap((other): FoundPair[] => {
      const prepared = this.ready.get(other);
      if (prepared === undefined) return [];
      const { score } = scorePrepared(own, prepared, this.vocabulary);
      return score < this.hide ? [] : [[Math.min(n, other), Math.max(n, other), score]];
    });
    return pairs.sort((a, b) => b[2] - a[2]).slice(0, KEPT);
  }
}

export const pairStep = (place: StepPlace): MatchStep => new PairStep(place);

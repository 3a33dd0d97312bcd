import type { MatchVocabulary } from '../../../shared/analysis/matching/matchRecord';
import { BulkPairs, MOST_COMPARED } from './bulkPairs';
import { comparedEntities, everything } from './changes';
import { withCounts, type CountedNames } from './counted';
import { Known } from './known';
import { ReadyRecords } from './ready';
import { recordsOf } from './records';
import type { MatchEntry, MatchStep, Round, StepPlace } from './steps';
import { matchingSettings, matchVocabulary, thresholdsOf } from './vocabulary';

/** Two entities by their short keys, the smaller first, and how likely they are one. */
export type FoundPair = readonly [left: number, right: number, score: number];

/** What the step finds: pairs, and how usual names are in the case, by which pairs are scored. */
export type PairsFound = { readonly pairs: readonly FoundPair[] } | { readonly counted: CountedNames };

/** To be raised when what is found changes with a version of Knoop: all is then compared anew. */
const VERSION = 2;
/** From so many on all are blocked together, in time that grows with their number; fewer are each looked for in the index. */
const BULK_FROM = 5000;
/** Pairs that are kept of one entity when it is compared. */
const KEPT = 30;
/** Entities read at once while the index is built. */
const BATCH = 2000;
/** Pairs compared between two signs of life, and pairs that are written down at once. */
const COMPARED = 2000;
const HANDED = 400;

/** Finds pairs of entities that may be one. */
class PairStep implements MatchStep {
  readonly name = 'pairs';
  private vocabulary: MatchVocabulary = matchVocabulary();
  private readonly ready: ReadyRecords;
  private hide = 1;
  private rests = '';
  private known: Known | null = null;
  /** The index was built in this round, out of all that is there now. */
  private fresh = false;
  private bulk: BulkPairs | null = null;
  /** Of a round in bulk that is not about everything: what it is about. */
  private changed: Set<number> | null = null;
  /** What was counted in this round. */
  private counted: CountedNames | null = null;
  /** There are more entities than an index may hold. */
  private beyond = false;

  constructor(private readonly place: StepPlace) {
    this.ready = new ReadyRecords(place, this.vocabulary, this.hide);
  }

  basis(): string {
    const settings = matchingSettings(this.place.db);
    const { hide } = thresholdsOf(settings);
    const rests = JSON.stringify([VERSION, hide, settings.weights ?? null]);
    if (rests !== this.rests) {
      this.vocabulary = matchVocabulary(settings);
      this.ready.use(this.vocabulary, hide);
      this.hide = hide;
    }
    return (this.rests = rests);
  }

  begin({ total, all }: Round): void {
    this.fresh = false;
    this.beyond = comparedEntities(this.place.db, this.place.catalogue()) > MOST_COMPARED;
    // What was erased stands in no list of what is gone.
    if (all) this.ready.clear();
    this.bulk = total >= BULK_FROM && !this.beyond ? new BulkPairs(this.vocabulary) : null;
    this.changed = this.bulk === null || all ? null : new Set();
    // What comes in bulk would wear the index out: the next small round builds it anew.
    if (all || this.beyond || this.bulk !== null) this.known = null;
  }

  atEnd(): boolean {
    return this.bulk !== null;
  }

  share(): number {
    return this.bulk?.share ?? 1;
  }

  find(batch: readonly MatchEntry[], gone: readonly number[]): PairsFound | null {
    for (const n of gone) {
      this.known?.remove(n);
      this.ready.forget(n);
    }
    if (batch.length === 0 || this.beyond) return null;
    if (this.bulk === null) return this.looked(batch);
    for (const { n, record } of batch) {
      this.ready.forget(n);
      this.changed?.add(n);
      this.bulk.add(n, record);
    }
    return null;
  }

  private looked(batch: readonly MatchEntry[]): PairsFound | null {
    const known = this.indexed();
    this.count(known.recount());
    for (const { n, record } of batch) {
      if (!this.fresh) known.put(n, record);
      this.ready.keep(n, record);
    }
    const worth = batch.map(({ n, record }) => {
      this.place.pause();
      return known.candidates(n, record);
    });
    this.ready.read(worth.flat());
    const found = new Map<string, FoundPair>();
    batch.forEach(({ n }, at) => {
      for (const pair of this.likeliest(n, worth[at] ?? [])) found.set(`${pair[0]} ${pair[1]}`, pair);
    });
    return found.size === 0 ? null : { pairs: [...found.values()] };
  }

  /** All entities, as they are entered now. */
  private *everybody(but: ReadonlySet<number> = new Set()): Generator<readonly [number, MatchEntry['record']]> {
    const { db, catalogue, pause } = this.place;
    const keys = everything(db, catalogue()).filter((n) => !but.has(n));
    for (let at = 0; at < keys.length; at += BATCH) {
      pause();
      yield* recordsOf(db, catalogue(), keys.slice(at, at + BATCH));
    }
  }

  private indexed(): Known {
    if (this.known !== null && !this.known.isWorn) return this.known;
    const known = new Known(this.vocabulary);
    for (const [n, record] of this.everybody()) known.put(n, record);
    this.known = known;
    this.fresh = true;
    return known;
  }

  private count(counted: CountedNames | null): void {
    if (counted === null) return;
    this.counted = counted;
    this.ready.use(withCounts(this.vocabulary, counted));
  }

  private likeliest(n: number, others: readonly number[]): FoundPair[] {
    const pairs = others.map((other): FoundPair => [Math.min(n, other), Math.max(n, other), this.ready.score(n, other)]).filter(([, , score]) => score >= this.hide);
    return pairs.sort((a, b) => b[2] - a[2]).slice(0, KEPT);
  }

  *end(): Generator<PairsFound> {
    const { bulk, changed } = this;
    if (bulk !== null) yield* this.compared(bulk, changed);
    else if (this.counted !== null) yield { counted: this.counted };
    this.counted = null;
    this.bulk = null;
    this.changed = null;
  }

  private *compared(bulk: BulkPairs, changed: ReadonlySet<number> | null): Generator<PairsFound> {
    const { pause } = this.place;
    if (changed !== null) for (const [n, record] of this.everybody(changed)) bulk.add(n, record);
    const { counts } = bulk;
    this.count(counts);
    yield { counted: counts };
    const times = new Map<number, number>();
    const timesOf = (n: number): number => times.get(n) ?? 0;
    let found: FoundPair[] = [];
    for (const pairs of bulk.pairs(COMPARED, (one, other) => changed === null || changed.has(one) || changed.has(other), pause)) {
      pause();
      this.ready.read(pairs.flat());
      for (const [one, other] of pairs) {
        const score = this.ready.score(one, other);
        // Of whom very many are like, the first tell as much as all.
        if (score < this.hide || Math.min(timesOf(one), timesOf(other)) >= KEPT) continue;
        for (const n of [one, other]) times.set(n, timesOf(n) + 1);
        found.push([Math.min(one, other), Math.max(one, other), score]);
      }
      if (found.length < HANDED) continue;
      yield { pairs: found };
      found = [];
    }
    if (found.length > 0) yield { pairs: found };
  }
}

export const pairStep = (place: StepPlace): MatchStep => new PairStep(place);

import { prepareRecord, type MatchRecord, type MatchVocabulary, type PreparedRecord } from '../../../shared/analysis/matching/matchRecord';
import { scorerFrom } from '../../../shared/analysis/matching/score';
import { recordsOf } from './records';
import type { StepPlace } from './steps';

/** Records that are kept ready to be compared: some 1 KB each, for their words are shared. */
export const READY = 150_000;

/** Entities ready to be compared: read when they are first asked for, the longest unused ones let go. */
export class ReadyRecords {
  private readonly prepared = new Map<number, PreparedRecord>();

  private scorer: ReturnType<typeof scorerFrom>;

  constructor(private readonly place: StepPlace, private vocabulary: MatchVocabulary, private hide: number) {
    this.scorer = scorerFrom(hide, vocabulary);
  }

  /** From now on with another vocabulary. It reads names as the one before: what is ready stays so. */
  use(vocabulary: MatchVocabulary, hide = this.hide): void {
    [this.vocabulary, this.hide] = [vocabulary, hide];
    this.scorer = scorerFrom(hide, vocabulary);
  }

  clear(): void {
    this.prepared.clear();
  }

  forget(n: number): void {
    this.prepared.delete(n);
  }

  keep(n: number, record: MatchRecord): void {
    this.prepared.delete(n);
    this.prepared.set(n, prepareRecord(record, this.vocabulary));
  }

  /** Reads those that are not ready, all at once. */
  read(keys: Iterable<number>): void {
    const missing: number[] = [];
    for (const n of new Set(keys)) {
      const known = this.prepared.get(n);
      if (known === undefined) missing.push(n);
      else {
        this.prepared.delete(n);
        this.prepared.set(n, known);
      }
    }
    for (const n of this.prepared.keys()) {
      if (this.prepared.size + missing.length <= READY) break;
      this.prepared.delete(n);
    }
    for (const [n, record] of recordsOf(this.place.db, this.place.catalogue(), missing)) this.keep(n, record);
  }

  /** How likely two are one, where that is not to be hidden, else less; 0 where one was not read, or is gone. */
  score(left: number, right: number): number {
    const [a, b] = [this.prepared.get(left), this.prepared.get(right)];
    return a === undefined || b === undefined ? 0 : this.scorer(a, b);
  }
}

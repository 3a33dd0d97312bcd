import type { Database } from 'better-sqlite3';
import type { MatchRecord } from '../../../shared/analysis/matching/matchRecord';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { watchStep } from '../watching/watchStep';
import { pairStep } from './pairStep';

/** One entity as it is compared. */
export interface MatchEntry {
  readonly n: number;
  readonly id: Id;
  readonly record: MatchRecord;
}

/** Where a step works: in the thread, over a connection that cannot write. */
export interface StepPlace {
  readonly db: Database;
  /** As the case has it now: to be asked anew in each round. */
  readonly catalogue: () => Catalogue;
  /** To be called in everything that takes longer than some milliseconds: waits while an import writes, and throws when the case closes. */
  readonly pause: () => void;
}

/** What a round is about: so many entities, and whether that is all there are. */
export interface Round {
  readonly total: number;
  readonly all: boolean;
}

/**
 * One thing that is found out of entities in the background, whenever they are new or changed. It runs in the thread; what it gives is plain data that its `MatchSink` in the case
 * process writes down.
 */
export interface MatchStep {
  readonly name: string;
  /** What outcomes rest on besides entities (settings, lists), as a short text: when it is another, all entities are looked at anew. Asked before each round. */
  basis(): string;
  /** Takes what the sink gives: when the thread starts, and whenever `Matcher.give` is called. */
  give?(data: unknown): void;
  /** True when there is something to do after these entries of the journal, although nothing that is compared changed in them. */
  concerned?(after: number, to: number): boolean;
  begin?(round: Round): void;
  /** What comes of these entities; null: nothing. `gone`: entities that are no more, or are not compared any more; the sink forgot them before. */
  find(batch: readonly MatchEntry[], gone: readonly number[]): unknown;
  /** True while a round's outcomes come only at its end: cut short, it begins anew. */
  atEnd?(): boolean;
  /** How much of `end` is done, 0 to 1. */
  share?(): number;
  /** What came out only now that the round is over, in pieces that are quickly written. */
  end?(): Iterable<unknown>;
}

/** Writes down in the case process what a step found. Runs inside a transaction of some milliseconds; never in a case that is only read. */
export interface MatchSink {
  /** Of the step that it belongs to. */
  readonly name: string;
  /** What the step is given: plain data. */
  given?(): unknown;
  /** All that was found before is void. */
  clear(): void;
  /** What was found of these entities is void: they changed, or are gone. */
  forget(entities: readonly number[]): void;
  apply(found: unknown): void;
  /** How many outcomes wait for a person. */
  waiting(): number;
}

/** What the thread does, in this order. */
export const STEPS: readonly ((place: StepPlace) => MatchStep)[] = [pairStep, watchStep];

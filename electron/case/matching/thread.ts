import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { loadCatalogue } from '../catalogue';
import { openDatabase } from '../db/database';
import { CASE_FILE } from '../folder';
import { journalHead } from '../journal';
import { query } from '../queries/statements';
import { changesSince, everything, type Changes } from './changes';
import { recordsOf } from './records';
import { readState, type StepState } from './state';
import { STEPS, type MatchEntry, type MatchStep } from './steps';

/** What the thread is started with. */
export interface MatchOrder {
  readonly folder: string;
  readonly key: Uint8Array | null;
  /** Three Int32: not 0 when it shall stop; a count that goes up as it gets on; not 0 while it shall wait. */
  readonly flag: SharedArrayBuffer;
  /** Steps that somebody takes the outcomes of, by name, with what each is given. */
  readonly steps: Readonly<Record<string, unknown>>;
}

/** What is written down together, before the thread goes on. */
export interface Found {
  /** Steps of which all that was found before is void; and entities of which it is, for all steps of the round. */
  readonly clear: readonly string[];
  readonly forget: readonly number[];
  /** What each step found, in the order in which it did. */
  readonly found: Readonly<Record<string, readonly unknown[]>>;
  readonly states: Readonly<Record<string, StepState>>;
}

export type MatchWord =
  | { readonly kind: 'found'; readonly steps: readonly string[]; readonly found: Found; readonly done: number; readonly behind: number }
  /** There is nothing to do until told. */
  | { readonly kind: 'resting' };

export type MatchRequest = { readonly kind: 'look' } | { readonly kind: 'taken' } | { readonly kind: 'give'; readonly step: string; readonly data: unknown };

/** Entities that are looked at together, where there are so many at least: words that new ones bring are then held against all others once for more of them. */
const BATCHES: readonly (readonly [least: number, together: number])[] = [[5000, 512], [500, 256], [0, 64]];
/** Entities of which what was found is taken back at once. */
const FORGOTTEN = 2000;
/** Milliseconds of work that are written down together: each time costs the case process a wait for the disk. */
const TOGETHER = 400;
/** Milliseconds between two looks at whether it may go on. */
const WAITING = 200;
/** Milliseconds of rest after what is written down together, where priority cannot be lowered. */
const RESTED = 100;
/** Lower than whatever somebody waits for; on a machine that is busy all the time still enough to get on. */
const NICE = 5;
const CACHE_MIB = 32;

/** The case is closing: nothing that is half done needs to be kept. */
export class Stopped extends Error {}

interface Work {
  readonly steps: readonly MatchStep[];
  readonly before: Readonly<Record<string, StepState>>;
  readonly to: number;
  readonly all: boolean;
  readonly changes: Changes;
  /** The last entity that was done before the round was cut short; 0: it only begins. */
  readonly after: number;
}

/** Looks through the case in rounds, each over what has changed since the last, and hands what its steps find to the case process, which writes it down. */
export class MatchThread {
  private readonly db: Database;
  private readonly state: Int32Array;
  private readonly steps: readonly MatchStep[];
  private loaded: { readonly own: string; readonly catalogue: Catalogue } | null = null;
  /** Entries of the journal up to which nothing was left to compare, by step: not worth writing down. */
  private readonly passed = new Map<string, number>();
  private wake: (() => void) | null = null;
  private taken: (() => void) | null = null;
  private looked = false;
  private isLowered = false;

  constructor({ folder, key, flag, steps }: MatchOrder, private readonly say: (word: MatchWord) => void) {
    this.state = new Int32Array(flag);
    const held = key === null ? null : Buffer.from(key.buffer, key.byteOffset, key.byteLength);
    this.db = openDatabase(join(folder, CASE_FILE), { key: held, readOnly: true, cacheMiB: CACHE_MIB });
    held?.fill(0);
    const place = { db: this.db, catalogue: () => this.catalogue(), pause: () => this.pause() };
    this.steps = STEPS.map((make) => make(place)).filter(({ name }) => Object.hasOwn(steps, name));
    for (const step of this.steps) step.give?.(steps[step.name]);
  }

  /** The types as they were when the round began. */
  private catalogue(): Catalogue {
    return (this.loaded ?? this.load()).catalogue;
  }

  private load(): { readonly catalogue: Catalogue } {
    const own = JSON.stringify(query(this.db, 'SELECT id, use, content FROM user_type ORDER BY id').all({}));
    // The same types keep the same object, by which others keep what they worked out.
    if (this.loaded?.own !== own) this.loaded = { own, catalogue: loadCatalogue(this.db).catalogue };
    return this.loaded;
  }

  private pause(): void {
    Atomics.add(this.state, 1, 1);
    while (Atomics.load(this.state, 2) !== 0 && Atomics.load(this.state, 0) === 0) {
      Atomics.wait(this.state, 2, 1, WAITING);
      Atomics.add(this.state, 1, 1);
    }
    if (Atomics.load(this.state, 0) !== 0) throw new Stopped();
  }

  take(request: MatchRequest): void {
    if (request.kind === 'taken') return this.taken?.();
    if (request.kind === 'give') this.steps.find(({ name }) => name === request.step)?.give?.(request.data);
    this.looked = true;
    this.wake?.();
  }

  /** Works and rests until the case closes. */
  async run(): Promise<void> {
    this.isLowered = lowerPriority();
    try {
      for (;;) {
        this.pause();
        this.looked = false;
        const work = this.next();
        if (work !== null) await this.do(work);
        else if (!this.looked) {
          this.say({ kind: 'resting' });
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
          this.wake = null;
        }
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      this.db.close();
    }
  }

  /** What is furthest behind: steps that stand at the same entry go through the case together. */
  private next(): Work | null {
    const { seq: head } = journalHead(this.db);
    this.load();
    const standing = this.steps.map((step) => {
      const basis = step.basis();
      const kept = readState(this.db, step.name);
      const state: StepState = kept === null || kept.basis !== basis || kept.upTo > head ? { upTo: 0, basis } : kept.to === undefined ? { ...kept, upTo: Math.max(kept.upTo, this.passed.get(step.name) ?? 0) } : kept;
      return { step, state, key: JSON.stringify([state.upTo, state.to ?? head, state.after ?? -1]) };
    });
    for (const key of new Set(standing.toSorted((a, b) => a.state.upTo - b.state.upTo).map((each) => each.key))) {
      const together = standing.filter((each) => each.key === key);
      const [first] = together;
      if (first === undefined) continue;
      const { state } = first;
      const to = state.to ?? head;
      if (state.upTo >= head) continue;
      const some = state.upTo === 0 ? null : changesSince(this.db, this.catalogue(), state.upTo, to, () => this.pause());
      const changes = some ?? { live: everything(this.db, this.catalogue()), gone: [] };
      if (some !== null && changes.live.length + changes.gone.length === 0 && state.to === undefined && !together.some(({ step }) => step.concerned?.(state.upTo, to) === true)) {
        for (const { step } of together) this.passed.set(step.name, to);
        continue;
      }
      return { steps: together.map(({ step }) => step), before: Object.fromEntries(together.map((each) => [each.step.name, each.state])), to, all: some === null, changes, after: state.after ?? 0 };
    }
    return null;
  }

  private async do({ steps, before, to, all, changes, after }: Work): Promise<void> {
    const { live, gone } = changes;
    const names = steps.map(({ name }) => name);
    const found = (part: Partial<Found>): Found => ({ clear: [], forget: [], found: {}, states: {}, ...part });
    const states = (state: (before: StepState) => StepState, of: readonly MatchStep[] = steps): Found['states'] => Object.fromEntries(of.map(({ name }) => [name, state(before[name] ?? { upTo: 0, basis: '' })]));
    let done = live.findIndex((n) => n > after);
    if (done < 0) done = live.length;
    const hand = (part: Partial<Found>): Promise<void> => {
      // Of what comes out at the end, nothing is done before.
      const share = Math.min(1, ...steps.filter((step) => step.atEnd?.() === true).map((step) => step.share?.() ?? 0));
      const over = Math.floor(done * share);
      return this.hand({ kind: 'found', steps: names, found: found(part), done: over, behind: live.length - over });
    };
    for (const step of steps) step.begin?.({ total: live.length, all });
    if (after === 0) {
      const left = all ? [] : [...gone, ...live];
      if (all) await hand({ clear: names });
      for (let at = 0; at < left.length; at += FORGOTTEN) await hand({ forget: left.slice(at, at + FORGOTTEN) });
    }
    for (const step of steps) step.find([], gone);
    const together = BATCHES.find(([least]) => live.length >= least)?.[1] ?? 1;
    let results: Record<string, unknown[]> = {};
    let since = Date.now();
    while (done < live.length) {
      this.pause();
      const keys = live.slice(done, done + together);
      const batch = this.entries(keys);
      for (const step of steps) keep(results, step.name, step.find(batch, []));
      done += keys.length;
      if (done < live.length && Date.now() - since < TOGETHER) continue;
      const last = keys.at(-1) ?? 0;
      await hand({ found: results, states: states((state) => ({ ...state, to, after: last }), steps.filter((step) => step.atEnd?.() !== true)) });
      [results, since] = [{}, Date.now()];
    }
    for (const step of steps) for (const piece of step.end?.() ?? []) await hand({ found: { [step.name]: [piece] } });
    await hand({ states: states(({ basis }) => ({ upTo: to, basis })) });
  }

  private entries(keys: readonly number[]): MatchEntry[] {
    const records = recordsOf(this.db, this.catalogue(), keys);
    const ids = query<{ n: number; id: string }>(this.db, 'SELECT entity.n, entity.id FROM json_each(@keys) wanted CROSS JOIN entity ON entity.n = wanted.value').all({ keys: JSON.stringify(keys) });
    return ids.flatMap(({ n, id }) => {
      const record = records.get(n);
      return record === undefined ? [] : [{ n, id, record }];
    });
  }

  /** Goes on when it was written down: the case process is never flooded. */
  private async hand(word: MatchWord): Promise<void> {
    await new Promise<void>((resolve) => {
      this.taken = resolve;
      this.say(word);
    });
    this.taken = null;
    this.pause();
    if (!this.isLowered) await new Promise((resolve) => void setTimeout(resolve, RESTED));
  }
}

function keep(results: Record<string, unknown[]>, step: string, found: unknown): void {
  if (found !== null && found !== undefined) (results[step] ??= []).push(found);
}

/** Lowers the priority of this thread alone, where the system can; elsewhere it would slow down all of Knoop. */
function lowerPriority(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    setPriority(0, NICE);
    return true;
  } catch {
    // A container may forbid it.
    return false;
  }
}

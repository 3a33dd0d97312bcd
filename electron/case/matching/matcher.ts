import { Worker } from 'node:worker_threads';
import type { CaseService } from '../../../shared/contract/caseService';
import type { EventPayload } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import { guard, type Guard, type Patience } from '../guard';
import type { CaseStore } from '../store';
import { workerFile } from '../threads';
import { forgetStates, writeState } from './state';
import type { MatchSink } from './steps';
import type { MatchOrder, MatchRequest, MatchWord } from './thread';

export type Matched = EventPayload<CaseService, 'case.matched'>;

/** Times, milliseconds. */
export interface MatchRhythm {
  /** From opening the case until the thread starts, so that it does not slow down the first pictures. */
  readonly first?: number;
  /** Changes are looked at together. */
  readonly together?: number;
  /** Between two tries to write while an import does. */
  readonly again?: number;
  /** A thread that has nothing to do keeps its index for so long. */
  readonly kept?: number;
  /** How long closing waits for the thread. */
  readonly ending?: number;
  /** A thread that gives no sign of life is ended after so long. */
  readonly patience?: Patience;
}

const FIRST = 1500;
const TOGETHER = 300;
const AGAIN = 250;
const KEPT = 15 * 60_000;
const ENDING = 800;
/** Laying out an index of a million names is one step. */
const PATIENCE: Patience = { still: 180, stopping: 5 };
const TOLD = 500;
/** What waits for a person is counted again when so many times as long has passed as that takes. */
const COUNTED = 30;
/** What holds the index: typed arrays lie outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 1536 };
/** A thread that died is started once more. */
const TRIES = 2;

interface Thread {
  readonly worker: Worker;
  readonly flag: Int32Array;
  readonly watched: Guard;
}

/**
 * Looks for who may be who while the case goes on answering: a thread compares what every commit has changed, one step of `STEPS` after another, and what it finds is written here, in
 * small transactions outside of the journal, by the sinks of those steps. It rests while an import writes, and a case that is only read is left alone.
 */
export class Matcher {
  private thread: Thread | null = null;
  private held: Extract<MatchWord, { kind: 'found' }> | null = null;
  private readonly timers = new Map<'look' | 'write' | 'rest' | 'tell' | 'again', NodeJS.Timeout>();
  private holding: NodeJS.Timeout | null = null;
  private leave: (() => void) | null = null;
  private deaths = 0;
  private ended = false;
  private working = false;
  private done = 0;
  private behind = 0;
  /** How long counting took, ms. */
  private counting = 0;

  constructor(private readonly store: CaseStore, private readonly sinks: readonly MatchSink[], private readonly announce: (matched: Matched) => void, private readonly report: (error: unknown, during: string) => void, private readonly rhythm: MatchRhythm = {}, private readonly file: string = workerFile('match')) {}

  /** Begins to hear of commits, and soon looks for what is new since the case was last open. */
  start(): void {
    if (this.store.readOnly) return;
    this.leave = this.store.on('changed', () => this.soon(this.rhythm.together ?? TOGETHER));
    this.soon(this.rhythm.first ?? FIRST);
  }

  /** Ends the thread; what it had not yet found is looked for when the case is opened again. */
  async stop(): Promise<void> {
    this.ended = true;
    this.leave?.();
    for (const timer of this.timers.values()) clearTimeout(timer);
    await this.end();
  }

  /** Compares everything anew. Throws Failure caseReadOnly, importRunning. */
  again(): void {
    if (this.store.readOnly) throw new Failure('caseReadOnly');
    if (!this.store.aside(() => forgetStates(this.store.db))) throw new Failure('importRunning');
    this.deaths = 0;
    // What is half done rests on what was forgotten.
    void this.end().then(() => this.soon(0));
  }

  /** Gives a step anew what its sink has for it: lists that changed outside of the case. */
  give(step: string): void {
    const sink = this.sinks.find(({ name }) => name === step);
    if (sink?.given !== undefined && this.thread !== null) this.tell({ kind: 'give', step, data: sink.given() });
    this.soon(0);
  }

  /** How it stands: `done` and `behind` are entities of the round that runs. */
  status(): Pick<Matched, 'working' | 'done' | 'behind'> {
    return { working: this.working, done: this.done, behind: this.behind };
  }

  private timer(name: 'look' | 'write' | 'rest' | 'tell' | 'again', milliseconds: number, then: () => void): void {
    clearTimeout(this.timers.get(name));
    this.timers.set(name, setTimeout(() => {
      this.timers.delete(name);
      if (this.ended || !this.store.db.open) return;
      try {
        then();
      } catch (error) {
        // What is computed in the background never takes the case down.
        this.report(error, 'matching');
      }
    }, milliseconds).unref());
  }

  private soon(milliseconds: number): void {
    if (this.ended || this.store.readOnly) return;
    this.timer('look', milliseconds, () => this.look());
  }

  private look(): void {
    if (this.deaths >= TRIES) return;
    this.setWorking(true);
    if (this.thread !== null) return this.tell({ kind: 'look' });
    try {
      this.thread = this.started();
    } catch (error) {
      // What a sink is to give may be damaged, and is new when it is asked again.
      this.died(error);
    }
  }

  private tell(request: MatchRequest): void {
    this.thread?.worker.postMessage(request);
  }

  private started(): Thread {
    const { folder, key } = this.store;
    const flags = new SharedArrayBuffer(12);
    const flag = new Int32Array(flags);
    const steps = Object.fromEntries(this.sinks.map((sink) => [sink.name, sink.given?.() ?? null]));
    const order: MatchOrder = { folder, key: key === null ? null : Uint8Array.from(key), flag: flags, steps };
    const worker = new Worker(this.file, { workerData: order, resourceLimits: LIMITS });
    const thread: Thread = { worker, flag, watched: guard(worker, flag, this.rhythm.patience ?? PATIENCE, () => this.working && this.held === null) };
    let fault: unknown;
    worker.on('message', (word: MatchWord) => {
      if (this.thread === thread) this.hear(word);
    });
    worker.once('error', (error) => {
      fault = error;
    });
    worker.once('exit', () => {
      thread.watched.end();
      if (this.thread === thread) this.died(thread.watched.failure(fault));
    });
    this.hold(thread);
    return thread;
  }

  /** Lets the thread wait as long as an import writes. */
  private hold(thread: Thread): void {
    if (this.holding !== null) clearInterval(this.holding);
    this.holding = setInterval(() => {
      Atomics.store(thread.flag, 2, this.store.importing ? 1 : 0);
      if (!this.store.importing) Atomics.notify(thread.flag, 2);
    }, this.rhythm.again ?? AGAIN).unref();
  }

  /** A case goes on without: the thread is tried once more, then left until something is asked of it or the case is opened again. */
  private died(error: unknown): void {
    this.forgetThread();
    if (this.ended) return;
    this.report(error, 'matching');
    this.deaths += 1;
    if (this.deaths < TRIES) this.soon(this.rhythm.together ?? TOGETHER);
    else this.setWorking(false);
  }

  private forgetThread(): void {
    this.thread = null;
    this.held = null;
    if (this.holding !== null) clearInterval(this.holding);
    this.holding = null;
  }

  private async end(): Promise<void> {
    const { thread } = this;
    this.forgetThread();
    if (thread === null) return;
    thread.watched.end();
    Atomics.store(thread.flag, 0, 1);
    Atomics.notify(thread.flag, 2);
    await Promise.race([thread.worker.terminate(), new Promise((resolve) => void setTimeout(resolve, this.rhythm.ending ?? ENDING).unref())]);
  }

  private hear(word: MatchWord): void {
    if (word.kind === 'resting') {
      this.deaths = 0;
      this.setWorking(false);
      this.timer('rest', this.rhythm.kept ?? KEPT, () => {
        if (!this.working) void this.end();
      });
      return;
    }
    // It may have been told to look again just as it came to rest.
    this.setWorking(true);
    this.held = word;
    this.write();
  }

  private write(): void {
    const { held } = this;
    if (held === null) return;
    const mine = this.sinks.filter(({ name }) => held.steps.includes(name));
    const { clear, forget, found, states } = held.found;
    let written = false;
    try {
      written = this.store.aside(() => {
        for (const sink of mine) {
          if (clear.includes(sink.name)) sink.clear();
          if (forget.length > 0) sink.forget(forget);
          for (const own of found[sink.name] ?? []) sink.apply(own);
        }
        for (const [step, state] of Object.entries(states)) writeState(this.store.db, step, state);
      });
    } catch (error) {
      // Most likely the disk is full: nothing is lost by trying later.
      if (!this.timers.has('again')) {
        this.report(error, 'matching');
        this.timer('again', 60_000, () => undefined);
      }
    }
    if (!written) return this.timer('write', this.rhythm.again ?? AGAIN, () => this.write());
    this.held = null;
    [this.done, this.behind] = [held.done, held.behind];
    this.tell({ kind: 'taken' });
    this.later();
  }

  private setWorking(working: boolean): void {
    if (this.working === working) return;
    this.working = working;
    if (working) clearTimeout(this.timers.get('rest'));
    else [this.done, this.behind] = [0, 0];
    this.later();
  }

  /** Tells how it stands, not more often than somebody can read. */
  private later(): void {
    if (this.timers.has('tell') || this.ended) return;
    this.timer('tell', Math.max(TOLD, COUNTED * this.counting), () => {
      const began = performance.now();
      const waiting = (name: string): number => this.sinks.find((sink) => sink.name === name)?.waiting() ?? 0;
      const [proposals, hits] = [waiting('pairs'), waiting('watch')];
      this.counting = performance.now() - began;
      this.announce({ ...this.status(), proposals, hits });
    });
  }
}

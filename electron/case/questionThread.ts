import { Worker } from 'node:worker_threads';
import type { CaseService } from '../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../shared/contract/definition';
import { Failure, valueOf, type Reply } from '../../shared/contract/failure';
import type { IdentityMode } from '../../shared/model/identity';
import type { Progress } from './importers/watch';
import type { CaseStore } from './store';

type Requests = CaseService['requests'];

/** One question as it goes to the thread. */
export interface Ask<Question extends keyof Requests> {
  readonly question: Question;
  readonly args: unknown;
  readonly mode: IdentityMode;
}
/** What the thread is started with. */
export interface QuestionOrder {
  readonly folder: string;
  readonly key: Uint8Array | null;
  /** One Int32: not 0 when the question is to be given up. */
  readonly flag: SharedArrayBuffer;
}
export type QuestionWord = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly reply: Reply<unknown> };

interface Thread {
  readonly worker: Worker;
  readonly stop: Int32Array;
}

/** What the thread has read stays in memory while somebody works with it; ms. */
const KEPT_MS = 600_000;

/** Answers questions about a case off its main thread, one after another, in one thread that keeps what it has read in memory between them. */
export class QuestionThread<Known extends keyof Requests> {
  private thread: Thread | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private resting: NodeJS.Timeout | null = null;
  private running: string | null = null;
  private readonly cancelled = new Set<string>();

  constructor(private readonly store: CaseStore, private readonly file: string) {}

  /** Rejects with the question's failures, and "cancelled". */
  ask<Question extends Known>(question: Question, args: ParsedArgumentsOf<Requests[Question]>, mode: IdentityMode, onProgress: (progress: Progress) => void): Promise<ResultOf<Requests[Question]>> {
    const answer = this.last.then(() => this.asked({ question, args, mode }, (args as { readonly job: string }).job, onProgress)) as Promise<ResultOf<Requests[Question]>>;
    this.last = answer.catch(() => undefined);
    return answer;
  }
  /** Gives up a question that runs or waits. */
  cancel(job: string): void {
    if (this.running === job && this.thread !== null) Atomics.store(this.thread.stop, 0, 1);
    else this.cancelled.add(job);
  }

  /** Ends the thread: the case is closing. */
  async end(): Promise<void> {
    if (this.resting !== null) clearTimeout(this.resting);
    const { thread } = this;
    this.thread = null;
    await thread?.worker.terminate();
  }

  private async asked(ask: Ask<Known>, job: string, onProgress: (progress: Progress) => void): Promise<unknown> {
    if (this.cancelled.delete(job)) throw new Failure('cancelled');
    if (this.resting !== null) clearTimeout(this.resting);
    const { worker, stop } = (this.thread ??= this.started());
    Atomics.store(stop, 0, 0);
    this.running = job;
    worker.ref();
    let leave = (): void => undefined;
    try {
      const reply = await new Promise<Reply<unknown>>((resolve, reject) => {
        const hear = (word: QuestionWord): void => (word.kind === 'progress' ? onProgress(word.progress) : resolve(word.reply));
        const failed = (error?: unknown): void => reject(error instanceof Error ? error : new Failure('internal'));
        const exited = (): void => failed();
        leave = () => void worker.off('message', hear).off('error', failed).off('exit', exited);
        worker.on('message', hear).on('error', failed).on('exit', exited);
        worker.postMessage(ask);
      });
      // What nobody foresaw belongs in the log of the process.
      if (!reply.ok && reply.code === 'internal') throw new Error(reply.message);
      return valueOf(reply);
    } finally {
      leave();
      this.running = null;
      this.cancelled.delete(job);
      worker.unref();
      this.resting = setTimeout(() => void this.end(), KEPT_MS).unref();
    }
  }

  private started(): Thread {
    const { folder, key } = this.store;
    const flag = new SharedArrayBuffer(4);
    const order: QuestionOrder = { folder, key: key === null ? null : Uint8Array.from(key), flag };
    const thread: Thread = { worker: new Worker(this.file, { workerData: order }), stop: new Int32Array(flag) };
    // One that dies is gone; the next question starts another.
    const forget = (): void => {
      if (this.thread === thread) this.thread = null;
    };
    thread.worker.on('error', forget).once('exit', forget);
    return thread;
  }
}

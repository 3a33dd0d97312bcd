import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ResourceLimits } from 'node:worker_threads';
import { valueOf } from '../../shared/contract/failure';
import type { Reply } from '../../shared/contract/failure';
import { guard, PATIENCE, WHOLE_FILE_LIMITS } from './guard';
import type { Patience } from './guard';
import type { Progress } from './importers/watch';
import type { CaseStore } from './store';

/** What a thread is started with. */
export interface Order<Request> {
  readonly folder: string;
  readonly key: Uint8Array | null;
  readonly request: Request;
  /** Two Int32: not 0 when it shall stop; a count that goes up with all that is read. */
  readonly flag: SharedArrayBuffer;
}

export type Word<Result> = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly reply: Reply<Result> };

/** The bundle of a thread beside the case process (out/case/workers/<name>.cjs). */
export function workerFile(name: string): string {
  const beside = join(import.meta.dirname, 'workers', `${name}.cjs`);
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'workers', `${name}.cjs`);
}

/** Work of one kind for an open case, each piece under a name and in a thread of its own while the case goes on answering. */
export class Threads<Request, Result> {
  private readonly running = new Map<string, Int32Array>();

  constructor(private readonly store: CaseStore, private readonly worker: string, private readonly patience: Patience = PATIENCE, private readonly limits: ResourceLimits = WHOLE_FILE_LIMITS) {}

  /** Rejects with the failure that the thread answers; fileStalled when it hangs, fileTooLarge when it takes too much memory, else "internal". */
  async run(job: string, request: Request, onProgress: (progress: Progress) => void): Promise<Result> {
    const flag = new SharedArrayBuffer(8);
    this.running.set(job, new Int32Array(flag));
    try {
      const { folder, key } = this.store;
      return valueOf(await this.started({ folder, key: key === null ? null : Uint8Array.from(key), request, flag }, onProgress));
    } finally {
      this.running.delete(job);
    }
  }

  /** Asks the job to stop; it then fails with "cancelled". Does nothing for a job that is not running. */
  cancel(job: string): void {
    const stop = this.running.get(job);
    if (stop !== undefined) Atomics.store(stop, 0, 1);
  }

  /** Asks whatever runs to stop: the case is closing. */
  cancelAll(): void {
    for (const job of this.running.keys()) this.cancel(job);
  }

  private started(order: Order<Request>, onProgress: (progress: Progress) => void): Promise<Reply<Result>> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.worker, { workerData: order, resourceLimits: this.limits });
      const watched = guard(worker, new Int32Array(order.flag), this.patience);
      worker.on('message', (word: Word<Result>) => {
        if (word.kind === 'progress') onProgress(word.progress);
        else resolve(word.reply);
      });
      worker.once('error', (error) => reject(watched.failure(error)));
      worker.once('exit', () => {
        watched.end();
        reject(watched.failure());
      });
    });
  }
}

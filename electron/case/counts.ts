import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { valueOf } from '../../shared/contract/failure';
import type { Reply } from '../../shared/contract/failure';
import type { ImportCount } from '../../shared/contract/importing';
import type { CountRequest } from './counting';
import { guard, WHOLE_FILE_LIMITS } from './guard';
import type { Progress } from './importers/watch';
import type { CaseStore } from './store';

/** What the worker is started with. */
export interface CountOrder {
  readonly folder: string;
  readonly key: Uint8Array | null;
  readonly request: CountRequest;
  /** Two Int32: not 0 when it shall stop; a count that goes up with all that is read. */
  readonly flag: SharedArrayBuffer;
}

export type CountWord = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly reply: Reply<ImportCount> };

/** The bundle beside the case process (out/case/workers/count.cjs). */
function workerFile(): string {
  const beside = join(import.meta.dirname, 'workers', 'count.cjs');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'workers', 'count.cjs');
}

/** Dry runs over whole files, each in a thread of its own while the case goes on answering. */
export class Counts {
  private readonly running = new Map<string, Int32Array>();

  constructor(private readonly store: CaseStore, private readonly worker: string = workerFile()) {}

  /** Counts under the name `job`. Rejects with the failures of countImport; a thread that dies is "internal". */
  async run(job: string, request: CountRequest, onProgress: (progress: Progress) => void): Promise<ImportCount> {
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

  private started(order: CountOrder, onProgress: (progress: Progress) => void): Promise<Reply<ImportCount>> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.worker, { workerData: order, resourceLimits: WHOLE_FILE_LIMITS });
      const watched = guard(worker, new Int32Array(order.flag));
      worker.on('message', (word: CountWord) => {
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

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { valueOf } from '../../../shared/contract/failure';
import type { Reply } from '../../../shared/contract/failure';
import type { VersionDifference } from '../../../shared/contract/sharing';
import type { Mapping } from '../../../shared/mapping/mapping';
import { guard, PATIENCE, WHOLE_FILE_LIMITS } from '../guard';
import type { Document } from '../importers/document';
import type { Progress } from '../importers/watch';
import type { CaseStore } from '../store';

export interface CompareRequest {
  readonly document: Document;
  /** Id of the source that it may be a later version of. */
  readonly source: string;
  readonly mapping: Mapping;
}

/** Seconds without a sign of life: between the two tables rows are put in order. */
const SORTING = 120;

/** What the worker is started with. */
export interface CompareOrder {
  readonly folder: string;
  readonly key: Uint8Array | null;
  readonly request: CompareRequest;
  /** Two Int32: not 0 when the comparison shall stop; a count that goes up with all that is read. */
  readonly flag: SharedArrayBuffer;
}

export type CompareWord = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly reply: Reply<VersionDifference> };

/** The bundle beside the case process (out/case/workers/compare.cjs). */
function workerFile(): string {
  const beside = join(import.meta.dirname, 'workers', 'compare.cjs');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'workers', 'compare.cjs');
}

/** The comparisons of one open case, each in a thread of its own while the case goes on answering. */
export class Comparisons {
  private readonly running = new Map<string, Int32Array>();

  constructor(private readonly store: CaseStore, private readonly worker: string = workerFile()) {}

  /** Compares under the name `job`. Rejects with the failures of compareWithSource. */
  async run(job: string, request: CompareRequest, onProgress: (progress: Progress) => void): Promise<VersionDifference> {
    const flag = new SharedArrayBuffer(8);
    this.running.set(job, new Int32Array(flag));
    const { folder, key } = this.store;
    const order: CompareOrder = { folder, key: key === null ? null : Uint8Array.from(key), request, flag };
    try {
      return valueOf(await new Promise<Reply<VersionDifference>>((resolve, reject) => {
        const worker = new Worker(this.worker, { workerData: order, resourceLimits: WHOLE_FILE_LIMITS });
        const watched = guard(worker, new Int32Array(order.flag), { ...PATIENCE, still: SORTING });
        worker.on('message', (word: CompareWord) => {
          if (word.kind === 'progress') onProgress(word.progress);
          else resolve(word.reply);
        });
        worker.once('error', (error) => reject(watched.failure(error)));
        worker.once('exit', () => {
          watched.end();
          reject(watched.failure());
        });
      }));
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
}

import { Worker } from 'node:worker_threads';
import { Failure } from '../../../shared/contract/failure';
import { workerFile } from '../threads';
import { sizeOf } from './points';
import type { Slice } from './points';
import { Refusal } from './refusal';
import type { RefusalCode } from './refusal';
import { totalOf } from './sliced';
import type { BlindWatch, Multiplier } from './sliced';

export interface SliceOrder {
  readonly at: number;
  readonly slice: Slice;
}
export type SliceWord = { readonly at: number; readonly points: Uint8Array } | { readonly at: number; readonly refused: RefusalCode | null; readonly message: string };

/** Two cores are what workstations have; the second answers the user anyhow. */
const THREADS = 2;
/** Points are small; what grows beyond this is no list. */
const LIMITS = { maxOldGenerationSizeMb: 256 };

/** Multiplies in threads that live for one call. A cancel ends them at once. */
export class MultiplyingThreads implements Multiplier {
  constructor(private readonly file: string = workerFile('blind'), private readonly count: number = THREADS) {}

  /** Rejects with Failure cancelled, internal where a thread dies; Refusal blindPoint. */
  async run(slices: readonly Slice[], watch: BlindWatch): Promise<readonly Uint8Array[]> {
    const workers = Array.from({ length: Math.max(1, Math.min(this.count, slices.length)) }, () => new Worker(this.file, { resourceLimits: LIMITS }));
    try {
      return await shared(workers, slices, watch);
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  }
}

function shared(workers: readonly Worker[], slices: readonly Slice[], watch: BlindWatch): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const results: Uint8Array[] = Array.from({ length: slices.length }, () => new Uint8Array(0));
    const total = totalOf(slices);
    let [next, back, done] = [0, 0, 0];
    /** What was on its way when it ended is not told any more. */
    let ended = false;
    const fail = (error: Error): void => {
      ended = true;
      reject(error);
    };
    const give = (worker: Worker): void => {
      const slice = slices[next];
      if (slice === undefined) return;
      worker.postMessage({ at: next, slice } satisfies SliceOrder);
      next += 1;
    };
    const take = (worker: Worker, word: SliceWord): void => {
      if (ended) return;
      if ('refused' in word) {
        fail(word.refused === null ? new Error(word.message) : new Refusal(word.refused));
        return;
      }
      const slice = slices[word.at];
      results[word.at] = word.points;
      back += 1;
      done += slice === undefined ? 0 : sizeOf(slice);
      watch.progress(done, total);
      if (back === slices.length) resolve(results);
      else if (watch.cancelled()) fail(new Failure('cancelled'));
      else give(worker);
    };
    if (slices.length === 0) resolve([]);
    else if (watch.cancelled()) reject(new Failure('cancelled'));
    else for (const worker of workers) {
      worker.on('message', (word: SliceWord) => take(worker, word));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Failure('internal')));
      give(worker);
      // A second order waits beside the first, so that no thread is idle while the other is listened to.
      give(worker);
    }
  });
}

import type { ResourceLimits, Worker } from 'node:worker_threads';
import { Failure } from '../../shared/contract/failure';

/** Memory of a thread that shows or tries a file: more than any file of people needs, and too little to take the case with it. */
export const READER_LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 512 };

/** And of one that follows a file to its end: who is new in it must be known to the last row. Yet more would take the case with it. */
export const WHOLE_FILE_LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 1024 };

export interface Patience {
  /** Seconds without a sign of life after which a thread is ended; while it was asked to stop, `stopping`. */
  readonly still: number;
  readonly stopping: number;
  /** Seconds in all; none where the work may well take hours. */
  readonly most?: number;
}

export const PATIENCE: Patience = { still: 30, stopping: 5 };

export interface Guard {
  /** What became of the thread, for its "error" and "exit". */
  failure(error?: unknown): Error;
  end(): void;
}

/**
 * Ends a thread that reads a stranger's file and hangs in it: one that does not count up `state[1]` any more while `guarded` says that it is reading.
 * `state[0]` is not 0 when it was asked to stop. Counts seconds that this process ran, so that a workstation that slept has lost none.
 */
export function guard(worker: Worker, state: Int32Array, patience: Patience = PATIENCE, guarded: () => boolean = () => true): Guard {
  let seen = -1;
  let still = 0;
  let all = 0;
  let ended: Failure | null = null;
  const timer = setInterval(() => {
    const beats = Atomics.load(state, 1);
    still = beats === seen && guarded() ? still + 1 : 0;
    seen = beats;
    all += 1;
    const stopping = Atomics.load(state, 0) !== 0;
    if (still < (stopping ? patience.stopping : patience.still) && all < (patience.most ?? Infinity)) return;
    ended = new Failure(stopping ? 'cancelled' : 'fileStalled');
    clearInterval(timer);
    void worker.terminate();
  }, 1000);
  timer.unref();
  return {
    failure(error) {
      if (ended !== null) return ended;
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return new Failure('fileTooLarge', {}, { cause: error });
      return error instanceof Error ? error : new Failure('internal');
    },
    end: () => clearInterval(timer),
  };
}

import { create } from 'zustand';
import { paceOf, type Pace, type Sample } from './pace';

/** A piece of background work that the status bar shows. `total` 0 while the amount is not known. */
export interface Job {
  readonly id: string;
  /** Translation key of what it does, with the values that fill it. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly done: number;
  readonly total: number;
  readonly cancel: (() => void) | null;
  /** Step that it is at, where it has several: "reading", "mapping" … */
  readonly phase: string | null;
  readonly rows: number;
  /** How fast it goes and how long this step still takes; null until that can be told. */
  readonly pace: Pace | null;
  /** What the pace is told from. */
  readonly samples: readonly Sample[];
}

/** Which step a job is at, and the rows that it has done. */
export interface Stage {
  readonly phase?: string;
  readonly rows?: number;
}

/** Seconds back that the pace is told from. */
const WINDOW = 6;

export const useWork = create<{ readonly jobs: readonly Job[] }>(() => ({ jobs: [] }));

export function startJob(job: Pick<Job, 'id' | 'key' | 'values' | 'cancel'>): void {
  useWork.setState(({ jobs }) => ({ jobs: [...jobs, { ...job, done: 0, total: 0, phase: null, rows: 0, pace: null, samples: [] }] }));
}

/** Notes how far a job is. `now` in milliseconds of a clock that only goes forward. */
export function advanceJob(id: string, done: number, total: number, { phase, rows = 0 }: Stage = {}, now: number = performance.now()): void {
  useWork.setState(({ jobs }) => ({ jobs: jobs.map((job) => {
    if (job.id !== id) return job;
    const kept = phase === undefined || phase === job.phase ? job.samples.filter((sample) => now - sample.at <= WINDOW * 1000) : [];
    const samples = [...kept, { at: now, done, rows }];
    return { ...job, done, total, rows, phase: phase ?? job.phase, samples, pace: paceOf(samples, total) };
  }) }));
}

export function endJob(id: string): void {
  useWork.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
}

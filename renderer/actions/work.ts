import { create } from 'zustand';

/** A piece of background work that the status bar shows. `total` 0 while the amount is not known. */
export interface Job {
  readonly id: string;
  /** Translation key of what it does, with the values that fill it. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly done: number;
  readonly total: number;
  readonly cancel: (() => void) | null;
}

export const useWork = create<{ readonly jobs: readonly Job[] }>(() => ({ jobs: [] }));

export function startJob(job: Omit<Job, 'done' | 'total'>): void {
  useWork.setState(({ jobs }) => ({ jobs: [...jobs, { ...job, done: 0, total: 0 }] }));
}

export function advanceJob(id: string, done: number, total: number): void {
  useWork.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? { ...job, done, total } : job)) }));
}

export function endJob(id: string): void {
  useWork.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
}

import { performance } from 'node:perf_hooks';
import type { CaseService } from '../../../shared/contract/caseService';
import type { EventPayload } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { Apart } from './apart';

export type Progress = Omit<EventPayload<CaseService, 'case.progress'>, 'job'>;
export type Phase = Progress['phase'];

/** Who follows an import: is told how far it is, and may stop it. */
export interface Watch {
  progress(progress: Progress): void;
  /** Asked at least every few milliseconds of work. */
  cancelled(): boolean;
  /** Sign of life: something was read or done. A thread that gives none for long is ended. */
  beat?: (() => void) | undefined;
  /** Told when the case has kept the document, before it is read. */
  kept?: ((sha256: string) => void) | undefined;
  /** Where a large table may be read and mapped in a thread of its own. */
  apart?: Apart | undefined;
}

/** Told at most so often, in milliseconds. */
const EVERY = 100;

/** Keeps the rhythm: looks for a cancel at every step and tells progress at most ten times a second. */
export class Pace {
  private told = -Infinity;
  private phase: Phase | null = null;
  rows = 0;

  constructor(private readonly watch: Watch) {}

  /** Throws Failure cancelled. */
  step(phase: Phase, done: number, total: number): void {
    if (this.watch.cancelled()) throw new Failure('cancelled');
    this.watch.beat?.();
    const now = performance.now();
    if (phase === this.phase && now - this.told < EVERY) return;
    this.told = now;
    this.phase = phase;
    this.watch.progress({ phase, done, total, rows: this.rows });
  }
}

/** For callers that neither look nor stop. */
export const UNWATCHED: Watch = { progress: () => undefined, cancelled: () => false };

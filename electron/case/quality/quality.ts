import type { CheckId } from '../../../shared/contract/quality';
import { UNHURRIED } from '../exports';
import type { Progress } from '../importers/watch';
import type { CaseStore } from '../store';
import { Threads, workerFile } from '../threads';
import type { Found, FoundGroup } from './findings';
import type { QualityRequest } from './look';

/** Looking that took longer is done again only when somebody asks, ms. */
const QUICK_MS = 1500;

/** Steps that change nothing of what is looked at: drawing, writing, releasing, and saying that a finding is right. */
const ELSEWHERE = ['chart.*', 'selection.*', 'annotation.*', 'briefing.*', 'recipient.*', 'release.*', 'recipe.*', 'review.*', 'settings.*', 'matching.*', 'watchList.*', 'watchHit.*', 'quality.*', 'mentions.dismiss', 'formatting.*'];
const CHANGED = `SELECT coalesce(max(seq), 0) FROM journal WHERE (kind <> 'note' OR command = 'case.erased') AND ${ELSEWHERE.map((pattern) => `command NOT GLOB '${pattern}'`).join(' AND ')}`;
const ERASED = "SELECT coalesce(max(seq), 0) FROM journal WHERE command = 'case.erased'";

/** What was found, and when. `stale`: the case changed since. */
export interface Looked {
  readonly groups: readonly FoundGroup[];
  readonly at: string;
  readonly stale: boolean;
}

interface Kept {
  readonly groups: readonly FoundGroup[];
  readonly at: string;
  readonly seq: number;
  readonly took: number;
}

/** The day on this machine's calendar: "2026-05-03". */
const today = (now: Date): string => new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** What is doubtful in one open case: looked through in a thread, and kept until the case changes. */
export class Quality {
  private readonly threads: Pick<Threads<QualityRequest, FoundGroup[]>, 'run' | 'cancel' | 'cancelAll'>;
  private kept: Kept | null = null;
  private running: { readonly seq: number; readonly job: string; readonly work: Promise<Kept> } | null = null;

  constructor(private readonly store: CaseStore, threads?: Quality['threads']) {
    this.threads = threads ?? new Threads(store, workerFile('quality'), UNHURRIED, {});
  }

  private ask(sql: string): number {
    return this.store.db.prepare<[], number>(sql).pluck().get() ?? 0;
  }

  /** What stands in the case now, or, where looking takes long and nobody asks for it (`again`), what was found last. Rejects with Failure cancelled. */
  async look(job: string, again: boolean, onProgress: (progress: Progress) => void): Promise<Looked> {
    const seq = this.ask(CHANGED);
    const { kept } = this;
    // What was erased since may not be shown from memory.
    const usable = kept !== null && kept.seq >= this.ask(ERASED) && kept.seq <= seq;
    if (usable && kept.seq === seq && kept.at.slice(0, 10) === new Date().toISOString().slice(0, 10)) return { groups: kept.groups, at: kept.at, stale: false };
    if (usable && !again && kept.took > QUICK_MS) return { groups: kept.groups, at: kept.at, stale: true };
    if (this.running?.seq !== seq) {
      if (this.running !== null) this.threads.cancel(this.running.job);
      const running = { seq, job, work: this.run(job, seq, onProgress) };
      this.running = running;
      void running.work.catch(() => undefined).finally(() => {
        if (this.running === running) this.running = null;
      });
    }
    const { groups, at } = await this.running.work;
    return { groups, at, stale: false };
  }

  /** Findings of one check, from what was found last; looks where nothing was. */
  async of(job: string, check: CheckId, onProgress: (progress: Progress) => void): Promise<readonly Found[]> {
    const { groups } = await this.look(job, false, onProgress);
    return groups.find((group) => group.check === check)?.found ?? [];
  }

  private async run(job: string, seq: number, onProgress: (progress: Progress) => void): Promise<Kept> {
    const [began, now] = [performance.now(), new Date()];
    const groups = await this.threads.run(job, { today: today(now) }, onProgress);
    const kept = { groups, at: now.toISOString(), seq, took: performance.now() - began };
    this.kept = kept;
    return kept;
  }

  cancel(job: string): void {
    this.threads.cancel(job);
  }

  cancelAll(): void {
    this.threads.cancelAll();
  }
}

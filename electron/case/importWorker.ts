import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Failure, valueOf } from '../../shared/contract/failure';
import type { Reply } from '../../shared/contract/failure';
import type { ImportReport } from '../../shared/contract/importing';
import type { ImportRequest } from './importing';
import type { Progress } from './importers/watch';
import type { CaseStore } from './store';

/** What the worker is started with. */
export interface ImportOrder {
  readonly folder: string;
  readonly key: Uint8Array | null;
  readonly request: ImportRequest;
  /** One Int32: not 0 when the import shall stop. */
  readonly flag: SharedArrayBuffer;
}

export type ImportWord = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly reply: Reply<ImportReport> };

/** Rows live for a moment only: with room enough the collector never takes them for lasting (a tenth of an import's time). */
const YOUNG_MB = 40;

/** The bundle beside the case process (out/case/workers/import.cjs). */
function workerFile(): string {
  const beside = join(import.meta.dirname, 'workers', 'import.cjs');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'workers', 'import.cjs');
}

/** The imports of one open case: one at a time, each in a thread of its own, while the case goes on answering. */
export class Imports {
  private running: { readonly job: string; readonly stop: Int32Array } | null = null;
  /** Threads that still run, and after how many pages in the log a change moves them when none does. */
  private settling = 0;
  private usual = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly store: CaseStore, private readonly file: string = workerFile()) {}

  /**
   * Imports under the name `job`. Changes by hand fail with importRunning meanwhile. Rejects with the failures of runImport, and importRunning;
   * a thread that dies leaves the case as it was ("internal").
   */
  async run(job: string, request: ImportRequest, onProgress: (progress: Progress) => void): Promise<ImportReport> {
    if (this.running !== null || this.store.importing) throw new Failure('importRunning');
    const flag = new SharedArrayBuffer(4);
    this.running = { job, stop: new Int32Array(flag) };
    this.store.importing = true;
    try {
      const { folder, key } = this.store;
      return valueOf(await this.started({ folder, key: key === null ? null : Uint8Array.from(key), request, flag }, onProgress));
    } finally {
      this.running = null;
      this.store.importing = false;
      this.store.reload();
      for (const go of this.waiting) go();
      this.waiting.clear();
    }
  }

  /**
   * Resolves when nothing is imported, or when that has taken `milliseconds`: a change made by hand while a small file comes in is then made
   * right after it instead of being refused.
   */
  async quiet(milliseconds: number): Promise<void> {
    if (this.running === null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(go, milliseconds);
      const { waiting } = this;
      function go(): void {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      }
      waiting.add(go);
    });
  }

  /** Asks the job to stop; it then fails with "cancelled". Does nothing for a job that is not running. */
  cancel(job: string): void {
    if (this.running?.job === job) Atomics.store(this.running.stop, 0, 1);
  }

  /** Asks whatever runs to stop: the case is closing. */
  cancelAll(): void {
    if (this.running !== null) Atomics.store(this.running.stop, 0, 1);
  }

  private started(order: ImportOrder, onProgress: (progress: Progress) => void): Promise<Reply<ImportReport>> {
    const { db } = this.store;
    return new Promise((resolve, reject) => {
      // While the import moves its pages from the log into place, the next change by hand must not stop to help: that could take seconds.
      const pages = Number(db.pragma('wal_autocheckpoint', { simple: true }));
      if (this.settling === 0) this.usual = pages;
      this.settling += 1;
      db.pragma('wal_autocheckpoint = 0');
      const worker = new Worker(this.file, { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
      worker.on('message', (word: ImportWord) => {
        if (word.kind === 'progress') onProgress(word.progress);
        else resolve(word.reply);
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        this.settling -= 1;
        if (this.settling === 0 && db.open) db.pragma(`wal_autocheckpoint = ${this.usual}`);
        reject(new Failure('internal'));
      });
    });
  }
}

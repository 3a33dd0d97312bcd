import { Worker } from 'node:worker_threads';
import { Failure, valueOf } from '../../shared/contract/failure';
import type { Reply } from '../../shared/contract/failure';
import type { ImportReport } from '../../shared/contract/importing';
import { Contents } from './db/contents';
import { guard, PATIENCE, WHOLE_FILE_LIMITS } from './guard';
import type { Patience } from './guard';
import type { ImportRequest } from './importing';
import type { Progress } from './importers/watch';
import type { CaseStore } from './store';
import { workerFile } from './threads';
import type { Order } from './threads';

export interface ImportOrder extends Order<ImportRequest> {
  /** The thread's own bundle, to start a second one that maps ahead. */
  readonly file: string;
}

export type ImportWord =
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** The document is kept from here on; should the thread die, it has to go again. */
  | { readonly kind: 'kept'; readonly sha256: string }
  | { readonly kind: 'done'; readonly reply: Reply<ImportReport> };

/** Rows live for a moment only: with room enough the collector never takes them for lasting (a tenth of an import's time). */
const YOUNG_MB = 40;

/** While rows are written and indexes built no file is read, and a single step may take as long as the case is big. */
const READING: ReadonlySet<Progress['phase']> = new Set<Progress['phase']>(['hashing', 'reading', 'mapping']);

/** The imports of one open case: one at a time, each in a thread of its own, while the case goes on answering. */
export class Imports {
  private running: { readonly job: string; readonly stop: Int32Array } | null = null;
  /** Threads that still run, and after how many pages in the log a change moves them when none does. */
  private settling = 0;
  private usual = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly store: CaseStore, private readonly file: string = workerFile('import'), private readonly patience: Patience = PATIENCE) {}

  /**
   * Imports under the name `job`. Changes by hand fail with importRunning meanwhile. Rejects with the failures of runImport, importRunning and caseReadOnly;
   * a thread that dies leaves the case as it was: fileStalled when it got no further in the file, fileTooLarge when it took too much memory, else "internal".
   */
  async run(job: string, request: ImportRequest, onProgress: (progress: Progress) => void): Promise<ImportReport> {
    if (this.store.readOnly) throw new Failure('caseReadOnly');
    if (this.running !== null || this.store.importing) throw new Failure('importRunning');
    const flag = new SharedArrayBuffer(8);
    this.running = { job, stop: new Int32Array(flag) };
    this.store.importing = true;
    try {
      const { folder, key } = this.store;
      return valueOf(await this.started({ folder, key: key === null ? null : Uint8Array.from(key), request, flag, file: this.file }, onProgress));
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
      const worker = new Worker(this.file, { workerData: order, resourceLimits: { ...WHOLE_FILE_LIMITS, maxYoungGenerationSizeMb: YOUNG_MB } });
      let phase: Progress['phase'] = 'hashing';
      let kept: string | null = null;
      const watched = guard(worker, new Int32Array(order.flag), this.patience, () => READING.has(phase));
      worker.on('message', (word: ImportWord) => {
        if (word.kind === 'kept') kept = word.sha256;
        else if (word.kind === 'progress') {
          ({ phase } = word.progress);
          onProgress(word.progress);
        } else {
          kept = null;
          watched.end();
          resolve(word.reply);
        }
      });
      worker.once('error', (error) => reject(watched.failure(error)));
      worker.once('exit', () => {
        watched.end();
        this.settling -= 1;
        if (this.settling === 0 && db.open) db.pragma(`wal_autocheckpoint = ${this.usual}`);
        if (kept !== null) this.letGo(kept);
        reject(watched.failure());
      });
    });
  }

  /** Takes a document out again of which the import died. What cannot go now is found by the next sweep. */
  private letGo(sha256: string): void {
    try {
      const contents = Contents.open(this.store.folder, this.store.key);
      contents.remove(sha256);
      contents.close();
    } catch {
      // The case is closing, or its disk is full; nothing cites the document.
    }
  }
}

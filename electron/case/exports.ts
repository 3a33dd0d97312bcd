import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { v7 as newId } from 'uuid';
import { Failure, valueOf } from '../../shared/contract/failure';
import type { Reply } from '../../shared/contract/failure';
import type { ReleaseRecord } from '../../shared/model/drawing';
import type { Actor } from './actor';
import { failureOfSqlite } from './db/sqliteFailure';
import type { Progress } from './importers/watch';
import { syncFolder } from './replaceFile';
import type { CaseStore } from './store';
import type { Exported, ExportRequest } from './writers/exportData';

/** What the worker is started with. */
export interface ExportOrder {
  readonly folder: string;
  readonly key: Uint8Array | null;
  readonly request: ExportRequest;
  /** One Int32: not 0 when the export shall stop. */
  readonly flag: SharedArrayBuffer;
}

export type ExportWord = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly reply: Reply<Exported> };

/** The bundle beside the case process (out/case/workers/export.cjs). */
function workerFile(): string {
  const beside = join(import.meta.dirname, 'workers', 'export.cjs');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'workers', 'export.cjs');
}

/** The exports of one open case, each in a thread of its own while the case goes on answering. */
export class Exports {
  private readonly running = new Map<string, Int32Array>();

  constructor(private readonly store: CaseStore, private readonly worker: string = workerFile()) {}

  /**
   * Writes beside `file`, records the release, then renames: a file without its release must not be. An older file of that name stays until then. Rejects with the failures of exportData.
   */
  async run(job: string, file: string, request: Omit<ExportRequest, 'beside'>, recipient: string, actor: Actor, onProgress: (progress: Progress) => void): Promise<ReleaseRecord & { readonly name: string; readonly entities: number; readonly links: number }> {
    const beside = join(dirname(file), `.${basename(file)}.${newId().slice(0, 8)}.new`);
    const flag = new SharedArrayBuffer(4);
    this.running.set(job, new Int32Array(flag));
    try {
      const { folder, key } = this.store;
      const written = valueOf(await this.started({ folder, key: key === null ? null : Uint8Array.from(key), request: { ...request, beside }, flag }, onProgress));
      const release: ReleaseRecord = { id: newId(), briefing: null, format: request.format, recipient, at: new Date().toISOString(), sha256: written.sha256, pages: 0, seq: written.seq };
      this.store.execute({ command: 'release.record', args: release }, actor);
      try {
        renameSync(beside, file);
        syncFolder(dirname(file));
      } catch (error) {
        // On record is then a release that nobody got: the safe side to err on.
        throw failureOfSqlite(error, file);
      }
      return { ...release, name: basename(file), entities: written.entities, links: written.links };
    } finally {
      rmSync(beside, { force: true });
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

  private started(order: ExportOrder, onProgress: (progress: Progress) => void): Promise<Reply<Exported>> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.worker, { workerData: order });
      worker.on('message', (word: ExportWord) => {
        if (word.kind === 'progress') onProgress(word.progress);
        else resolve(word.reply);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Failure('internal')));
    });
  }
}

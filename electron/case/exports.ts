import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import type { ReleaseRecord } from '../../shared/model/release';
import type { Actor } from './actor';
import { failureOfSqlite } from './db/sqliteFailure';
import type { Patience } from './guard';
import type { Progress } from './importers/watch';
import { syncFolder } from './replaceFile';
import { releaseOf } from './releasable/record';
import type { CaseStore } from './store';
import { Threads, workerFile } from './threads';
import type { Exported, ExportRequest } from './writers/exportData';

/** No file of a stranger is read, and one step may take as long as the case is big. */
export const UNHURRIED: Patience = { still: Infinity, stopping: Infinity };

/** The exports of one open case, each in a thread of its own while the case goes on answering. */
export class Exports {
  private readonly threads: Threads<ExportRequest, Exported>;

  constructor(private readonly store: CaseStore, worker: string = workerFile('export')) {
    this.threads = new Threads(store, worker, UNHURRIED, {});
  }

  /**
   * Writes beside `file`, records the release, then renames: a file without its release must not be. An older file of that name stays until then. Rejects with the failures of exportData.
   */
  async run(job: string, file: string, request: Omit<ExportRequest, 'beside' | 'about' | 'at'>, about: ReleaseAbout, actor: Actor, onProgress: (progress: Progress) => void): Promise<ReleaseRecord & { readonly name: string; readonly entities: number; readonly links: number }> {
    const beside = join(dirname(file), `.${basename(file)}.${newId().slice(0, 8)}.new`);
    try {
      const written = await this.threads.run(job, { ...request, about: { recipient: about.recipient, purpose: about.purpose }, beside }, onProgress);
      const { sha256, bytes, seq, marking, check, permissions, said } = written;
      const release = releaseOf(this.store.db, about, actor, {
        kind: 'data', format: request.format, title: request.title, language: request.language, marking, sha256, bytes, seq, check, permissions: [...permissions], said: said.map(([first, last]) => [first, last]),
      });
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
    }
  }

  /** As Threads. */
  cancel(job: string): void {
    this.threads.cancel(job);
  }

  cancelAll(): void {
    this.threads.cancelAll();
  }
}

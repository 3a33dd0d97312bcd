import { join } from 'node:path';
import { Failure } from '../../../shared/contract/failure';
import type { Actor } from '../actor';
import { openDatabase } from '../db/database';
import { UNHURRIED } from '../exports';
import { CASE_FILE } from '../folder';
import type { CasePlace } from '../importers/document';
import type { Progress, Watch } from '../importers/watch';
import { CaseStore } from '../store';
import { Threads, workerFile } from '../threads';
import { erase, type Erased, type Erasure } from './erase';

export type ErasureRequest = Erasure & { readonly actor: Actor };

/** What the thread of an erasure does: over a connection of its own, as an import. It cannot be cancelled: half an erasure must not be. */
export async function eraseApart({ folder, key }: CasePlace, { actor, ...erasure }: ErasureRequest, watch: Watch): Promise<Erased> {
  const db = openDatabase(join(folder, CASE_FILE), { key });
  try {
    return await erase(new CaseStore(db, folder, key), erasure, actor, (done, total) => watch.progress({ phase: 'erasing', done, total, rows: 0 }));
  } finally {
    db.close();
  }
}

/** The erasures of one open case, off its main thread: a million rows take a while. */
export class Erasures {
  private readonly threads: Threads<ErasureRequest, Erased>;

  constructor(private readonly store: CaseStore, worker: string = workerFile('erase')) {
    this.threads = new Threads(store, worker, UNHURRIED, {});
  }

  /** Erases under the name `job`; changes by hand fail with importRunning meanwhile. Rejects with the failures of eraseRows. */
  async run(job: string, erasure: Erasure, actor: Actor, onProgress: (progress: Progress) => void): Promise<Erased> {
    const { store } = this;
    if (store.readOnly) throw new Failure('caseReadOnly');
    if (store.importing) throw new Failure('importRunning');
    store.importing = true;
    let erased: Erased | null = null;
    try {
      erased = await this.threads.run(job, { ...erasure, actor }, onProgress);
      return erased;
    } finally {
      store.importing = false;
      if (erased !== null) store.takeIn('case.erased', erased.seq);
    }
  }
}

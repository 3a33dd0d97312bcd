import { v7 as newId } from 'uuid';
import { create } from 'zustand';
import type { ErasureTarget } from '../../shared/contract/erasing';
import { caseConnection } from '../ipc/caseConnection';
import { notify } from '../ui/notices';
import { attempt } from './execute';
import { showPanel, whenCaseChanges } from './session';
import { advanceJob, endJob, startJob } from './work';

/** What is about to be erased for good, and what it is called; null when nothing is. */
export const useErasing = create<{ readonly target: ErasureTarget | null; readonly name: string }>(() => ({ target: null, name: '' }));

/** Asks whether something shall be erased for good. Nothing happens before that is confirmed. */
export const startErasing = (target: ErasureTarget, name: string): void => useErasing.setState({ target, name });

export const stopErasing = (): void => useErasing.setState({ target: null, name: '' });

whenCaseChanges(stopErasing);

export interface ErasureOrder {
  readonly target: ErasureTarget;
  readonly reason: string;
  readonly basis: string;
  readonly backups: boolean;
  readonly documents: boolean;
}

/** Erases for good, shown in the status bar, says what came of it, and shows whom to tell. */
export async function eraseForGood(order: ErasureOrder): Promise<boolean> {
  const connection = caseConnection();
  if (!connection) return false;
  const job = newId();
  const stop = connection.listen('case.progress', (progress) => {
    if (progress.job === job) advanceJob(job, progress.done, progress.total);
  });
  startJob({ id: job, key: 'erasing:erasing', values: {}, cancel: null });
  try {
    const erased = await attempt(() => connection.client['case.erase']({ job, ...order }));
    if (!erased) return false;
    notify(erased.complete ? 'erasing:done' : 'erasing:doneLater', { count: erased.statements, entities: erased.entities, links: erased.links }, 'success');
    // Whom to tell is said by whoever watches for it; here it is put in front.
    if (erased.releases > 0) showPanel('releases');
    return true;
  } finally {
    stop();
    endJob(job);
  }
}

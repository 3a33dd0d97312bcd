import { v7 as newId } from 'uuid';
import { Failure } from '../../shared/contract';
import { caseConnection } from '../ipc/caseConnection';
import { notify } from '../ui/notices';
import { advanceJob, endJob, startJob } from './work';

/**
 * Runs a piece of work of the open case under a job that the status bar shows, with progress and cancel. `key` and `values`: what it is called there; `stopped`: the text that
 * is shown when somebody cancelled it. Rejects with what the work rejects with, and with caseNotOpen.
 */
export async function watched<T>(key: string, values: Readonly<Record<string, string>>, run: (job: string) => Promise<T>, stopped?: string): Promise<T> {
  const connection = caseConnection();
  if (!connection) throw new Failure('caseNotOpen');
  const job = newId();
  const stop = connection.listen('case.progress', (progress) => {
    if (progress.job === job) advanceJob(job, progress.done, progress.total, progress);
  });
  startJob({ id: job, key, values, cancel: () => void connection.client['case.cancel']({ job }) });
  try {
    return await run(job);
  } catch (error) {
    if (stopped !== undefined && error instanceof Failure && error.code === 'cancelled') notify(stopped);
    throw error;
  } finally {
    stop();
    endJob(job);
  }
}

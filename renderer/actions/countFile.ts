import { Failure, type ChosenFile, type ImportCount } from '../../shared/contract';
import type { ImportPlan } from '../../shared/mapping/recordPlan';
import { caseConnection } from '../ipc/caseConnection';
import { notifyFailure } from '../ui/notices';
import { advanceJob, endJob, startJob } from './work';

/** Counts what an import of the whole file would bring, shown in the status bar with progress and cancel. Rejects with the failure, which was shown unless somebody stopped it. */
export async function countFile(job: string, file: ChosenFile, mapping: ImportPlan): Promise<ImportCount> {
  const connection = caseConnection();
  if (!connection) throw new Failure('caseNotOpen');
  const stop = connection.listen('case.progress', (progress) => {
    if (progress.job === job) advanceJob(job, progress.done, progress.total, progress);
  });
  startJob({ id: job, key: 'import:countingFile', values: { file: file.name }, cancel: () => void connection.client['case.cancel']({ job }) });
  try {
    return await connection.client['case.countImport']({ job, file: file.token, mapping, most: null });
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'cancelled')) notifyFailure(error);
    throw error;
  } finally {
    stop();
    endJob(job);
  }
}

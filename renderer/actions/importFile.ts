import { v7 as newId } from 'uuid';
import { Failure, type ChosenFile, type ImportReport } from '../../shared/contract';
import type { AsVersion } from '../../shared/contract/sharing';
import type { RecipeUse } from '../../shared/mapping/recipe';
import type { ImportPlan } from '../../shared/mapping/recordPlan';
import { caseConnection } from '../ipc/caseConnection';
import { notify } from '../ui/notices';
import { advanceJob, endJob, startJob } from './work';

/**
 * Imports one file, shown in the status bar with progress and cancel. Rejects with the failure "cancelled" when the user
 * stopped it: nothing was written then.
 */
export async function importFile(file: ChosenFile, mapping: ImportPlan, recipe: RecipeUse | null, again = false, version: AsVersion | null = null): Promise<ImportReport> {
  const connection = caseConnection();
  if (!connection) throw new Failure('caseNotOpen');
  const job = newId();
  const stop = connection.listen('case.progress', (progress) => {
    if (progress.job === job) advanceJob(job, progress.done, progress.total, progress);
  });
  startJob({ id: job, key: 'import:importingFile', values: { file: file.name }, cancel: () => void connection.client['case.cancel']({ job }) });
  try {
    return await connection.client['case.runImport']({ job, file: file.token, mapping, recipe, again, ...(version === null ? {} : { version }) });
  } catch (error) {
    if (error instanceof Failure && error.code === 'cancelled') notify('import:stopped', { file: file.name });
    // The case process does not know what the user calls the file.
    throw error instanceof Failure ? new Failure(error.code, { file: file.name, ...error.details }) : error;
  } finally {
    stop();
    endJob(job);
  }
}

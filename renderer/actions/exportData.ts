import { v7 as newId } from 'uuid';
import { Failure } from '../../shared/contract';
import type { ExportFormat, ExportScope } from '../../shared/contract/exporting';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import { appClient } from '../ipc/app';
import { caseConnection } from '../ipc/caseConnection';
import { notify } from '../ui/notices';
import { attempt } from './execute';
import { advanceJob, endJob, startJob } from './work';

export interface DataExport {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  /** Name of what leaves: proposed as the file's name, and written into it. */
  readonly title: string;
  readonly about: ReleaseAbout;
}

/** Asks for a file and writes data to it in another tool's format, shown in the status bar with progress and cancel; says what came of it. */
export async function exportData(wanted: DataExport): Promise<void> {
  const connection = caseConnection();
  if (!connection) return;
  const job = newId();
  const stop = connection.listen('case.progress', (progress) => {
    if (progress.job === job) advanceJob(job, progress.done, progress.total);
  });
  startJob({ id: job, key: 'exporting:exporting', values: { name: wanted.title }, cancel: () => void connection.client['case.cancel']({ job }) });
  try {
    const done = await attempt(async () => {
      try {
        return await appClient['app.exportData']({ job, ...wanted });
      } catch (error) {
        if (error instanceof Failure && error.code === 'cancelled') notify('exporting:stopped');
        throw error;
      }
    });
    if (done) notify('exporting:done', { name: done.name, entities: done.entities, links: done.links, hash: done.sha256 }, 'success');
  } finally {
    stop();
    endJob(job);
  }
}

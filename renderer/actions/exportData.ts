import type { ExportFormat, ExportScope } from '../../shared/contract/exporting';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import { appClient } from '../ipc/app';
import { notify } from '../ui/notices';
import { attempt } from './execute';
import { watched } from './watched';

export interface DataExport {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  /** Name of what leaves: proposed as the file's name, and written into it. */
  readonly title: string;
  readonly about: ReleaseAbout;
}

/** Asks for a file and writes data to it in another tool's format, shown in the status bar with progress and cancel; says what came of it. */
export async function exportData(wanted: DataExport): Promise<void> {
  const done = await attempt(() => watched('exporting:exporting', { name: wanted.title }, (job) => appClient['app.exportData']({ job, ...wanted }), 'exporting:stopped'));
  if (done) notify('exporting:done', { name: done.name, entities: done.entities, links: done.links, hash: done.sha256 }, 'success');
}

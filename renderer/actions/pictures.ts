import { v7 as newId } from 'uuid';
import type { ReleaseAbout } from '../../shared/contract/releasing';
import { appClient } from '../ipc/app';
import { notify } from '../ui/notices';
import { attempt } from './execute';
import { session } from './session';
import { advanceJob, endJob, startJob } from './work';

/** Shown in the status bar while it runs; it can be stopped there. */
async function watched<T>(key: string, name: string, run: (job: string) => Promise<T>): Promise<T | undefined> {
  const job = newId();
  startJob({ id: job, key, values: { name }, cancel: () => void attempt(() => appClient['app.cancelExport']({ job })) });
  advanceJob(job, 0, 0);
  try {
    return await attempt(() => run(job));
  } finally {
    endJob(job);
  }
}

/** Asks for a file and saves a chart as a picture, as its recipient may see it. */
export async function exportImage(chart: string, title: string, format: 'png' | 'svg', places: 'drawn' | 'anew', about: ReleaseAbout): Promise<void> {
  const done = await watched('exporting:exporting', title, (job) => appClient['app.exportImage']({ job, format, chart, title, places, identity: session().identity, about }));
  if (done) notify('exporting:imageDone', { name: done.name, hash: done.sha256 }, 'success');
}

/** Puts entities on the clipboard, as their recipient may see them. */
export async function copy(ids: readonly string[], chart: string | null, about: ReleaseAbout, across = false): Promise<void> {
  const done = await watched('exporting:copying', '', (job) => appClient['app.copy']({ job, ids: [...ids], chart, identity: session().identity, about, across }));
  if (done) notify('exporting:copied', { count: ids.length }, 'success');
}

/** Puts text that is marked in the window on the clipboard: for own use, and on record. */
export async function copyText(text: string): Promise<void> {
  const done = await attempt(() => appClient['app.copyText']({ text }));
  if (done) notify('exporting:copiedText', {}, 'success');
}

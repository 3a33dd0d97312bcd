import { v7 as newId } from 'uuid';
import { Failure } from '../../shared/contract';
import type { BriefingRecord } from '../../shared/model/briefing';
import { appClient, listenApp } from '../ipc/app';
import { notify } from '../ui/notices';
import { attempt, openCaseClient } from './execute';
import { showPanel } from './session';
import { advanceJob, endJob, startJob } from './work';

/** Ends a preview or export that is under way; one that has ended already is let be. */
export const stopPrinting = (job: string): void => void attempt(() => appClient['app.cancelExport']({ job }));

/** Shows progress in the status bar while something is composed and printed, and lets the user stop it. Undefined when it failed or was stopped; the reason has then been shown. */
async function asJob<T>(job: string, key: string, title: string, run: () => Promise<T>): Promise<T | undefined> {
  startJob({ id: job, key, values: { title }, cancel: () => stopPrinting(job) });
  const stop = listenApp('app.progress', (progress) => {
    if (progress.job === job) advanceJob(job, progress.done, progress.total);
  });
  try {
    return await attempt(run);
  } finally {
    stop();
    endJob(job);
  }
}

/** The pages of a briefing as they would be exported now, as a PDF; undefined when there are none to show. `prepare` gives the briefing as it is to be. */
export async function previewBriefing(job: string, title: string, prepare: () => Promise<BriefingRecord>): Promise<Uint8Array | undefined> {
  return (await asJob(job, 'briefing:composing', title, async () => appClient['app.previewBriefing']({ briefing: await prepare(), job })))?.pdf;
}

/** Asks for a file, writes the briefing to it and says what came of it. */
export async function exportBriefing(job: string, title: string, prepare: () => Promise<BriefingRecord>): Promise<void> {
  const done = await asJob(job, 'briefing:exporting', title, async () => {
    try {
      return await appClient['app.exportBriefing']({ briefing: await prepare(), job });
    } catch (error) {
      if (error instanceof Failure && error.code === 'cancelled') notify('briefing:stopped', { title });
      throw error;
    }
  });
  if (done) notify('briefing:exported', { file: done.name, count: done.pages }, 'success');
}

/** Exports the briefing that was made last; without one, shows where to make it. */
export async function exportLastBriefing(): Promise<void> {
  const briefings = await attempt(() => openCaseClient()['case.briefings']({}));
  const last = briefings?.at(-1);
  if (last) await exportBriefing(newId(), last.title, () => Promise.resolve(last));
  else if (briefings) showPanel('briefings');
}

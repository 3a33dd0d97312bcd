import i18next from 'i18next';
import { v7 as newId } from 'uuid';
import { defaultBriefing } from '../../shared/briefing/defaultBriefing';
import type { Words } from '../../shared/briefing/words';
import { Failure } from '../../shared/contract';
import type { ArgumentsOf, AppService, ResultOf } from '../../shared/contract';
import type { BriefingRecord } from '../../shared/model/briefing';
import type { Language } from '../../shared/values/kind';
import { appClient, listenApp } from '../ipc/app';
import { notify } from '../ui/notices';
import { briefingPlace, changeBriefingPlace, openBriefing } from './briefingPlace';
import { attempt, execute, openCaseClient } from './execute';
import { session, showPanel } from './session';
import { advanceJob, endJob, startJob } from './work';

/** Ends a preview or export that is under way; one that has ended already is let be. */
export const stopPrinting = (job: string): void => void attempt(() => appClient['app.cancelExport']({ job }));

/** How far a preview or export is; `total` 0 while that is not known. */
export type Progress = (done: number, total: number) => void;

/** Runs something of main under a job, and says how far it is. */
async function watched<T>(job: string, onProgress: Progress, run: () => Promise<T>): Promise<T> {
  const stop = listenApp('app.progress', (progress) => {
    if (progress.job === job) onProgress(progress.done, progress.total);
  });
  try {
    return await run();
  } finally {
    stop();
  }
}

/** The pages of a briefing as they would be exported now, as a PDF. Throws Failure; "cancelled" when it was stopped. */
export async function previewBriefing(job: string, briefing: BriefingRecord, onProgress: Progress): Promise<Uint8Array> {
  return (await watched(job, onProgress, () => appClient['app.previewBriefing']({ briefing, job }))).pdf;
}

export type BriefingExport = Omit<ArgumentsOf<AppService['requests']['app.exportBriefing']>, 'job'>;
export type BriefingExported = NonNullable<ResultOf<AppService['requests']['app.exportBriefing']>>;

/** Asks for a file and writes the briefing to it; also shown in the status bar, with cancel. Null when the dialog was cancelled. Throws Failure. */
export async function exportBriefing(job: string, wanted: BriefingExport, onProgress: Progress): Promise<BriefingExported | null> {
  const { title } = wanted.briefing;
  startJob({ id: job, key: 'briefing:exporting', values: { title }, cancel: () => stopPrinting(job) });
  try {
    return await watched(job, (at, total) => { advanceJob(job, at, total); onProgress(at, total); }, () => appClient['app.exportBriefing']({ ...wanted, job }));
  } catch (error) {
    if (error instanceof Failure && error.code === 'cancelled') notify('briefing:stopped', { title });
    throw error;
  } finally {
    endJob(job);
  }
}

/** Lets the user point at a certificate to sign with; null when that was cancelled or failed. */
export async function chooseCertificate(): Promise<{ readonly token: string; readonly name: string } | null> {
  return (await attempt(() => appClient['app.chooseCertificate']({}))) ?? null;
}

/** Shows the export dialog of the briefing in the editor, else of the one that was made last; without any, shows where to make one. */
export async function exportLastBriefing(): Promise<void> {
  const briefings = await attempt(() => openCaseClient()['case.briefings']({}));
  if (!briefings) return;
  const last = briefings.find((each) => each.id === briefingPlace().briefing) ?? briefings.at(-1);
  if (last && briefingPlace().briefing !== last.id) openBriefing(last.id);
  changeBriefingPlace({ exporting: last !== undefined });
  showPanel('briefings');
}

export interface BriefingWish {
  readonly template: BriefingRecord['template'];
  /** The person that a profile is of. */
  readonly entity?: string;
  readonly language: Language;
}

/** What documents say in a language, whichever the window is in. */
function documentWords(language: Language): Words {
  const words = i18next.getFixedT(language, 'document');
  return (key, values = {}) => String(words(key, { ...values }));
}

/** Makes a briefing from a template, on the charts that hold something, and opens it in the editor. */
export async function createBriefing({ template, entity, language }: BriefingWish): Promise<void> {
  const start = await attempt(async () => ({ info: await openCaseClient()['case.info']({}), charts: await openCaseClient()['case.charts']({}) }));
  if (!start) return;
  const { settings } = session();
  const charts = start.charts.filter((chart) => chart.items > 0);
  const briefing = defaultBriefing({ id: newId(), settings: start.info.settings, charts, author: settings?.actor ?? '', service: settings?.service ?? '', language, template, words: documentWords, entity: entity ?? null });
  if (await execute('briefing.put', briefing)) openBriefing(briefing.id);
}

/** A copy of a briefing with another id, opened in the editor. */
export async function copyBriefing(briefing: BriefingRecord, title: string): Promise<void> {
  const copy = { ...briefing, id: newId(), title: title.slice(0, 300) };
  if (await execute('briefing.put', copy)) openBriefing(copy.id);
}

/** Freezes a chart as it stands under a name; the snapshot's id, or null when that failed. */
export async function freezeChart(chart: string, name: string): Promise<string | null> {
  const id = newId();
  return (await execute('chart.snapshot', { id, chart, name: name.slice(0, 200) })) ? id : null;
}

/**
 * Cites statements in the sentence of a briefing that was last written in, from wherever they are shown: inspector, table, search. Without such a sentence, says
 * where to put the caret.
 */
export function addCitation(...statements: readonly string[]): void {
  const { cite, sentence } = briefingPlace();
  showPanel('briefings');
  if (cite === null || sentence === null) return notify('briefing:citeWhere', {}, 'warning');
  cite(sentence, statements);
  notify('briefing:cited', { count: statements.length }, 'success');
}

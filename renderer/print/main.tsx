import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { printService, type CleanPicture, type Drawing, type PrintJob, type PrintService } from '../../shared/contract/printService';
import { mainClient } from '../ipc/service';
import { Briefing } from './Briefing';
import { cleaned } from './cleaned';
import { Drawings } from './Drawings';
import { takeDrawings } from './drawn';
import { Markings } from './Markings';
import './print.css';

const client = mainClient<PrintService>(printService);

/** Resolves when everything that was rendered has been laid out: fonts and pictures are loaded, and two frames have passed since. */
async function laidOut(): Promise<void> {
  await new Promise(requestAnimationFrame);
  // Fonts load when text first asks for them; those of scripts that are rare in a document may be asked for late.
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode()));
  await new Promise(requestAnimationFrame);
  await document.fonts.ready;
}

function pageOf(job: Exclude<PrintJob, { kind: 'pictures' }>, onLaidOut: () => void): ReactElement {
  if (job.kind === 'pages') return <Briefing document={job.document} pages={job.pages} onLaidOut={onLaidOut} />;
  if (job.kind === 'markings') return <Markings sheets={job.sheets} onLaidOut={onLaidOut} />;
  return <Drawings document={job.document} marking={job.marking} onLaidOut={onLaidOut} />;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root.');
  const job = await client['print.job']({});
  if (job.kind === 'pictures') {
    const pictures: (CleanPicture | null)[] = [];
    for (const picture of job.pictures) pictures.push(await cleaned(picture));
    await client['print.ready']({ pictures });
    return;
  }
  document.documentElement.lang = job.kind === 'markings' ? job.language : job.document.language;
  document.title = job.kind === 'markings' ? '' : job.document.cover.title;
  document.documentElement.dataset['job'] = job.kind;
  await new Promise<void>((resolve, reject) => {
    createRoot(root, { onUncaughtError: reject }).render(pageOf(job, resolve));
  });
  await laidOut();
  const drawings: Drawing[] = job.kind === 'drawings' ? await takeDrawings(root) : [];
  await client['print.ready']({ drawings });
}

start().catch(async (error: unknown) => {
  await client['print.failed']({ message: (error instanceof Error ? error.message : String(error)).slice(0, 2000) });
});

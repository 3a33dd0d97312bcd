import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { BriefingDocument } from '../../shared/briefing/document';
import { printService, type CleanPicture, type PrintJob, type PrintService } from '../../shared/contract/printService';
import { mainClient } from '../ipc/service';
import { Briefing } from './Briefing';
import { cleaned } from './cleaned';
import { Drawings } from './Drawings';
import { takeDrawings } from './drawn';
import { Markings } from './Markings';
import './print.css';

const client = mainClient<PrintService>(printService);

/** How long fonts are waited for before text is laid out once more, ms. */
const AGAIN = 20;

/** Resolves when a picture is there. Decoding it is left to the print: `decode` waits for frames. */
async function loaded(image: HTMLImageElement): Promise<void> {
  if (!image.complete) {
    await new Promise((resolve) => {
      for (const kind of ['load', 'error']) image.addEventListener(kind, resolve, { once: true });
    });
  }
  if (image.naturalWidth === 0) throw new Error('A picture could not be shown.');
}

/**
 * Resolves when everything that was rendered has been laid out, with fonts and pictures. Frames are not waited for: a window that nobody sees has one a second.
 * Asking for a height lays out at once, and fonts load when text first asks for them; those of scripts that are rare in a document may be asked for late.
 */
async function laidOut(root: HTMLElement): Promise<void> {
  await Promise.all([...document.images].map(loaded));
  // Photographs in drawings are no images of the page: asked for by themselves they are there when it is printed.
  await Promise.all([...root.querySelectorAll('image')].map((element) => Object.assign(new Image(), { src: element.getAttribute('href') ?? '' }).decode()));
  for (let height = -1; height !== root.offsetHeight || document.fonts.status !== 'loaded';) {
    height = root.offsetHeight;
    await Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, AGAIN))]);
  }
}

/** Lays out what the window is asked for, one job after another, until it is closed. */
class Page {
  private readonly place: HTMLElement;
  private readonly root;
  private shown: BriefingDocument | null = null;
  private failed: (error: unknown) => void = () => undefined;

  constructor(place: HTMLElement) {
    this.place = place;
    this.root = createRoot(place, { onUncaughtError: (error) => this.failed(error) });
  }

  private elementOf(job: Exclude<PrintJob, { kind: 'pictures' }>, onLaidOut: () => void): ReactElement {
    if (job.kind === 'markings') return <Markings sheets={job.sheets} onLaidOut={onLaidOut} />;
    if (job.kind === 'drawings') return <Drawings document={job.document} marking={job.marking} onLaidOut={onLaidOut} />;
    if (job.kind === 'pages') this.shown = job.document;
    if (this.shown === null) throw new Error('There is nothing to number.');
    return <Briefing document={this.shown} pages={job.kind === 'numbers' ? job.pages : {}} onLaidOut={onLaidOut} />;
  }

  async layOut(job: PrintJob): Promise<void> {
    if (job.kind === 'pictures') {
      const pictures: (CleanPicture | null)[] = [];
      for (const picture of job.pictures) pictures.push(await cleaned(picture));
      await client['print.ready']({ pictures });
      return;
    }
    if (job.kind !== 'numbers') {
      document.documentElement.lang = job.kind === 'markings' ? job.language : job.document.language;
      document.title = job.kind === 'markings' ? '' : job.document.cover.title;
      document.documentElement.dataset['job'] = job.kind;
    }
    await new Promise<void>((resolve, reject) => {
      this.failed = reject;
      this.root.render(this.elementOf(job, resolve));
    });
    await laidOut(this.place);
    await client['print.ready']({ drawings: job.kind === 'drawings' ? await takeDrawings(this.place) : [] });
  }
}

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new Error('The page has no root.');
  const page = new Page(place);
  for (;;) await page.layOut(await client['print.job']({}));
}

start().catch(async (error: unknown) => {
  await client['print.failed']({ message: (error instanceof Error ? error.message : String(error)).slice(0, 2000) });
});

import { BrowserWindow } from 'electron';
import { Failure, printService, type Handlers, type PrintService } from '../../shared/contract';
import type { BriefingDocument } from '../../shared/briefing/document';
import { finishPdf, outlinePages } from './pdf';
import { ORIGIN } from './scheme';
import { pagePreferences } from './window';
import { furniture } from './pageFurniture';

interface Job {
  readonly document: BriefingDocument;
  pages: Readonly<Record<string, number>>;
  settle: { readonly ready: () => void; readonly failed: (message: string) => void };
}

const jobs = new Map<number, Job>();
const LAYOUT_TIMEOUT = 120_000;

/** Handlers for one hidden window: it can read just the document that it prints. */
export function printHandlers(contentsId: number): Handlers<PrintService> | undefined {
  const job = jobs.get(contentsId);
  if (!job) return undefined;
  return {
    'print.document': () => ({ document: job.document, pages: { ...job.pages } }),
    'print.ready': () => {
      job.settle.ready();
      return {};
    },
    'print.failed': ({ message }) => {
      job.settle.failed(message);
      return {};
    },
  };
}

/**
 * Lays a briefing out in a hidden window and prints it: A4, tagged, with an outline. Contents get their page numbers in a second pass,
 * because CSS target-counter prints nothing in Chromium. Rejects with Failure "exportFailed" or "cancelled".
 */
export async function printDocument(document: BriefingDocument, progress: (done: number, total: number) => void = () => undefined, signal?: AbortSignal): Promise<{ pdf: Uint8Array; pages: number }> {
  const window = new BrowserWindow({ show: false, width: 794, height: 1123, webPreferences: { ...pagePreferences(Object.keys(printService.requests)), backgroundThrottling: false } });
  const id = window.webContents.id;
  try {
    let pages: Readonly<Record<string, number>> = {};
    for (let pass = 1; ; pass += 1) {
      signal?.throwIfAborted();
      progress(pass, 4);
      await layOut(window, id, document, pages, signal);
      const pdf = await window.webContents.printToPDF({
        pageSize: 'A4', printBackground: true, displayHeaderFooter: true, generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: false,
        margins: { top: 1, bottom: 0.9, left: 0.75, right: 0.75 }, ...furniture(document),
      });
      const found = await outlinePages(pdf, document.sections);
      // Page numbers of the contents list may move a heading by a page; twice is enough in practice, three times always seen.
      if (pass >= 3 || sameNumbers(found, pages)) {
        progress(4, 4);
        return await finishPdf(pdf, document);
      }
      pages = found;
    }
  } catch (error) {
    if (signal?.aborted) throw new Failure('cancelled');
    if (error instanceof Failure) throw error;
    throw new Failure('exportFailed', {}, { cause: error });
  } finally {
    jobs.delete(id);
    if (!window.isDestroyed()) window.destroy();
  }
}

async function layOut(window: BrowserWindow, id: number, document: BriefingDocument, pages: Readonly<Record<string, number>>, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure('exportFailed')), LAYOUT_TIMEOUT);
    const finish = (run: () => void) => (): void => {
      clearTimeout(timer);
      run();
    };
    jobs.set(id, { document, pages, settle: { ready: finish(resolve), failed: (message) => finish(() => reject(new Failure('exportFailed', {}, { cause: message })))() } });
    signal?.addEventListener('abort', finish(() => reject(new Failure('cancelled'))), { once: true });
    window.webContents.once('render-process-gone', finish(() => reject(new Failure('exportFailed'))));
    window.loadURL(`${ORIGIN}/print.html`).catch(finish(() => reject(new Failure('exportFailed'))));
  });
}

function sameNumbers(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

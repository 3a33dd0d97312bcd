import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Failure } from '../../../../../shared/contract/failure';
import { linesOf, readingOrder } from './readingOrder';
import type { Piece } from './readingOrder';
import { hearStray } from './stray';

/** Characters of one page that are kept. */
const LONGEST = 1_000_000;

export interface Pdf {
  readonly pages: number;
  /** Text of a page, from 1; empty where it has none. Rejects when the page is broken. */
  text(page: number): Promise<string>;
  close(): Promise<void>;
}

/** Loaded when first asked for: the reader is large, and most imports are no PDF. */
async function reader(): Promise<typeof Pdfjs> {
  // For drawing, which is not done here; but one is made when the reader loads, and a thread has none of them.
  const drawing = globalThis as unknown as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) drawing[name] ??= class {};
  const [pdfjs, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  // Without a worker of its own the reader asks for one by file name, which a bundle does not have.
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return pdfjs;
}

function failureOf(error: unknown): Failure {
  const name = error instanceof Error ? error.name : '';
  return new Failure(name === 'PasswordException' ? 'fileEncrypted' : 'fileNotThisFormat', name === 'PasswordException' ? {} : { why: error instanceof Error ? error.message.slice(0, 200) : '' }, error instanceof Error ? { cause: error } : {});
}

type Written = Readonly<Record<string, unknown>>;

/** What people filled into the forms of a page, noted on it, or linked it to: text that its own content does not have. */
function notesOf(annotations: readonly Written[], text: string): string[] {
  const notes: string[] = [];
  for (const { fieldName, fieldValue, contentsObj, url } of annotations) {
    const value = typeof fieldValue === 'string' ? fieldValue.trim() : '';
    if (value !== '' && value !== 'Off' && !text.includes(value)) notes.push(typeof fieldName === 'string' && fieldName !== '' ? `${fieldName}: ${value}` : value);
    const noted = typeof contentsObj === 'object' && contentsObj !== null && 'str' in contentsObj && typeof contentsObj.str === 'string' ? contentsObj.str.trim() : '';
    if (noted !== '' && !text.includes(noted)) notes.push(noted);
    if (typeof url === 'string' && !text.includes(url.replace(/^(?:mailto:|tel:|https?:\/\/)/, '').replace(/\/$/, ''))) notes.push(url);
  }
  return notes;
}

/** Opens a PDF; the reader takes over the bytes. Throws Failure fileEncrypted, fileNotThisFormat. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const { getDocument, VerbosityLevel } = await reader();
  const heard = hearStray();
  const task = getDocument({ data: Uint8Array.from(bytes), isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWorkerFetch: false, enableXfa: false, verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    return {
      pages: document.numPages,
      async text(number) {
        const page = await document.getPage(number);
        try {
          const content = await page.getTextContent();
          const pieces = content.items.flatMap((item): Piece[] => {
            if (!('str' in item)) return [];
            const [, , , , x = 0, y = 0] = item.transform as readonly number[];
            return [{ text: item.str, x, y, width: item.width, height: item.height, ends: item.hasEOL }];
          });
          const text = readingOrder(linesOf(pieces)).replaceAll('\u0000', '').slice(0, LONGEST).trim();
          const annotations = (await page.getAnnotations().catch(() => [])) as readonly Written[];
          return [text, ...notesOf(annotations, text)].filter((part) => part !== '').join('\n\n');
        } finally {
          page.cleanup();
        }
      },
      async close() {
        await task.destroy();
        heard();
      },
    };
  } catch (error) {
    await task.destroy();
    heard();
    throw failureOf(error);
  }
}

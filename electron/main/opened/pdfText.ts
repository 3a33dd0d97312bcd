import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Loaded when first asked for: the reader is large, and most runs never print. */
async function reader(): Promise<typeof Pdfjs> {
  // For drawing, which is not done here; but one is made when the reader loads, and the main process has none of them.
  const drawing = globalThis as unknown as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) drawing[name] ??= class {};
  const [pdfjs, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  // Without a worker of its own the reader asks for one by file name, which a bundle does not have.
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return pdfjs;
}

/** The text of a page as a reader finds it. */
export interface PageText {
  readonly text: string;
  /** What stands in its uppermost and lowest strip, where markings are. */
  readonly top: string;
  readonly bottom: string;
}

export interface PdfText {
  readonly pages: readonly PageText[];
  /** Metadata, outline and names of attachments: what no page shows. */
  readonly beside: string;
}

/** Height of the strips of markings, as a share of the page. */
const STRIP = 0.055;

/** All text of a PDF by page, with what stands beside the pages: everything in which a word could hide. Rejects when it cannot be read. */
export async function readPdf(pdf: Uint8Array): Promise<PdfText> {
  const { getDocument, VerbosityLevel } = await reader();
  // The reader takes over the bytes that it is given.
  const task = getDocument({ data: Uint8Array.from(pdf), isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWorkerFetch: false, verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [content, annotations] = await Promise.all([page.getTextContent(), page.getAnnotations()]);
      const [, low = 0, , high = 1] = page.view as number[];
      const strip = (high - low) * STRIP;
      let [text, top, bottom] = ['', '', ''];
      for (const item of content.items) {
        if (!('str' in item)) continue;
        // An item may end in the middle of a word; one that ends a line says so.
        const said = `${item.str}${item.hasEOL ? '\n' : ''}`;
        const y = Number(item.transform[5]);
        text += said;
        if (y > high - strip) top += said;
        if (y < low + strip) bottom += said;
      }
      pages.push({ text: `${text}\n${JSON.stringify(annotations.map(({ url, contents, alternativeText }) => [url, contents, alternativeText]))}`, top, bottom });
      page.cleanup();
    }
    const [metadata, outline, attachments] = await Promise.all([document.getMetadata(), document.getOutline(), document.getAttachments()]);
    return { pages, beside: JSON.stringify([metadata.info, outline?.map(({ title }) => title), Object.keys((attachments ?? {}) as object)]) };
  } finally {
    await task.destroy();
  }
}

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

/** All text of a PDF by page, with its metadata and outline as the last entry: everything in which a word could hide. Rejects when it cannot be read. */
export async function pdfTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const { getDocument, VerbosityLevel } = await reader();
  // The reader takes over the bytes that it is given.
  const task = getDocument({ data: Uint8Array.from(pdf), isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWorkerFetch: false, verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [content, annotations] = await Promise.all([page.getTextContent(), page.getAnnotations()]);
      // An item may end in the middle of a word; one that ends a line says so.
      const text = content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      texts.push(`${text}\n${JSON.stringify(annotations.map(({ url, contents, alternativeText }) => [url, contents, alternativeText]))}`);
      page.cleanup();
    }
    const [metadata, outline] = await Promise.all([document.getMetadata(), document.getOutline()]);
    texts.push(JSON.stringify([metadata.info, outline?.map(({ title }) => title)]));
    return texts;
  } finally {
    await task.destroy();
  }
}

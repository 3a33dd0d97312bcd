import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Opens a PDF for drawing. The reader works in the page's own thread: the content security policy of the page lets no script start a worker by name,
 * and pages are drawn one by one as they come into view.
 */
export async function openPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  const [reader, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return reader.getDocument({ data: pdf.slice(), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, useWasm: false, verbosity: reader.VerbosityLevel.ERRORS }).promise;
}

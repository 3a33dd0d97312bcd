import { PDFContentStream, PDFDocument, PDFName, PDFOperator, PDFOperatorNames } from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Lays sheets over the pages of a document: `sheets` is a PDF of one marking per page, and page n gets its sheet `which[n]`. What is laid over is said to belong
 * to the page and not to what is read on it.
 */
export async function stampPages(file: PDFDocument, sheets: Uint8Array, which: readonly number[]): Promise<void> {
  const { context } = file;
  const order = [...new Set(which)].sort((a, b) => a - b);
  const embedded = await file.embedPdf(await PDFDocument.load(sheets, { updateMetadata: false }), order);
  const stamps = new Map(await Promise.all(embedded.map(async (page, at) => {
    await page.embed();
    // A name of its own per sheet: pages may share their resources.
    const own = name(`KnoopMarking${at + 1}`);
    const operators = [
      PDFOperator.of(PDFOperatorNames.PushGraphicsState),
      PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [name('Artifact'), '<</Type /Pagination>>']),
      PDFOperator.of(PDFOperatorNames.DrawObject, [own]),
      PDFOperator.of(PDFOperatorNames.EndMarkedContent),
      PDFOperator.of(PDFOperatorNames.PopGraphicsState),
    ];
    return [order[at] ?? 0, { own, sheet: page.ref, stream: context.register(PDFContentStream.of(context.obj({}), operators)) }] as const;
  })));
  for (const [index, page] of file.getPages().entries()) {
    const stamp = stamps.get(which[index] ?? 0);
    if (!stamp) continue;
    // Wraps what stands there already, so that the marking is laid over in the page's own measure.
    page.node.normalize();
    page.node.setXObject(stamp.own, stamp.sheet);
    page.node.addContentStream(stamp.stream);
  }
}

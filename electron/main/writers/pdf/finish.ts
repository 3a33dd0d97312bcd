import { createHash } from 'node:crypto';
import { PDFHeader, PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import type { BriefingDocument } from '../../../../shared/briefing/document';
import type { PageMarking } from '../../../../shared/contract/printService';
import { pageMarkings } from '../pageMarks';
import { markArtifacts } from './artifacts';
import { describeLinks } from './links';
import { savePdf } from './save';
import { stampPages } from './stamp';
import { collapseElements, refineElements, renameElements, structureOf, wrapItems } from './structure';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same words as the information dictionary, for readers that look here. Nothing else: no software versions, no history, no names of machines. */
function packetOf(document: BriefingDocument, at: Date): string {
  const alternative = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
  const when = `${at.toISOString().slice(0, 19)}Z`;
  return `<?xpacket begin="\\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title>${alternative(document.cover.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escape(document.cover.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${document.language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>Knoop</pdf:Producer><xmp:CreatorTool>Knoop</xmp:CreatorTool><xmp:CreateDate>${when}</xmp:CreateDate><xmp:ModifyDate>${when}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`.replace('\\ufeff', '\ufeff');
}

/** Sets title, author, language and dates, and a producer without versions (Chromium writes its user agent there). */
function describe(file: PDFDocument, document: BriefingDocument, at: Date): void {
  file.setTitle(document.cover.title, { showInWindowTitleBar: true });
  file.setAuthor(document.cover.author);
  file.setLanguage(document.language);
  file.setProducer('Knoop');
  file.setCreator('Knoop');
  file.setCreationDate(at);
  file.setModificationDate(at);
  const { context, catalog } = file;
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  // Readers that step through links take them in reading order.
  for (const page of file.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(Buffer.from(packetOf(document, at), 'utf8'), { Type: 'Metadata', Subtype: 'XML' })));
}

/** A printed document on its way to become a file. */
export interface FinishedPdf {
  readonly pdf: Uint8Array;
  /** What each page carries at its top and bottom. */
  readonly markings: readonly PageMarking[];
}

/**
 * Makes a release of what Chromium printed, loaded as `file`: finds out what stands on which page, has `sheets` print the markings that occur and lays them over the pages, and
 * describes the file. The same print, `at` and sheets give the same bytes.
 */
export async function finishPdf(file: PDFDocument, document: BriefingDocument, at: Date, sheets: (markings: readonly PageMarking[]) => Promise<Uint8Array>): Promise<FinishedPdf> {
  const printed = structureOf(file);
  const markings = pageMarkings(document, printed, file.getPageCount());
  if (printed !== null) {
    refineElements(printed);
    wrapItems(file, printed);
    collapseElements(file, printed);
  }
  const distinct = [...new Map(markings.map((marking) => [JSON.stringify(marking), marking])).entries()];
  markArtifacts(file);
  describeLinks(file, document);
  if (markings.some(({ text, labels }) => text !== '' || labels.length > 0)) {
    const keys = distinct.map(([key]) => key);
    await stampPages(file, await sheets(distinct.map(([, marking]) => marking)), markings.map((marking) => keys.indexOf(JSON.stringify(marking))));
  }
  const tree = structureOf(file);
  if (tree !== null) renameElements(file, tree);
  describe(file, document, at);
  // Of the content, so that equal documents have equal ids.
  const id = PDFHexString.of(createHash('sha256').update(JSON.stringify([document, at.toISOString()])).digest('hex').slice(0, 32));
  file.context.trailerInfo.ID = file.context.obj([id, id]);
  file.context.header = PDFHeader.forVersion(1, 7);
  return { pdf: await savePdf(file), markings };
}

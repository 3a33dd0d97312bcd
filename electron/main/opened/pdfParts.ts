import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFStream, PDFString, type PDFObject } from '@cantoo/pdf-lib';
import type { Part } from './parts';
import { readPdf, type PdfText } from './pdfText';

const PICTURES: ReadonlySet<string> = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

/** What a string in UTF-16 begins with. */
const WIDE = [Buffer.of(0xfe, 0xff), Buffer.of(0xff, 0xfe)];

/** Strings and names of an object, and of what lies directly in it. */
function* wordsOf(object: PDFObject): Iterable<string> {
  if (object instanceof PDFString || object instanceof PDFHexString) {
    yield object.decodeText();
    const bytes = Buffer.from(object.asBytes());
    // Of a string in UTF-16 the bytes would be letters with gaps between, in which a value is found that is only part of a word.
    if (!WIDE.some((mark) => bytes.subarray(0, 2).equals(mark))) yield bytes.toString('utf8');
  } else if (object instanceof PDFName) yield object.decodeText();
  else if (object instanceof PDFArray) for (const each of object.asArray()) yield* wordsOf(each);
  else if (object instanceof PDFDict) for (const [key, value] of object.entries()) {
    yield key.decodeText();
    yield* wordsOf(value);
  } else if (object instanceof PDFStream) yield* wordsOf(object.dict);
}

/** Strings, replaced texts and comments of a content stream. What it shows was read as text: here that stands as numbers of glyphs. */
function saidInDrawing(stream: string): string {
  const found: string[] = [];
  for (const [whole, literal, wide] of stream.matchAll(/\(((?:[^\\()]|\\.)*)\)|<feff([0-9a-f]+)>|%[^\r\n]*/gi)) {
    if (wide !== undefined) found.push(Buffer.from(wide.length % 4 === 0 ? wide : wide.slice(0, wide.length - (wide.length % 4)), 'hex').swap16().toString('utf16le'));
    else found.push(literal ?? whole);
  }
  return found.join('\n');
}

function filtersOf(stream: PDFRawStream): readonly string[] {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const all = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter];
  return all.map((each) => (each instanceof PDFName ? each.decodeText() : ''));
}

/**
 * Everything in a PDF: text as a reader finds it, page by page; metadata, outline, notes; every string and name of every object (alternative texts, names of
 * places); every stream unpacked (XMP, attachments, forms). `read`: its text, where it was read before. Throws when it cannot be read.
 */
export async function pdfParts(bytes: Buffer, place: string, deeper: (inner: Buffer, where: string) => Promise<readonly Part[]>, read: PdfText | null): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const { pages, beside } = read ?? await readPdf(bytes);
  pages.forEach(({ text }, index) => parts.push({ place: `${place} page ${index + 1}`.trim(), page: index + 1, texts: [text] }));
  parts.push({ place: `${place} metadata`.trim(), texts: [beside] });
  const file = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  const words = new Set<string>();
  const drawn = new Set(file.getPages().flatMap((page) => {
    const contents = page.node.get(PDFName.of('Contents'));
    return (contents instanceof PDFArray ? contents.asArray() : [contents]).map((each) => file.context.lookup(each));
  }));
  for (const [ref, object] of file.context.enumerateIndirectObjects()) {
    for (const word of wordsOf(object)) words.add(word);
    if (!(object instanceof PDFRawStream)) continue;
    const where = `object ${ref.objectNumber}`;
    const type = object.dict.lookup(PDFName.of('Subtype'));
    // Pixels are no text. A picture without words of its own is passed over.
    if (type === PDFName.of('Image') && !filtersOf(object).some((filter) => PICTURES.has(filter))) continue;
    const unpacked = filtersOf(object).some((filter) => PICTURES.has(filter)) ? Buffer.from(object.contents) : Buffer.from(decodePDFRawStream(object).decode());
    if (drawn.has(object) || type === PDFName.of('Form')) parts.push({ place: where, texts: [saidInDrawing(unpacked.toString('latin1'))] });
    else parts.push(...await deeper(unpacked, where));
  }
  const { Info, ID } = file.context.trailerInfo;
  for (const each of [Info, ID]) if (each !== undefined) for (const word of wordsOf(each)) words.add(word);
  // One search for them all; between two of them stands what no value holds, so that they do not join.
  parts.push({ place: `${place} strings`.trim(), texts: [[...words].join(' \u00b6 x \u00b6 ')] });
  // What belongs to no object: comments, and what was put behind the end.
  parts.push({ place: `${place} file`.trim(), bytes: Buffer.from(bytes.toString('latin1').replaceAll(/\bstream\r?\n[\s\S]*?\bendstream\b/g, ' '), 'latin1') });
  return parts;
}

import { findForbidden, SearchedText } from '../../shared/briefing/searched';
import { Failure } from '../../shared/contract';

/** Throws Failure "exportFailed" unless the marking stands on every page of a written PDF. `texts` as pdfTexts gives them. */
export function requireMarking(texts: readonly string[], marking: string): void {
  const wanted = new SearchedText(marking);
  if (wanted.closed === '') return;
  const pages = texts.slice(0, -1);
  const bare = pages.findIndex((text) => !new SearchedText(text).holds(wanted));
  if (pages.length === 0 || bare >= 0) throw new Failure('exportFailed', {}, { cause: `no marking on page ${bare + 1}` });
}

/**
 * Searches a written PDF that was opened again for everything that was held back: text, metadata and outline as a reader finds them, and the bytes as they stand.
 * Throws Failure "withheldFound", naming the page, when anything is found; nothing may be released then.
 */
export function requireNothingWithheld(pdf: Uint8Array, texts: readonly string[], forbidden: readonly string[]): void {
  if (forbidden.length === 0) return;
  texts.forEach((text, index) => {
    const found = findForbidden(text, forbidden);
    if (found.length > 0) throw new Failure('withheldFound', { page: index + 1, count: found.length });
  });
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  // What no page shows may still stand in the file: alternative texts, names of destinations, attachments.
  const hidden = forbidden.filter((text) => encodings(text).some((encoded) => bytes.includes(encoded)));
  if (hidden.length > 0) throw new Failure('withheldFound', { page: 0, count: hidden.length });
}

/** A text in each way in which a PDF holds strings: as bytes, in UTF-16, and as the hexadecimal digits of either. */
function encodings(text: string): Buffer[] {
  const wide = Buffer.from(text, 'utf16le').swap16();
  const plain = [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1'), wide];
  const digits = [Buffer.from(text, 'latin1'), wide].map((bytes) => bytes.toString('hex'));
  return [...plain, ...digits.map((hex) => Buffer.from(hex, 'latin1')), ...digits.map((hex) => Buffer.from(hex.toUpperCase(), 'latin1'))];
}

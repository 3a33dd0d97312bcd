import { findForbidden } from '../../shared/briefing/searched';
import { Failure } from '../../shared/contract';
import { pdfTexts } from './pdfText';

/**
 * Opens a written PDF again and searches it for everything that was held back: text, metadata and outline as a reader finds them, and the bytes as they stand.
 * Rejects with Failure "withheldFound", naming the page, when anything is found; nothing may be released then.
 */
export async function requireNothingWithheld(pdf: Uint8Array, forbidden: readonly string[]): Promise<void> {
  if (forbidden.length === 0) return;
  const texts = await pdfTexts(pdf);
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

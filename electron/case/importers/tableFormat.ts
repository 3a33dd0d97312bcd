import { Failure } from '../../../shared/contract/failure';
import { rootName } from './rootName';
import type { Reading } from '../../../shared/mapping/mapping';
import type { Bytes } from './bytes';
import { Compound, isCompound } from './compound';
import { createDecoder, detectEncoding } from './encoding';
import { Package } from './workbook';

const HEAD = 64 * 1024;
/** Streams and storages by which Office programs tell an encrypted document. */
const ENCRYPTED = ['encryptedpackage', 'encryptioninfo'];

/** What a table's bytes turned out to be; "flat" is an OpenDocument sheet in one XML file, "zip" an archive that is no workbook. */
export type Found = Reading['format'] | 'flat' | 'zip';

export const isZip = (bytes: Bytes): boolean => /^PK(?:\u0003\u0004|\u0005\u0006)/.test(bytes.read(0, 4).toString('latin1'));

function inCompound(bytes: Bytes): Found {
  const names = new Compound(bytes).names().map((name) => name.toLowerCase());
  if (names.some((name) => ENCRYPTED.includes(name))) throw new Failure('fileEncrypted');
  if (names.includes('workbook') || names.includes('book')) return 'xls';
  throw new Failure('fileNotThisFormat');
}

async function inZip(bytes: Bytes): Promise<Found> {
  const parts = await Package.open(bytes);
  try {
    if (parts.has('xl/workbook.xml') || parts.find('/workbook.xml') !== null) return 'xlsx';
    if (parts.has('xl/workbook.bin') || parts.find('/workbook.bin') !== null) return 'xlsb';
    if (parts.has('content.xml')) return 'ods';
    // LibreOffice locks a document by wrapping the whole of it.
    if (parts.has('encrypted-package')) throw new Failure('fileEncrypted');
    return 'zip';
  } finally {
    parts.close();
  }
}

/** First characters of a text; empty for what is none. */
function textOf(bytes: Bytes): string {
  const head = bytes.read(0, HEAD);
  const { encoding } = detectEncoding(head);
  return createDecoder(encoding).write(head).replace(/^\uFEFF/u, '').trimStart();
}

/** Whether a text starts like JSON: an object with a first key, or a list whose first element is as plain; "[id];name" is a table's heading. */
function isJson(text: string): boolean {
  if (/^\{\s*(?:"(?:[^"\\]|\\.){0,1000}"\s*:|\})/.test(text)) return true;
  return /^\[\s*(?:\]\s*$|\{\s*["}]|\[\s*[[{"\d\-\]tfn]|(?:"(?:[^"\\]|\\.){0,10000}"|-?\d[\d.eE+-]{0,100}|true|false|null)\s*[,\]]\s*(?:["\d\-[{tfn\]]|$))/.test(text) && !/^\[[^\]\n"{[]{0,200}\][;\t|]/.test(text);
}

/** First elements of pages, whole or saved in part. */
const PAGES: ReadonlySet<string> = new Set(['html', 'head', 'body', 'meta', 'style', 'table', 'div', 'p', 'center', 'font', 'title']);

/** The kind of a document in markup; null when the text is none. */
function inMarkup(text: string): Found | null {
  if (!text.startsWith('<')) return null;
  const start = text.slice(0, 8192);
  if (/<(?:\w+:)?Workbook\b[^>]{0,4000}urn:schemas-microsoft-com:office:spreadsheet/.test(start)) return 'xmlss';
  if (/<(?:\w+:)?document\b[^>]{0,8000}urn:oasis:names:tc:opendocument:xmlns:office/.test(text)) return /office:mimetype="[^"]{0,60}spreadsheet/.test(text) || text.includes('<office:spreadsheet') ? 'flat' : null;
  if (PAGES.has(rootName(start)?.toLowerCase() ?? '')) return 'html';
  throw new Failure('fileNotThisFormat');
}

/**
 * What the bytes are, whatever the file's name says: an .xls may well be a page, a text or a newer workbook.
 * Throws Failure fileEncrypted, fileTooLarge, and fileNotThisFormat for what is no table.
 */
export async function tableFormat(bytes: Bytes): Promise<Found> {
  if (isZip(bytes)) return await inZip(bytes);
  if (isCompound(bytes)) return inCompound(bytes);
  const text = textOf(bytes);
  if (isJson(text)) return 'json';
  return inMarkup(text) ?? 'csv';
}

import { gunzipSync, inflateSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { pdfParts } from './pdfParts';
import type { PdfText } from './pdfText';

/**
 * A piece of a file that was opened: texts that a reader can come by, or bytes of which only written signs count. `place` says where it stands
 * ("page 3", "word/header1.xml"); `page` counts from 1.
 */
export type Part = { readonly place: string; readonly page?: number } & ({ readonly texts: readonly string[] } | { readonly bytes: Buffer });

/** Archives in archives are followed so far; nothing that Knoop writes goes deeper. */
const DEEPEST = 6;
/** Of one packed piece no more than this is unpacked. */
const LARGEST = 512 * 1024 * 1024;

const startsWith = (bytes: Buffer, ...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
const TEXT_START = /^[\s\ufeff]*[<{[]/;

/**
 * Everything in a file, unpacked all the way: archives, compressed streams, objects of PDFs, chunks of pictures, marked-up text. `read` is the text
 * of a PDF that was read before. Throws when an archive cannot be read.
 */
export async function partsOf(bytes: Buffer, place = '', depth = 0, read: PdfText | null = null): Promise<readonly Part[]> {
  if (depth > DEEPEST) throw new Error(`too deep: ${place}`);
  const deeper = (inner: Buffer, where: string): Promise<readonly Part[]> => partsOf(inner, place === '' ? where : `${place}/${where}`, depth + 1);
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return [...await zipParts(bytes, place, deeper), { place, bytes }];
  if (bytes.subarray(0, 1024).includes('%PDF-')) return pdfParts(bytes, place, deeper, read);
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return pngParts(bytes, place);
  if (startsWith(bytes, 0x1f, 0x8b)) return deeper(gunzipSync(bytes, { maxOutputLength: LARGEST }), 'gzip');
  const text = asText(bytes);
  if (text === null) return [{ place, bytes }];
  return [{ place, texts: TEXT_START.test(text) ? markedUp(text) : [text] }];
}

/** A text in UTF-8 or UTF-16, or null for what is none. */
function asText(bytes: Buffer): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return bytes.toString('utf16le', 2);
  if (startsWith(bytes, 0xfe, 0xff)) return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16().toString('utf16le');
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const sign = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');
const unescaped = (text: string): string => text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (_whole, decimal?: string, hex?: string, name?: string) => (name !== undefined ? NAMED[name.toLowerCase()] ?? ' ' : sign(Number.parseInt(decimal ?? hex ?? '20', decimal === undefined ? 16 : 10))));

/** What XML says: its text, closed up (one word may be set in several runs) and apart (cells are not one word), its comments, and each value of an attribute but addresses of standards. */
export function markedUp(text: string): readonly string[] {
  if (!/^[\s\ufeff]*</.test(text)) return [text];
  const body = text.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1');
  const comments = [...body.matchAll(/<!--([\s\S]*?)-->/g)].map(([, said = '']) => said);
  const values = [...body.matchAll(/<[^!?/][^<>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/\s([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
    .filter(([, name = '']) => !name.startsWith('xmlns')).map(([, , double, single]) => double ?? single ?? '')).filter((value) => !/^https?:\/\/(?:schemas\.|www\.w3\.org|purl\.org)/.test(value));
  const plain = (between: string): string => unescaped(body.replaceAll(/<!--[\s\S]*?-->/g, between).replaceAll(/<[^>]*>/g, between));
  return [plain(''), plain('\n'), ...new Set([...comments, ...values].map(unescaped))];
}

async function zipParts(bytes: Buffer, place: string, deeper: (inner: Buffer, where: string) => Promise<readonly Part[]>): Promise<Part[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts: Part[] = [];
  for await (const entry of zip.eachEntry()) {
    parts.push({ place: `${place}${place === '' ? '' : '/'}${entry.fileName}`, texts: [entry.fileName, entry.fileComment, ...entry.extraFields.map((field) => field.data.toString('latin1'))] });
    if (entry.fileName.endsWith('/')) continue;
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    parts.push(...await deeper(Buffer.concat(chunks), entry.fileName));
  }
  parts.push({ place, texts: [zip.comment] });
  return parts;
}

/** Chunks of a PNG. Those with words are opened; pixels are no text. */
function pngParts(bytes: Buffer, place: string): Part[] {
  const parts: Part[] = [];
  let at = 8;
  for (let ended = false; !ended && at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) break;
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    const where = `${place === '' ? 'png' : place} ${kind}`;
    if (kind === 'tEXt') parts.push({ place: where, texts: [content.toString('latin1'), content.toString('utf8')] });
    else if (kind === 'zTXt' || kind === 'iTXt' || kind === 'iCCP') parts.push({ place: where, texts: [content.toString('utf8'), ...inflatedIn(content)] });
    else if (kind !== 'IDAT') parts.push({ place: where, bytes: content });
    at += 12 + length;
    ended = kind === 'IEND';
  }
  // What stands behind the last chunk, or in one that is cut off.
  if (at < bytes.length) parts.push({ place: `${place} end`, bytes: bytes.subarray(at) });
  return parts;
}

/** What zlib finds behind a key and its zero byte. */
function inflatedIn(content: Buffer): string[] {
  const found: string[] = [];
  for (let at = content.indexOf(0); at >= 0 && at < content.length && found.length === 0; at = content.indexOf(0, at + 1)) {
    for (const start of [at + 1, at + 2]) {
      try {
        found.push(inflateSync(content.subarray(start), { maxOutputLength: LARGEST }).toString('utf8'));
      } catch {
        continue;
      }
    }
  }
  return found;
}

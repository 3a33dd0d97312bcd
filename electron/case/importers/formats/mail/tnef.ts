import iconv from 'iconv-lite';
import { rtfText, unfoldRtf } from '../msg/rtf';
import { htmlText } from './htmlText';
import type { MailPart } from './message';

const SIGNATURE = 0x223e9f78;
/** Attributes by their numbers (MS-OXTNEF). */
const RENDERING = 0x00069002;
const TITLE = 0x00018010;
const DATA = 0x0006800f;
const ATTACHMENT = 0x00069005;
const MESSAGE = 0x00069003;
const PAGE = 0x00069007;
/** MAPI properties: long file name, MIME type, content, packed RTF, HTML. */
const [LONG_NAME, MIME, CONTENT, RTF, HTML, BODY] = [0x3707, 0x370e, 0x3701, 0x1009, 0x1013, 0x1000];
/** Bytes of values of fixed length, by their type. */
const FIXED: Readonly<Record<number, number>> = { 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000a: 4, 0x000b: 4, 0x0014: 8, 0x0040: 8, 0x0048: 16 };
const MOST = 10_000;

const padded = (length: number): number => length + ((4 - (length % 4)) % 4);

/** First value of each property of variable length; stops at what it cannot follow. */
function properties(bytes: Buffer): Map<number, { readonly type: number; readonly value: Buffer }> {
  const found = new Map<number, { type: number; value: Buffer }>();
  if (bytes.length < 4) return found;
  let at = 4;
  const count = Math.min(MOST, bytes.readUInt32LE(0));
  const int = (): number => {
    const value = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
    at += 4;
    return value;
  };
  for (let turn = 0; turn < count && at + 4 <= bytes.length; turn += 1) {
    const type = bytes.readUInt16LE(at);
    const id = bytes.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      at += 16;
      if (int() === 0) at += 4;
      else at += padded(int());
    }
    const size = FIXED[type & 0x0fff];
    const several = (type & 0x1000) !== 0;
    if (size !== undefined) {
      at += several ? int() * size : size;
      continue;
    }
    const values = Math.min(MOST, int());
    for (let each = 0; each < values && at + 4 <= bytes.length; each += 1) {
      const length = int();
      if (!found.has(id)) found.set(id, { type, value: bytes.subarray(at, at + length) });
      at += padded(length);
    }
  }
  return found;
}

/**
 * Opens "winmail.dat", in which Outlook packs attachments and formatted text for other Outlooks. Null for what is none; a broken one gives what
 * stood before the break.
 */
export function openTnef(packed: Uint8Array): { readonly parts: readonly MailPart[]; readonly text: string } | null {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
  const parts: { name: string; mediaType: string; bytes: Uint8Array }[] = [];
  let charset = 'windows-1252';
  let text = '';
  const decoded = (held: { type: number; value: Buffer } | undefined): string => (held === undefined ? '' : (held.type === 0x1f ? held.value.toString('utf16le') : iconv.decode(held.value, charset)).replace(/\u0000[\s\S]*$/, '').trim());
  for (let at = 6; at + 9 <= bytes.length && parts.length < MOST; ) {
    const attribute = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const data = bytes.subarray(at + 9, at + 9 + length);
    at += 9 + length + 2;
    const last = parts.at(-1);
    if (attribute === PAGE && data.length >= 4) {
      const name = `cp${data.readUInt32LE(0)}`;
      if (iconv.encodingExists(name)) charset = name;
    } else if (attribute === RENDERING) parts.push({ name: '', mediaType: 'application/octet-stream', bytes: Buffer.alloc(0) });
    else if (attribute === TITLE && last !== undefined) last.name ||= iconv.decode(data, charset).replace(/\u0000[\s\S]*$/, '');
    else if (attribute === DATA && last !== undefined) last.bytes = data;
    else if (attribute === ATTACHMENT && last !== undefined) {
      const said = properties(data);
      last.name = decoded(said.get(LONG_NAME)) || last.name;
      last.mediaType = decoded(said.get(MIME)).toLowerCase() || last.mediaType;
      const content = said.get(CONTENT);
      // An object begins with the id of its kind.
      if (last.bytes.length === 0 && content !== undefined) last.bytes = content.type === 0x0d ? content.value.subarray(16) : content.value;
    } else if (attribute === MESSAGE) {
      const said = properties(data);
      const rtf = said.get(RTF) === undefined ? null : unfoldRtf(said.get(RTF)?.value ?? new Uint8Array());
      const read = rtf === null ? null : rtfText(rtf);
      text = decoded(said.get(BODY)) || htmlText(decoded(said.get(HTML))) || (read === null ? '' : read.html ? htmlText(read.text) : read.text);
    }
  }
  return { parts: parts.filter((part) => part.bytes.length > 0).map((part, at) => ({ ...part, name: (part.name.split(/[\\/]/).at(-1) ?? '').slice(0, 200) || `winmail-${at + 1}.bin` })), text };
}

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import PostalMime from 'postal-mime';
import type { Attachment, Email } from 'postal-mime';
import { detectEncoding } from '../../encoding';
import { headersOf, mended } from './headers';
import { htmlText } from './htmlText';
import type { MailMessage, MailPart } from './message';
import { openTnef } from './tnef';

/** Messages inside messages are read so deep; deeper ones stay attachments. */
const MAX_DEPTH = 8;
const ENDINGS: Readonly<Record<string, string>> = { 'message/rfc822': '.eml', 'text/calendar': '.ics', 'text/plain': '.txt', 'text/html': '.html', 'image/jpeg': '.jpg', 'image/png': '.png', 'image/gif': '.gif', 'application/pdf': '.pdf', 'message/delivery-status': '.txt', 'text/rfc822-headers': '.txt', 'text/x-vcard': '.vcf', 'text/vcard': '.vcf' };

/** Headers are to be ASCII or UTF-8; old programs write them in the charset of the country, so they are brought to UTF-8 first. */
function readableHead(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = [whole.indexOf('\n\n'), whole.indexOf('\n\r\n'), whole.indexOf('\r\r')].filter((at) => at >= 0);
  const end = ends.length === 0 ? Math.min(whole.length, 65_536) : Math.min(...ends);
  const head = whole.subarray(0, end);
  if (isUtf8(head)) return bytes;
  const declared = /^content-type:[^\r\n]{0,500}?(?:\r?\n[ \t][^\r\n]{0,500}?){0,5}?charset\s?=\s?"?([\w.:-]{1,40})/im.exec(head.toString('latin1', 0, 65_536))?.[1];
  let charset = 'windows-1252';
  if (declared !== undefined && iconv.encodingExists(declared) && !/^(?:utf-?8|us-ascii)$/i.test(declared)) charset = declared;
  else {
    try {
      const found = detectEncoding(head).encoding;
      if (found !== 'utf-8') charset = found;
    } catch {
      // No text at all: the parser will say so.
    }
  }
  return Buffer.concat([Buffer.from(iconv.decode(head, charset), 'utf8'), whole.subarray(end)]);
}

/** A message that says neither its type nor its charset is to be ASCII; where it is neither that nor UTF-8, what its bytes look like is declared. */
function declared(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(whole)) return bytes;
  const end = /\r?\n\r?\n/.exec(whole.toString('latin1', 0, 1_048_576))?.index ?? -1;
  if (end < 0 || /^content-type:/im.test(whole.toString('latin1', 0, end)) || isUtf8(whole.subarray(end))) return bytes;
  try {
    return Buffer.concat([Buffer.from(`Content-Type: text/plain; charset=${detectEncoding(whole.subarray(end, end + 262_144)).encoding}\r\nContent-Transfer-Encoding: 8bit\r\n`), whole]);
  } catch {
    return bytes;
  }
}

const bytesOf = (attachment: Attachment): Uint8Array => (typeof attachment.content === 'string' ? Buffer.from(attachment.content, 'utf8') : attachment.content instanceof Uint8Array ? attachment.content : new Uint8Array(attachment.content));

function nameOf(attachment: Attachment, at: number): string {
  const given = mended(attachment.filename ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  return given !== '' ? given.slice(0, 200) : `part-${at + 1}${ENDINGS[attachment.mimeType] ?? '.bin'}`;
}

async function partOf(attachment: Attachment, at: number, depth: number): Promise<MailPart> {
  const part = { name: nameOf(attachment, at), mediaType: attachment.mimeType, bytes: bytesOf(attachment) };
  const nested = attachment.mimeType === 'message/rfc822' || attachment.mimeType === 'message/global';
  if (!nested || depth >= MAX_DEPTH || part.bytes.length === 0) return part;
  try {
    return { ...part, message: await readMime(part.bytes, depth + 1) };
  } catch {
    return part;
  }
}

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]+/gu, '').length;

/** Text of the message, and that of its HTML form where that says clearly more (a plain part "please use another viewer"). */
function textsOf(email: Email): { text: string; otherText: string } {
  const plain = mended(email.text ?? '').trim();
  const html = email.html === undefined ? '' : htmlText(mended(email.html));
  if (plain === '') return { text: html, otherText: '' };
  return { text: plain, otherText: letters(plain) < letters(html) * 0.7 ? html : '' };
}

/** Reads an RFC 5322 message with its MIME parts. Throws an Error for what nests or heads beyond all reason. */
export async function readMime(bytes: Uint8Array, depth = 0): Promise<MailMessage> {
  const email = await PostalMime.parse(declared(readableHead(bytes)), { forceRfc822Attachments: true, maxNestingDepth: 64 });
  const parts: MailPart[] = [];
  let packed = '';
  for (const [at, attachment] of email.attachments.entries()) {
    const part = await partOf(attachment, at, depth);
    parts.push(part);
    const opened = part.mediaType.endsWith('ms-tnef') || part.name.toLowerCase() === 'winmail.dat' ? openTnef(part.bytes) : null;
    parts.push(...(opened?.parts ?? []));
    packed ||= opened?.text ?? '';
  }
  const texts = textsOf(email);
  return { ...headersOf(email.headers.map(({ originalKey, value }) => ({ name: originalKey, value }))), ...(texts.text === '' ? { ...texts, text: packed } : texts), parts };
}

import iconv from 'iconv-lite';
import outlook from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import { headersOf, splitHeaders } from '../mail/headers';
import { htmlText } from '../mail/htmlText';
import { readMime } from '../mail/mime';
import type { MailMessage, MailPart, Party, Role } from '../mail/message';
import { rtfText, unfoldRtf } from './rtf';

type MsgReader = InstanceType<typeof outlook>;
/** A package in the old form: what its default is depends on who bundles it. */
const given: unknown = outlook;
const Reader = (typeof given === 'function' ? given : (given as { default: unknown }).default) as typeof outlook;

const MAX_DEPTH = 8;
const ROLES: Readonly<Record<string, Role>> = { to: 'To', cc: 'Cc', bcc: 'Bcc' };
/** Said elsewhere, or of no meaning outside Outlook. */
const CONSUMED = new Set([
  'dataType', 'subject', 'senderName', 'senderEmail', 'senderSmtpAddress', 'sentRepresentingSmtpAddress', 'senderAddressType', 'body', 'headers', 'compressedRtf', 'bodyHtml', 'html', 'recipients', 'attachments', 'messageId', 'clientSubmitTime', 'rawProps', 'error',
  'internetCodepage', 'messageCodepage', 'messageLocaleId', 'messageFlags', 'normalizedSubject', 'preview', 'innerMsgContent', 'innerMsgContentFields', 'folderId', 'dataId', 'contentLength',
]);

const isAddress = (text: string | undefined): text is string => text !== undefined && text.includes('@');
/** The name that Outlook shows repeats the address where nothing better is known. */
const party = (name: string | undefined, ...addresses: (string | undefined)[]): Party => {
  const address = addresses.find(isAddress) ?? addresses.find((each) => each !== undefined && each !== '') ?? '';
  const shown = (name ?? '').replace(/^'(.*)'$/, '$1').trim();
  return { name: shown.toLowerCase() === address.toLowerCase() ? '' : shown, address: isAddress(address) || shown === '' ? address : isAddress(shown) ? shown : address };
};

function charsetOf(page: number | undefined): string {
  if (page === 65_001 || page === undefined) return 'utf-8';
  const named: Readonly<Record<number, string>> = { 20_127: 'windows-1252', 28_591: 'windows-1252', 28_592: 'iso-8859-2', 28_605: 'iso-8859-15', 20_866: 'koi8-r', 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 51_932: 'euc-jp' };
  const name = named[page] ?? `cp${page}`;
  return iconv.encodingExists(name) ? name : 'windows-1252';
}

function textsOf(fields: FieldsData): { text: string; otherText: string } {
  const plain = (fields.body ?? '').replace(/\r\n?/g, '\n').trim();
  let html = fields.bodyHtml ?? (fields.html === undefined ? '' : iconv.decode(Buffer.from(fields.html), charsetOf(fields.internetCodepage)));
  if (html === '' && plain === '' && fields.compressedRtf !== undefined) {
    const rtf = unfoldRtf(fields.compressedRtf);
    const read = rtf === null ? null : rtfText(rtf);
    if (read !== null && !read.html) return { text: read.text, otherText: '' };
    html = read?.text ?? '';
  }
  const shown = html === '' ? '' : htmlText(html);
  if (plain === '') return { text: shown, otherText: '' };
  const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]+/gu, '').length;
  return { text: plain, otherText: letters(plain) < letters(shown) * 0.7 ? shown : '' };
}

/** "Mon, 21 Nov 2022 13:05:11 GMT", or empty where Outlook says no date. */
const dateOf = (text: string | undefined): string => (text === undefined || text.startsWith('Invalid') || /\b1601\b/.test(text) ? '' : text);

async function partOf(reader: MsgReader, attachment: FieldsData, at: number, depth: number): Promise<MailPart> {
  const inner = attachment.innerMsgContentFields;
  const { content } = reader.getAttachment(attachment);
  const name = attachment.fileName ?? attachment.fileNameShort ?? attachment.name ?? '';
  if (inner !== undefined && depth < MAX_DEPTH) return { name: `${name === '' ? `part-${at + 1}` : name.slice(0, 190)}.msg`, mediaType: 'application/vnd.ms-outlook', bytes: content, message: await messageOf(reader, inner, depth + 1) };
  const mediaType = (attachment.attachMimeTag ?? '').toLowerCase() || 'application/octet-stream';
  const part = { name: (name.split(/[\\/]/).at(-1) ?? '').slice(0, 200) || `part-${at + 1}.bin`, mediaType, bytes: content };
  if (mediaType !== 'message/rfc822' || depth >= MAX_DEPTH) return part;
  try {
    return { ...part, message: await readMime(content, depth + 1) };
  } catch {
    return part;
  }
}

async function messageOf(reader: MsgReader, fields: FieldsData, depth: number): Promise<MailMessage> {
  const head = headersOf(splitHeaders(fields.headers ?? ''));
  const parties: { role: Role; party: Party }[] = [];
  const sender = party(fields.senderName, fields.senderSmtpAddress, fields.sentRepresentingSmtpAddress, fields.senderEmail, fields.creatorSMTPAddress);
  if (head.parties.some(({ role }) => role === 'From')) parties.push(...head.parties.filter(({ role }) => role === 'From' || role === 'Sender' || role === 'Reply-To'));
  else if (sender.name !== '' || sender.address !== '') parties.push({ role: 'From', party: sender });
  const recipients = (fields.recipients ?? []).map((each) => ({ role: ROLES[each.recipType ?? 'to'] ?? 'To', party: party(each.name, each.smtpAddress, each.email) })).filter((each) => each.party.name !== '' || each.party.address !== '');
  parties.push(...(recipients.length > 0 ? recipients : head.parties.filter(({ role }) => role === 'To' || role === 'Cc' || role === 'Bcc')));
  const others = Object.entries(fields).flatMap(([name, value]): [string, string][] => (CONSUMED.has(name) || (typeof value !== 'string' && typeof value !== 'number') || value === '' || String(value).startsWith('Invalid') ? [] : [[name, String(value)]]));
  const parts: MailPart[] = [];
  for (const [at, attachment] of (fields.attachments ?? []).entries()) parts.push(await partOf(reader, attachment, at, depth));
  return {
    id: head.id || (fields.messageId ?? '').replace(/^<|>$/g, ''), answers: head.answers, date: head.date || dateOf(fields.clientSubmitTime) || dateOf(fields.messageDeliveryTime), subject: (fields.subject ?? head.subject).trim(),
    parties, ...textsOf(fields), headers: [...head.headers, ...others], parts,
  };
}

/** Reads an Outlook item. Throws an Error for what is none, or is broken. The caller has checked that its skeleton is sound. */
export async function readMsg(file: Buffer): Promise<MailMessage> {
  // A buffer of its own: the reader looks beyond the end of a view.
  const whole = Uint8Array.from(file).buffer;
  let reader = new Reader(whole);
  let fields = reader.getFileData();
  if (fields.dataType === null) throw new Error(fields.error ?? 'no message');
  const page = fields.messageCodepage ?? fields.internetCodepage;
  if (page !== undefined && page !== 1200 && page !== 65_001) {
    // Old items keep their texts in the code page that they name themselves.
    reader = new Reader(whole);
    reader.parserConfig = { ansiEncoding: charsetOf(page) };
    fields = reader.getFileData();
  }
  return messageOf(reader, fields, 0);
}

import { addressParser, decodeWords } from 'postal-mime';
import iconv from 'iconv-lite';
import type { MailMessage, Party, Role } from './message';

const ROLES: Readonly<Record<string, Role>> = { from: 'From', sender: 'Sender', 'reply-to': 'Reply-To', to: 'To', cc: 'Cc', bcc: 'Bcc' };
/** Said elsewhere, or only of how the message is packed. */
const CONSUMED = new Set([...Object.keys(ROLES), 'subject', 'date', 'message-id', 'in-reply-to', 'mime-version', 'content-type', 'content-transfer-encoding', 'content-disposition', 'content-language', 'content-length']);
/** Seals for mail servers: long, readable to machines only, and still in the source. */
const SEALS = /^(?:dkim-signature|domainkey-signature|arc-|x-google-dkim-signature|x-ms-exchange-antispam|x-microsoft-antispam|x-ms-exchange-crosstenant|x-gm-message-state|x-google-smtp-source|autocrypt|x-face|face)/i;

/**
 * Node 20 reads windows-1252 as ISO 8859-1 (both labels mean the former on the web): signs that no text has are those it lost,
 * the euro and the typographic quotation marks.
 */
export const mended = (text: string): string => text.replace(/[\u0080-\u009F]/g, (sign) => iconv.decode(Buffer.from([sign.charCodeAt(0)]), 'windows-1252'));

const bareId = (text: string): string => (/<\s*([^<>\s]+)\s*>/.exec(text)?.[1] ?? text).trim().slice(0, 1000);

function partiesOf(role: Role, value: string): { role: Role; party: Party }[] {
  const found: { role: Role; party: Party }[] = [];
  for (const mailbox of addressParser(value, { flatten: true })) {
    const party = { name: mended(mailbox.name ?? '').trim(), address: (mailbox.address ?? '').trim() };
    if (party.name !== '' || party.address !== '') found.push({ role, party });
  }
  return found;
}

/** What the headers of a message tell. Names keep their case. */
export function headersOf(headers: readonly { readonly name: string; readonly value: string }[]): Pick<MailMessage, 'id' | 'answers' | 'date' | 'subject' | 'parties' | 'headers'> {
  const first = (name: string): string => headers.find((header) => header.name.toLowerCase() === name)?.value.trim() ?? '';
  const parties: { role: Role; party: Party }[] = [];
  const others: [string, string][] = [];
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const role = Object.hasOwn(ROLES, key) ? ROLES[key] : undefined;
    if (role !== undefined) parties.push(...partiesOf(role, value));
    else if (!CONSUMED.has(key) && !SEALS.test(key)) others.push([name, mended(decodeWords(value)).trim()]);
  }
  return { id: bareId(first('message-id')), answers: bareId(first('in-reply-to')), date: first('date'), subject: mended(decodeWords(first('subject'))).replace(/\s+/gu, ' ').trim(), parties, headers: others };
}

/** Splits a block of headers, as Outlook keeps it, into names and values. */
export function splitHeaders(block: string): { name: string; value: string }[] {
  const lines = block.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ').split('\n');
  return lines.flatMap((line) => {
    const parts = /^([!-9;-~]{1,200}):\s*(.*)$/.exec(line);
    return parts?.[1] === undefined ? [] : [{ name: parts[1], value: parts[2] ?? '' }];
  });
}

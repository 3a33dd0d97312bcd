import { accountOf, isIbanShaped } from '../bank/parties';
import type { BookingLine } from './bookingLine';

/** What field 86 (or a bank's own field) says of a booking. */
export interface Details {
  readonly name: string;
  readonly account: string;
  readonly bic: string;
  readonly communication: string;
  readonly said: readonly (readonly [property: string, text: string])[];
  readonly other: readonly (readonly [name: string, text: string])[];
}
type Draft = { -readonly [K in 'name' | 'account' | 'bic' | 'communication']: string } & { said: [string, string][]; other: [string, string][] };

const blank = (): Draft => ({ name: '', account: '', bic: '', communication: '', said: [], other: [] });
const line = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const NO_REFERENCE = /^(?:NOTPROVIDED|NONREF|NOT PROVIDED)$/i;

/** Words of SEPA that banks set in front of its parts, with the property they belong to; null: only kept under their name. */
const SEPA: ReadonlyMap<string, string | null> = new Map(Object.entries({
  EREF: 'reference', KREF: 'bankReference', MREF: 'mandate', CRED: null, DEBT: null, COAM: null, OAMT: null, SVWZ: 'communication', ABWA: 'ultimatePayer', ABWE: 'ultimatePayee', IBAN: 'account', BIC: 'bic', PURP: 'purpose', BREF: 'bankReference', RREF: 'bankReference', SQTP: null, RCUR: null, IVZR: null,
}));
const SEPA_WORD = new RegExp(`(?:^|(?<=[\\s\\S]))(${[...SEPA.keys()].join('|')})\\+`, 'g');

function put(draft: Draft, word: string, text: string): void {
  const value = line(text);
  const property = SEPA.get(word);
  if (value === '') return;
  if (property === 'communication') draft.communication = line(`${draft.communication} ${value}`);
  else if (property === 'account' || property === 'bic') draft[property] ||= value.split(' ')[0] ?? '';
  else if (typeof property === 'string' && !NO_REFERENCE.test(value)) draft.said.push([property, value]);
  else draft.other.push([`${word}+`, value]);
}

/** Parts a purpose by the words of SEPA in it; without any it is all communication. */
function purpose(draft: Draft, text: string): void {
  const words = [...text.matchAll(SEPA_WORD)];
  const before = line(words.length === 0 ? text : text.slice(0, words[0]?.index ?? 0));
  if (before !== '') draft.communication = line(`${draft.communication} ${before}`);
  words.forEach((found, at) => put(draft, found[1] ?? '', text.slice(found.index + found[0].length, words[at + 1]?.index ?? text.length)));
}

/** German and Polish: a code of three digits, then subfields behind one sign ("166?00GUTSCHRIFT?20…?32NAME"). */
function subfields(text: string): Details | null {
  const head = /^\s*(\d{3})?\s*([?>^~<|])(?=\d{2})/.exec(text) ?? /^\s*(\d{3})()(?=[\s\S]{0,40}?([?>^~])\d{2})/.exec(text);
  if (head === null) return null;
  const sign = head[2] === '' ? (head[3] ?? '?') : (head[2] ?? '?');
  const pieces = text.split(new RegExp(`\\${sign}(?=\\d{2})`));
  const draft = blank();
  const front = line((pieces[0] ?? '').trim().slice((head[1] ?? '').length));
  if (head[1] !== undefined) draft.other.push(['GVC', head[1]]);
  if (front !== '') draft.other.push(['86', front]);
  let bank = '';
  let name = '';
  let words = '';
  let more = '';
  for (const piece of pieces.slice(1)) {
    const code = piece.slice(0, 2);
    const value = piece.slice(2);
    const number = Number(code);
    if (code === '00') draft.said.push(['method', value]);
    else if (number >= 20 && number <= 29) words += value;
    else if (number >= 60 && number <= 63) more += value;
    else if (code === '30') bank = line(value);
    else if (code === '31' || code === '38') draft.account ||= line(value).replaceAll(' ', '');
    else if (code === '32' || code === '33') name += code === '33' && name.trim().length < 27 ? ` ${value}` : value;
    else if (value.trim() !== '') draft.other.push([`${sign}${code}`, value]);
    if (code === '38' && isIbanShaped(value.replaceAll(/\s/g, ''))) draft.account = value.replaceAll(/\s/g, '');
  }
  purpose(draft, words);
  if (more.trim() !== '') draft.other.push([`${sign}60`, line(more)]);
  draft.name = line(name);
  if (/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bank)) draft.bic ||= bank;
  else if (bank !== '' && draft.account !== '' && !isIbanShaped(draft.account) && draft.account !== bank) draft.account = `${bank}/${draft.account}`;
  else if (bank !== '') draft.other.push([`${sign}30`, bank]);
  return draft;
}

/** Keywords of structured details between slashes (Dutch banks, SWIFT), with the property they belong to. */
const SLASHED: ReadonlyMap<string, string | null> = new Map(Object.entries({
  TRTP: 'method', TRCD: null, TYPE: 'method', IBAN: 'account', ACCT: 'account', BIC: 'bic', NAME: 'name', REMI: 'communication', EREF: 'reference', PREF: 'bankReference', IREF: 'bankReference', MARF: 'mandate', CSID: null, CNTP: null, BENM: '', ORDP: '', BO: null, ISDT: null, RTRN: 'returnReason', SVCL: null, PURP: 'purpose', ULTB: null, ULTD: null, UDTR: null, UCRD: null, CREF: null, ADDR: null, ID: null, SWOC: null, RDAT: null, CHGS: null, OCMT: null, EXCH: null, INST: null, RREF: null, NRTX: null, ORDR: null, RFB: null, OPRP: null,
}));
const SLASHED_WORD = new RegExp(`/(${[...SLASHED.keys()].join('|')})/`, 'g');

function slashed(text: string): Details | null {
  if (!/^\s*\/[A-Z]{2,4}\//.test(text)) return null;
  const words = [...text.matchAll(SLASHED_WORD)];
  if (words.length === 0 || (words[0]?.index ?? 0) > 3) return null;
  const draft = blank();
  for (const [at, found] of words.entries()) {
    const word = found[1] ?? '';
    const value = text.slice(found.index + found[0].length - (found[0].endsWith('/') ? 0 : 1), words[at + 1]?.index ?? text.length).replace(/\/+$/, '');
    const property = SLASHED.get(word);
    if (word === 'CNTP') {
      // Account, BIC, name and town of the other side, each between slashes.
      const [account = '', bic = '', name = '', town = ''] = value.split('/').map(line);
      draft.account ||= account;
      draft.bic ||= bic;
      draft.name ||= name;
      if (town !== '') draft.other.push(['CNTP', town]);
    } else if (property === 'communication') draft.communication = line(`${draft.communication} ${value.replace(/^\/?(?:USTD|STRD\/CUR|STRD)\/+/, '')}`);
    else if (property === 'account' || property === 'bic' || property === 'name') draft[property] ||= line(value);
    else if (typeof property === 'string' && property !== '' && line(value) !== '' && !NO_REFERENCE.test(line(value))) draft.said.push([property, value]);
    else if (line(value) !== '') draft.other.push([word, value]);
  }
  return draft;
}

/** Labels by which other banks name the other side within free text. */
const LABELS: readonly { readonly account: RegExp; readonly name: RegExp; readonly bic?: RegExp }[] = [
  { account: /\bREK: ?([A-Z0-9]+)\/NAAM:/, name: /\/NAAM: ?(.+)$/s },
  { account: /\b(?:Z|NA) RACH\.:\s*(\d{26})/, name: /;\s*(?:OD|DLA):\s*(.+?)(?=\s{2,}|;|$)/s },
  { account: /\bIBAN: ?([A-Z]{2}\d{2}[A-Z0-9]{10,30})\b/, name: /\bNAAM: ?(.+?)(?=\s{2,}|\b(?:OMSCHRIJVING|KENMERK|MACHTIGING|INCASSANT|BETALINGSKENM\.):?|$)/s, bic: /\bBIC: ?([A-Z0-9]{8,11})\b/ },
  { account: /^\s*(\d{2}\.\d{2}\.\d{2}\.\d{3})\s/, name: /^\s*[\d.]+\s+(\S.*?)(?=\s{2,}|\n|$)/ },
  { account: /^\s*GIRO\s+(\d{3,10})\s/, name: /^\s*GIRO\s+\d+\s+(\S.*?)(?=\s{2,}|\n|$)/ },
];

function free(lines: readonly string[], booking: BookingLine, own: string): Details {
  const draft = blank();
  // Lines are wrapped at 65 places: a full one goes on in the next.
  const whole = lines.map((each, at) => (each.length >= 65 || at === lines.length - 1 ? each : `${each}\n`)).join('');
  draft.communication = line(whole);
  for (const label of LABELS) {
    const account = label.account.exec(whole)?.[1];
    if (account === undefined) continue;
    draft.account = account;
    draft.name = line(label.name.exec(whole)?.[1] ?? '');
    draft.bic = label.bic?.exec(whole)?.[1] ?? '';
    return draft;
  }
  // Account and name in front, as field 61 has them ("0987654321 marechal s").
  const front = /^\s*([A-Z]{2}\d{2}[A-Z0-9]{10,30}|\d{9,10})(?=\s|$)/.exec(whole)?.[1] ?? '';
  if (front !== '' && (isIbanShaped(front) || front === booking.reference || (/^\d{10}$/.test(front) && /^\d{10}$/.test(own)))) draft.account = front;
  return draft;
}

/** German fields outside SWIFT: two digits in front of each line, 15 and 16 the name, 18 and 19 bank and account (Hungary: 33 and 34). */
export function bankField(lines: readonly string[]): Details {
  const draft = blank();
  const parts = new Map<string, string>();
  for (const each of lines) {
    const found = /^(\d{2})(.*)$/s.exec(each);
    if (found !== null) parts.set(found[1] ?? '', `${parts.get(found[1] ?? '') ?? ''}${found[2] ?? ''}`.trim());
  }
  const has = (code: string): string => parts.get(code) ?? '';
  draft.name = line(`${has('15')}${has('16')}`);
  const [bank, account, codes] = has('34') === '' ? [has('18'), has('19'), ['18', '19']] : [has('33'), has('34'), ['33', '34']];
  if (account !== '') draft.account = bank === '' ? account : `${bank}/${account}`;
  const texts = [...parts].filter(([code]) => Number(code) >= 1 && Number(code) <= 14);
  draft.communication = line(texts.map(([, text]) => text).join(' '));
  for (const [code, text] of parts) if (Number(code) > 14 && !['15', '16'].includes(code) && !(account !== '' && codes.includes(code))) draft.other.push([`NS ${code}`, text]);
  return draft;
}

/** Reads field 86 in whatever dialect it is. `lines` as in the file; `booking` is field 61 in front of it, `own` the number of the statement's account. */
export function detailsOf(lines: readonly string[], booking: BookingLine, own: string): Details {
  const joined = lines.join('');
  const found = subfields(joined) ?? slashed(joined) ?? free(lines, booking, own);
  // An account in field 61: as its reference (ASN, SNS, Rabobank), or below it, with the name behind.
  let { account, name } = found;
  if (account === '' && isIbanShaped(booking.supplement)) account = booking.supplement;
  if (account === '' && (isIbanShaped(booking.reference) || /^P0*\d{4,9}$/.test(booking.reference))) account = booking.reference;
  if (account === '' && /^P0*\d{4,9}$/.test(booking.supplement)) account = booking.supplement;
  if (account === '' && /^0\d{9}$/.test(booking.reference) && booking.supplement !== '') account = booking.reference;
  if (name === '' && (booking.columns || (account !== '' && account === booking.reference))) name = booking.supplement;
  return { ...found, account: accountOf(account).number, name, bic: found.bic };
}

import { foldHeading } from '../schema/heading';

/** Words in the cells of a column that tells who acted, without accents; in the four languages and as networks write them. */
const OUTGOING: ReadonlySet<string> = new Set(['moc', 'mo', 'mosm', 'smo', 'smsmo', 'mosms', 'out', 'outgoing', 'outbound', 'uit', 'uitgaand', 'uitgaande', 'verzonden', 'sortant', 'sortante', 'emis', 'emise', 'emission', 'envoye', 'ausgehend', 'ausgehende', 'ausgehender', 'abgehend', 'gehend', 'gesendet', 'originating', 'originated', 'orig', 'sent', 'dialled', 'dialed']);
const INCOMING: ReadonlySet<string> = new Set(['mtc', 'mt', 'mtsm', 'smt', 'smsmt', 'mtsms', 'in', 'incoming', 'inbound', 'inkomend', 'inkomende', 'binnenkomend', 'ontvangen', 'entrant', 'entrante', 'recu', 'recue', 'reception', 'eingehend', 'eingehende', 'eingehender', 'ankommend', 'kommend', 'empfangen', 'terminating', 'terminated', 'term', 'received']);
const CODES: ReadonlySet<string> = new Set(['moc', 'mtc', 'mo', 'mt', 'smo', 'smt', 'smsmo', 'smsmt', 'mosms', 'mtsms', 'mosm', 'mtsm']);

/** What stands for the other direction, as it is written: where the head of a file shows the one, the other may follow further down. */
const COUNTERPARTS: readonly (readonly [string, string])[] = [
  ['out', 'in'], ['outgoing', 'incoming'], ['outbound', 'inbound'], ['uit', 'in'], ['uitgaand', 'inkomend'], ['uitgaand', 'binnenkomend'], ['verzonden', 'ontvangen'], ['sortant', 'entrant'], ['émis', 'reçu'], ['ausgehend', 'eingehend'], ['abgehend', 'ankommend'], ['gehend', 'kommend'],
  ['originating', 'terminating'], ['originated', 'terminated'], ['orig', 'term'], ['sent', 'received'],
];
/** What operators call short messages in whichever language. */
const SHORT: readonly string[] = ['sms', 'mms'];
const CODED_INCOMING: readonly string[] = ['MTC', 'MT', 'SMS-MT', 'SMS MT', 'SMSMT', 'MT-SMS', 'MMS-MT'];

/** Words in headings of the number that a file is about, and of the number at the other end, whoever called: then the direction alone tells who did. */
export const OWN_NUMBER: readonly string[] = ['target', 'doelnummer', 'doelwit', 'eigen', 'overwaakt', 'abonne', 'abonnee', 'subscriber', 'served', 'cible', 'zielnummer', 'zielrufnummer', 'uberwachter', 'anschluss', 'msisdn'];
export const OTHER_NUMBER: readonly string[] = ['other', 'ander', 'andere', 'tegennummer', 'tegenpartij', 'correspondant', 'correspondent', 'gegenstelle', 'partnernummer', 'partnerrufnummer', 'counterpart', 'distant'];

export const wordsOf = (cell: string): readonly string[] => foldHeading(cell).split(' ');

export type Direction = 'out' | 'in';

/** Which way a cell says that it went; null when it does not say. */
export function directionOf(cell: string): Direction | null {
  const words = wordsOf(cell);
  if (words.some((word) => INCOMING.has(word))) return 'in';
  return words.some((word) => OUTGOING.has(word)) ? 'out' : null;
}

const isCode = (cell: string): boolean => wordsOf(cell).some((word) => CODES.has(word));

/** Where a column writes short texts and their direction in one cell, the same for another direction. */
function besideShort(seen: readonly string[], directions: readonly string[]): string[] {
  const shorts = SHORT.filter((word) => seen.some((cell) => saysOne([word], cell) && directionOf(cell) !== null));
  return shorts.flatMap((word) => directions.flatMap((text) => [`${word.toUpperCase()} ${text}`, `${text} ${word.toUpperCase()}`]));
}

/** All that a column with these cells may write for what came in: what it shows, and what goes with that. */
export function incomingTexts(seen: readonly string[]): string[] {
  const folded = new Set(seen.map((cell) => foldHeading(cell)));
  const paired = COUNTERPARTS.filter((pair) => pair.some((text) => folded.has(foldHeading(text)))).map(([, incoming]) => incoming);
  return distinct([...seen.filter((cell) => directionOf(cell) === 'in'), ...paired, ...besideShort(seen, paired), ...(seen.some(isCode) ? CODED_INCOMING : [])]);
}

/** All that a column with these cells may write for rows that carry one of `words`. */
export function textsWith(words: readonly string[], seen: readonly string[]): string[] {
  const [first, second] = words;
  const coded = seen.some(isCode);
  const written = [first, second].flatMap((word) => (word === undefined ? [] : coded ? [word, `${word}-mo`, `${word}-mt`, `${word}mo`, `${word}mt`, `mo-${word}`, `mt-${word}`] : [word]));
  const folded = new Set(seen.flatMap((cell) => wordsOf(cell)));
  const directions = COUNTERPARTS.flatMap((pair) => (pair.some((text) => folded.has(foldHeading(text))) ? pair : []));
  return distinct([...seen.filter((cell) => saysOne(words, cell)), ...besideShort(seen.filter((cell) => saysOne(words, cell)), directions), ...written.map((text) => text.toUpperCase())]);
}

/** True when a cell carries one of the words. */
export const saysOne = (words: readonly string[], cell: string): boolean => wordsOf(cell).some((word) => words.includes(word));

/** Each text once, no matter the case. */
function distinct(texts: readonly string[]): string[] {
  return [...new Map(texts.toReversed().map((text) => [text.trim().toLowerCase(), text.trim()])).values()].toReversed();
}

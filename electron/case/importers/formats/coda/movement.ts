import type { AccountSaid } from '../bank/parties';
import type { Movement, Named } from '../bank/records';
import { amountOf, isoDate } from '../bank/exact';
import { communication, structuredCommunication } from './communication';
import type { Communication } from './communication';
import { columns, counterAccount, dayAt, figureAt, trimmed } from './lines';

/** The records of one movement, or of one of its details: 2.1 with its 2.2, 2.3 and information records. */
export interface Part {
  readonly line: number;
  readonly sequence: string;
  readonly detail: string;
  readonly first: string;
  second: string;
  third: string;
  /** Information records of it: each a 3.1 with its 3.2 and 3.3. */
  readonly information: { readonly first: string; second: string; third: string }[];
}

export const signed = (part: Part): string | null => figureAt(part.first, 32, 33);

/** What a movement is: 0 simple, 1 and 2 a sum of payments, 3 one payment with its breakdown, 5 to 9 details of these. */
export const kindOf = (part: Part): string => columns(part.first, 54, 54);

/** Communication of the movement: columns of records 2.1, 2.2 and 2.3 that are one text. */
function ownWords(part: Part): Communication {
  const text = columns(part.first, 63, 115).padEnd(53) + columns(part.second, 11, 63).padEnd(part.second === '' ? 0 : 53) + columns(part.third, 83, 125);
  return communication(columns(part.first, 62, 62), text);
}

function informationWords(part: Part): readonly Communication[] {
  // Free texts go on from record to record, in the middle of words.
  const free = part.information.filter(({ first }) => columns(first, 40, 40) !== '1').map(({ first, second, third }) => columns(first, 41, 113) + columns(second, 11, 115) + columns(third, 11, 100)).join('');
  return [...structuredWords(part), ...(free.trim() === '' ? [] : [communication('0', free)])];
}

function structuredWords(part: Part): readonly Communication[] {
  return part.information.filter(({ first }) => columns(first, 40, 40) === '1').map(({ first, second, third }) => {
    const more = columns(second, 11, 115) + columns(third, 11, 100);
    const type = columns(first, 41, 43);
    const content = columns(first, 44, 113).padEnd(70);
    const read = structuredCommunication(type, `${content}${more}`);
    // Types 001, 008 and 009 tell who: name in 3.1, address in 3.2.
    if (read.name === '') return read;
    const address = [trimmed(second, 11, 45), trimmed(second, 46, 80), trimmed(second, 81, 115)].filter((each) => each !== '').join(', ');
    return { ...read, text: trimmed(third, 11, 100), other: [['Address', address]] };
  });
}

/** Reads a movement; `beside`: what is said of it elsewhere, under the standard's names. */
export function movementOf(part: Part, own: AccountSaid, version: string, beside: Named): Movement {
  const words = ownWords(part);
  const told = informationWords(part);
  const { second, third } = part;
  const figure = signed(part) ?? '0';
  const plain = figure.replace('-', '');
  const value = dayAt(part.first, 48);
  const entry = dayAt(part.first, 116);
  const account = third === '' ? { number: '' } : counterAccount(third, version);
  const name = third === '' ? '' : version === '1' ? trimmed(third, 48, 73) : trimmed(third, 48, 82);
  const informed = told.find((each) => each.name !== '');
  const ultimate = told.filter((each) => each.name !== '').flatMap((each) => (each.name === name ? [] : [each.name]));
  const address = informed?.other.find(([label]) => label === 'Address')?.[1] ?? (version === '1' ? trimmed(third, 74, 125) : '');
  const bank = trimmed(second, 99, 109);
  const texts = [words.text, ...told.map((each) => each.text)].filter((each) => each !== '');
  const code = columns(part.first, 54, 61);
  const reason = trimmed(second, 114, 117);
  const returned = trimmed(second, 113, 113);
  const customer = trimmed(second, 64, 98);
  return {
    line: part.line, own, credit: !figure.startsWith('-'), amount: amountOf(plain, own.currency ?? '', columns(part.first, 33, 47)),
    booked: entry === null ? null : isoDate(entry.iso, entry.raw), valued: value === null ? null : isoDate(value.iso, value.raw),
    party: { name: name === '' ? (informed?.name ?? '') : name, account: { ...account, bic: bank, address } },
    structured: [...words.structured, ...told.flatMap((each) => each.structured)],
    said: [
      ['communication', texts.join(' ')], ['reference', /^NOT ?PROVIDED$/i.test(customer) ? '' : customer], ['bankReference', trimmed(part.first, 11, 31)], ['method', code], ['mandate', words.mandate],
      ['purpose', trimmed(second, 122, 125)], ['returnReason', reason], ...(['1', '2', '3', '4', '5'].includes(returned) ? [['reversal', 'true'] as const] : []),
    ],
    other: [
      ...beside, ['2.1 sequence', `${part.sequence} ${part.detail}`], ['2.1 globalisation', columns(part.first, 125, 125).replace('0', '')], ['2.2 category purpose', trimmed(second, 118, 121)], ['2.2 R-transaction', returned.replace('0', '')],
      ...words.other, ...told.flatMap((each) => each.other.filter(([label]) => label !== 'Address')), ...(name === '' ? [] : ultimate.map((each) => ['3.1 name', each] as const)),
    ],
  };
}

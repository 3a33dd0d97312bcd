import { valueKinds } from '../../../../../shared/values';
import type { AccountSaid } from '../bank/parties';

/** Columns as the standard counts them, from 1, both ends included. */
export const columns = (line: string, from: number, to: number): string => line.slice(from - 1, to);
export const trimmed = (line: string, from: number, to: number): string => columns(line, from, to).replace(/\s+/gu, ' ').trim();

/** Twelve digits and three decimals, with their sign (0 credit, 1 debit): "-9.680". Null when these are no digits. */
export function figureAt(line: string, sign: number, from: number): string | null {
  const digits = columns(line, from, from + 14);
  if (!/^\d{15}$/.test(digits)) return null;
  return `${columns(line, sign, sign) === '1' ? '-' : ''}${digits.slice(0, 12).replace(/^0+(?=\d)/, '')}.${decimals(digits.slice(12))}`;
}

/** The third decimal says nothing in currencies that have two. */
const decimals = (three: string): string => (three.endsWith('0') ? three.slice(0, 2) : three);

/** "171110" (day first) to "2010-11-17", not checked; null when it is not six digits or none is meant. */
export function dayAt(line: string, from: number): { readonly iso: string; readonly raw: string } | null {
  const raw = columns(line, from, from + 5);
  if (!/^\d{6}$/.test(raw) || raw === '000000' || raw === '999999') return null;
  const year = Number(raw.slice(4));
  return { iso: `${year < 80 ? 2000 + year : 1900 + year}-${raw.slice(2, 4)}-${raw.slice(0, 2)}`, raw };
}

/** The account of the statement, of records 1 (from column 6) and 8 (from column 5), by its structure. */
export function ownAccount(line: string, structure: string, from: number): AccountSaid {
  const field = columns(line, from, from + 36);
  // A Belgian number of twelve places, a blank and the currency; the others are as long as the field allows.
  if (structure === '0' || (structure === '' && field[12] === ' ')) return { number: field.slice(0, 12).trim(), currency: field.slice(13, 16).trim() };
  return { number: field.slice(0, 34).trim(), currency: field.slice(34, 37).trim() };
}

/** The counterparty's account of record 2.3: a Belgian number with its currency behind a blank, or any number in 34 places with the currency behind. */
export function counterAccount(line: string, version: string): AccountSaid {
  const field = columns(line, 11, 47);
  // An IBAN is whole at its blank, even where a bank sets the currency right behind.
  const iban = /^([A-Z]{2}\d{2}[A-Z0-9]{10,30})(?: +([A-Z]{3}))?(?: |$)/.exec(field) ?? /^([A-Z]{2}\d{2}[A-Z0-9]{10,30}) ([A-Z]{3})/.exec(field);
  if (iban !== null) return { number: iban[1] ?? '', currency: iban[2] ?? '' };
  const short = version === '1' || field[12] === ' ';
  const number = (short ? field.slice(0, 12) : field.slice(0, 34)).trim();
  const currency = (short ? field.slice(13, 16) : field.slice(34, 37)).trim();
  return { number, currency: /^[A-Z]{3}$/.test(currency) ? currency : '' };
}

/** The holder's enterprise number of record 0, without the zero in front; empty where it is none. */
export function enterpriseAt(line: string): string {
  const digits = columns(line, 72, 82).trim().replace(/^0(?=\d{10}$)/, '');
  const read = /^\d{9,10}$/.test(digits) ? valueKinds.enterpriseNumber.parse(digits, { dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' }) : null;
  return read === null || read.doubt !== undefined || /^0+$/.test(digits) ? '' : read.v;
}

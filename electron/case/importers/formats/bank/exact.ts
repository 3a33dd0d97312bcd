import { isUtf8 } from 'node:buffer';
import { parseValue } from '../../../../../shared/values';
import type { ParseContext, StoredValue } from '../../../../../shared/values/kind';
import type { Bytes } from '../../bytes';
import { detectEncoding } from '../../encoding';
import { voteSingleByte } from '../../singleByte';

/** How statements are read whatever the plan says: the standards fix the decimal mark and the order of dates, and an amount never has a currency that the file does not name. */
export const EXACT: Pick<ParseContext, 'dateOrder' | 'decimal' | 'currency'> = { dateOrder: 'ymd', decimal: '.', currency: '' };
const CONTEXT: ParseContext = { ...EXACT, country: 'BE' };

const withRaw = (value: StoredValue | null, raw: string): StoredValue | null => (value === null || raw === '' || raw === value.v ? value : { ...value, raw });

/** `figure`: digits with a point ("1234.5"). `raw`: as the file writes it. An amount without currency is kept with the doubt "unknownCurrency". */
export function amountOf(figure: string, currency: string, raw = ''): StoredValue | null {
  return withRaw(parseValue('money', `${figure} ${currency.toUpperCase()}`, CONTEXT), raw);
}

/** The same amount with the other sign. */
export const negated = (figure: string): string => (figure.startsWith('-') ? figure.slice(1) : `-${figure}`);

/** A date or moment of ISO 8601; a date with a time zone alone is that day. An impossible one is kept with its doubt. */
export function isoDate(text: string, raw: string = text): StoredValue | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/.exec(text.trim());
  return withRaw(parseValue('date', day?.[1] ?? text, CONTEXT), raw.trim());
}

/** Two digits of a year as SWIFT reads them: 80 to 99 are of the last century. */
const century = (year: string): number => Number(year) + (Number(year) < 80 ? 2000 : 1900);

/** "160230" (year first) to "2016-02-30": not checked, only written out. Null when it is not six digits. */
export function writtenOut(yearMonthDay: string): string | null {
  const parts = /^(\d{2})(\d{2})(\d{2})$/.exec(yearMonthDay);
  return parts === null ? null : `${String(century(parts[1] ?? ''))}-${parts[2] ?? ''}-${parts[3] ?? ''}`;
}

/** Exact sum of plain decimals ("-12.50"), by whole numbers of their smallest unit; null when one is no decimal. */
export function sumOf(figures: readonly string[]): string | null {
  let scale = 0;
  const parts = figures.map((figure) => /^(-?)(\d*)\.?(\d*)$/.exec(figure));
  for (const part of parts) scale = Math.max(scale, part?.[3]?.length ?? 0);
  let total = 0n;
  for (const part of parts) {
    if (part === null || `${part[2] ?? ''}${part[3] ?? ''}` === '') return null;
    const units = BigInt(`${part[2] ?? ''}${(part[3] ?? '').padEnd(scale, '0')}`);
    total += part[1] === '-' ? -units : units;
  }
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, '0');
  const plain = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return total < 0n ? `-${plain}` : plain;
}

/** Whether two plain decimals are the same amount ("8.850" and "8.85"). */
export function sameFigure(a: string, b: string): boolean {
  const difference = sumOf([a, negated(b)]);
  return difference !== null && !/[1-9]/.test(difference);
}

/** The 12 digits of a Belgian structured communication as people write it; a wrong check number is told. Null when it is none. */
export function belgianStructured(digits: string, raw: string = digits): StoredValue | null {
  const parts = /^(\d{3})(\d{4})(\d{3})(\d{2})$/.exec(digits);
  if (parts === null) return null;
  const v = `+++${parts[1] ?? ''}/${parts[2] ?? ''}/${parts[3] ?? ''}${parts[4] ?? ''}+++`;
  const right = (Number(digits.slice(0, 10)) % 97 || 97) === Number(digits.slice(10));
  return { v, ...(raw === v ? {} : { raw }), ...(right ? {} : { doubt: 'checkDigit' as const }) };
}

/** A Belgian structured communication that stands in a free text between pluses or stars. */
export function structuredWithin(text: string): StoredValue | null {
  const found = /(\+{3}|\*{3})\s?(\d{3})\/?(\d{4})\/?(\d{5})\s?\1/.exec(text);
  const value = found === null ? null : belgianStructured(`${found[2] ?? ''}${found[3] ?? ''}${found[4] ?? ''}`, found[0]);
  return value?.doubt === undefined ? value : null;
}

/**
 * Encoding of a statement that does not declare it: what its mark or strict UTF-8 settles, else the one by which its words read clearly better than
 * windows-1252, else code page 850 where letters stand in the places that only it has letters in (old bank software).
 */
export function statementEncoding(bytes: Bytes): string {
  const head = bytes.read(0, 262_144);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return detectEncoding(head).encoding;
  if (head.subarray(0, 2000).includes(0)) {
    const found = detectEncoding(head).encoding;
    if (found.startsWith('utf-16')) return found;
  }
  // The last character may be cut in half.
  for (let cut = 0; cut < 4; cut += 1) if (isUtf8(head.subarray(0, head.length - cut))) return 'utf-8';
  const voted = voteSingleByte(head);
  if (voted !== null) return voted;
  let old = 0;
  let latin = 0;
  for (const byte of head) {
    // The euro sign and the apostrophe of windows-1252 are common in it.
    if (byte > 0x80 && byte < 0xa0 && byte !== 0x92) old += 1;
    else if (byte >= 0xc0) latin += 1;
  }
  return old > latin ? 'cp850' : 'windows-1252';
}

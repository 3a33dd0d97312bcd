import { countrySpecs } from 'ibantools';
import { parseValue } from '../../values';
import type { ParseContext } from '../../values/kind';
import type { Span } from './mention';

const START = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?=[ \u00a0.\-\r\n]{0,3}[A-Za-z0-9])/gu;
const SEPARATOR = /[ \u00a0.\-\u2010-\u2013]/u;
const SPECS: Readonly<Record<string, { readonly chars?: number | null } | undefined>> = countrySpecs;

/** End of the text that has `length` letters and digits from `start`, with at most single marks and one line end between; -1 when there are not as many. */
function endOf(text: string, start: number, length: number): number {
  let count = 0;
  let marks = 0;
  let wrapped = false;
  for (let at = start; at < text.length && at < start + 80; at += 1) {
    const sign = text[at] ?? '';
    if (/[A-Za-z0-9]/.test(sign)) {
      count += 1;
      marks = 0;
      if (count === length) return /[\p{L}\p{N}]/u.test(text[at + 1] ?? '') ? -1 : at + 1;
    } else if (sign === '\n' && !wrapped) wrapped = true;
    else if (!(sign === '\r' || sign === '\t' || SEPARATOR.test(sign)) || (marks += 1) > 3) return -1;
  }
  return -1;
}

/** Where IBANs stand in a text, in groups or not: as long as those of their country. One whose check digits fail is among them when it is otherwise plain. */
export function findIbans(text: string, context: ParseContext): readonly Span[] {
  const spans: Span[] = [];
  for (const { index } of text.matchAll(START)) {
    const length = SPECS[text.slice(index, index + 2).toUpperCase()]?.chars;
    if (typeof length !== 'number') continue;
    const end = endOf(text, index, length);
    if (end < 0) continue;
    const value = parseValue('iban', text.slice(index, end).replace(/\s+/gu, ' '), context);
    const digits = text.slice(index, end).replace(/\D/gu, '').length;
    if (value !== null && (value.doubt === undefined || (value.doubt === 'checkDigit' && digits >= 10))) spans.push({ start: index, end });
  }
  return spans;
}

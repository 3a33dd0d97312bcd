import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

/** The last digit is that of the sum of the first six, weighted 7 to 2. */
export function hasImoCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 6; at += 1) sum += Number(digits[at]) * (7 - at);
  return sum % 10 === Number(digits[6]);
}

function read(line: string): ReturnType<Parameters<typeof readShort>[1]> {
  const digits = compact(line).replace(/^IMO(?:NO|NR|NUMBER)?/, '');
  if (!/^\d+$/.test(digits)) return { doubt: 'format' };
  if (digits.length !== 7) return { doubt: 'length' };
  return hasImoCheckDigit(digits) ? digits : { doubt: 'checkDigit' };
}

/** A ship's number that stays with the hull; canonical seven digits. */
export const imo: ValueKind = {
  id: 'imo',
  parse: (text) => readShort(text, read),
  format: (v) => (/^\d{7}$/.test(v) ? `IMO ${v}` : v),
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && /^(?:imo[ :.]*)?[1-9]\d{6}$/i.test(text.trim()) && typeof read(text.trim()) === 'string',
  identifier: (v) => compact(v).replace(/^IMO/, ''),
};

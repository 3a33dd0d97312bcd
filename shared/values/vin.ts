import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
/** Letters A to Z as digits; 0 marks those that a VIN may not contain. */
const LETTERS = '12345678012345070923456789';
const SHAPE = /^[A-HJ-NPR-Z0-9]{17}$/;

/** The ninth character is the weighted sum modulo 11, with X for 10. */
export function hasVinCheckDigit(vin: string): boolean {
  let sum = 0;
  WEIGHTS.forEach((weight, at) => {
    const sign = vin[at] ?? '';
    const value = /\d/.test(sign) ? Number(sign) : Number(LETTERS[sign.charCodeAt(0) - 65]);
    sum += value * weight;
  });
  return vin[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
}

function read(line: string): ReturnType<Parameters<typeof readShort>[1]> {
  const code = compact(line);
  if (code.length !== 17) return { doubt: 'length' };
  if (!SHAPE.test(code)) return { doubt: 'format' };
  // Only North American makers must fill in the check digit; European ones use its place freely.
  return /^[1-5]/.test(code) && !hasVinCheckDigit(code) ? { doubt: 'checkDigit' } : code;
}

/** A vehicle's chassis number. */
export const vin: ValueKind = {
  id: 'vin',
  parse: (text) => readShort(text, read),
  format: (v) => v,
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && /^[A-Za-z0-9]{17}$/.test(text.trim()) && /[A-Z]{2}/i.test(text) && /\d{3}/.test(text) && typeof read(text.trim()) === 'string',
  identifier: compact,
};

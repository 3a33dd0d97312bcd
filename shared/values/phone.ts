import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { parsedDate } from './date';
import type { ParseContext, ValueKind } from './kind';
import { isReadable, oneLine, plainOrder, readShort } from './written';

/** What a spreadsheet makes of a number that it took for a quantity: the digits are gone. */
const SCIENTIFIC = /^\d[.,]?\d*e[+-]?\d+$/i;
const PREFIX = /^(?:tel|tél|tel nr|gsm|fax|mobile?|phone)\b[.: ]*/i;
/** Countries whose own prefix for calls abroad is not 00. */
const OTHER_PREFIX = new Set(['US', 'CA', 'AU', 'JP', 'RU', 'HK', 'SG', 'TH', 'KR', 'BR', 'CO', 'KE']);

function dialled(line: string, context: ParseContext): string {
  const bare = line.replace(/[\p{Cf}]/gu, '').replace(PREFIX, '').trim();
  return bare.startsWith('00') && !OTHER_PREFIX.has(context.country) ? `+${bare.slice(2)}` : bare;
}

function read(line: string, context: ParseContext): ReturnType<Parameters<typeof readShort>[1]> {
  if (SCIENTIFIC.test(line)) return { doubt: 'format' };
  const typed = dialled(line, context);
  const digits = typed.replace(/\D/g, '');
  if (/[^\d\s()+./\-\u2010-\u2015]/.test(typed.replace(/(?:;?\s?(?:ext|x|#)[.=: ]*\d{1,6})$/i, ''))) return { doubt: 'format' };
  if (digits.length < 7) return { doubt: digits.length > 0 ? 'length' : 'format' };
  const found = parsePhoneNumberFromString(typed, { defaultCountry: context.country as CountryCode, extract: false });
  if (found === undefined) return { doubt: digits.length > 15 ? 'length' : 'format' };
  if (found.isValid()) return found.number;
  return { doubt: found.isPossible() ? 'format' : 'length' };
}

/** A telephone number; canonical E.164 ("+32470550127"). Service and short numbers are kept with a doubt. */
export const phone: ValueKind = {
  id: 'phone',
  parse: (text, context) => readShort(text, (line) => read(line, context)),
  format(v) {
    if (!/^\+\d{6,15}$/.test(v)) return v;
    return parsePhoneNumberFromString(v)?.formatInternational() ?? v;
  },
  compare: plainOrder,
  looksLike(text, context) {
    if (!isReadable(text)) return false;
    const line = oneLine(text);
    if (!/^(?:\+|0|\(|[1-9]\d{9})/.test(line) || parsedDate(line, context) !== null) return false;
    const found = read(line, context);
    if (typeof found !== 'string') return false;
    // Bare digits are taken for a number only when they begin with the calling code that they turned out to have.
    return /^[+0(]/.test(line) || found === `+${line}`;
  },
  identifier: (v) => v.replace(/(?!^\+)[^\p{L}\p{N}]+/gu, '').toUpperCase(),
};

import validator from 'validator';
import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

/** A handset's number: 15 digits with a check digit, 14 without it, or 16 with a software version (IMEISV). */
export const imei: ValueKind = {
  id: 'imei',
  parse: (text) =>
    readShort(text, (line) => {
      const digits = compact(line.replace(/^imei(?:sv)?[ :.]*/i, ''));
      if (!/^\d+$/.test(digits)) return { doubt: 'format' };
      if (digits.length < 14 || digits.length > 16) return { doubt: 'length' };
      return digits.length !== 15 || validator.isIMEI(digits) ? digits : { doubt: 'checkDigit' };
    }),
  format: (v) => (/^\d{15}$/.test(v) ? `${v.slice(0, 2)}-${v.slice(2, 8)}-${v.slice(8, 14)}-${v.slice(14)}` : v),
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && validator.isIMEI(compact(text)) && /^[0-9][0-9 \-/]+$/.test(text.trim()),
  // Operators write the check digit as 0, leave it out, or put a version there: only the first 14 digits name the handset.
  identifier(v) {
    const digits = compact(v);
    return /^\d{14,16}$/.test(digits) ? digits.slice(0, 14) : digits;
  },
};

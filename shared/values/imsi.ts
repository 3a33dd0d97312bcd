import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

/** Country codes of networks begin with 2 to 7; 901 is for satellites and ships. */
const NETWORK = /^(?:[2-7]\d\d|901)/;

/** A subscriber's number on a SIM: 14 or 15 digits that begin with a network's country code. */
export const imsi: ValueKind = {
  id: 'imsi',
  parse: (text) =>
    readShort(text, (line) => {
      const digits = compact(line.replace(/^imsi[ :.]*/i, ''));
      if (!/^\d+$/.test(digits)) return { doubt: 'format' };
      if (digits.length !== 14 && digits.length !== 15) return { doubt: 'length' };
      return NETWORK.test(digits) ? digits : { doubt: 'format' };
    }),
  format: (v) => (/^\d{14,15}$/.test(v) ? `${v.slice(0, 3)} ${v.slice(3, 5)} ${v.slice(5)}` : v),
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && /^(?:2\d\d|3[01]\d|4\d\d|5[0-5]\d|6\d\d|7[0-4]\d|901)\d{12}$/.test(text.trim()),
  identifier: compact,
};

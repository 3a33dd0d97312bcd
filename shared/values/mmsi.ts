import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

/** Ships begin with their country's three digits, 201 to 775; groups, shore, aircraft and aids carry 0, 00, 111, 97, 98, 99 before them. */
const COUNTRY = /^(?:00?|111|98|99)?(?:20[1-9]|2[1-9]\d|[3-6]\d\d|7[0-6]\d|77[0-5])\d*$|^97[024]\d+$/;

/** A ship's radio number: nine digits. */
export const mmsi: ValueKind = {
  id: 'mmsi',
  parse: (text) =>
    readShort(text, (line) => {
      const digits = compact(line).replace(/^MMSI/, '');
      if (!/^\d+$/.test(digits)) return { doubt: 'format' };
      if (digits.length !== 9) return { doubt: 'length' };
      return COUNTRY.test(digits) ? digits : { doubt: 'format' };
    }),
  format: (v) => v,
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && /^(?:mmsi[ :.]*)?(?:20[1-9]|2[1-7]\d|3[0-7]\d|4[0-7]\d|5[0-7]\d|6[0-7]\d|7[0-6]\d|77[0-5])\d{6}$/i.test(text.trim()),
  identifier: (v) => compact(v).replace(/^MMSI/, ''),
};

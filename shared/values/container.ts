import validator from 'validator';
import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

/** Owner, category and serial number with check digit. The library's own pattern is not anchored, so this one is asked first. */
const SHAPE = /^[A-Z]{3}[UJZ]\d{7}$/;

/** A freight container's number (ISO 6346); canonical "MSKU6048120". */
export const container: ValueKind = {
  id: 'container',
  parse: (text) =>
    readShort(text, (line) => {
      const code = compact(line);
      if (SHAPE.test(code)) return validator.isISO6346(code) ? code : { doubt: 'checkDigit' };
      return { doubt: /^[A-Z]{3}[UJZ]\d+$/.test(code) ? 'length' : 'format' };
    }),
  format: (v) => (SHAPE.test(v) ? `${v.slice(0, 4)} ${v.slice(4, 10)} ${v.slice(10)}` : v),
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && SHAPE.test(compact(text)) && validator.isISO6346(compact(text)),
  identifier: compact,
};

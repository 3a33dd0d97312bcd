import type { ValueKind } from './kind';
import { compact, isReadable, oneLine, plainOrder, readShort } from './written';

/** Belgian plates: since 2010 "1-ABC-234", also with the figures first; before that "ABC-123" and "123-ABC". */
const CURRENT = /^([1-9])([A-Z]{3})(\d{3})$/;
const CURRENT_REVERSED = /^([1-9])(\d{3})([A-Z]{3})$/;
const OLDER = /^([A-Z]{3})(\d{3})$/;
const OLDER_REVERSED = /^(\d{3})([A-Z]{3})$/;
const BELGIAN = [CURRENT, CURRENT_REVERSED, OLDER, OLDER_REVERSED] as const;

/** A vehicle's registration plate of any country; canonical in upper case without blanks and dashes. */
export const plate: ValueKind = {
  id: 'plate',
  parse: (text) =>
    readShort(text, (line) => {
      const code = compact(line);
      if (code.length < 2 || code.length > 10) return { doubt: 'length' };
      // Personal plates may be letters only; signs other than blanks, dots, dashes and stars do not stand on a plate.
      return /^[\p{L}\p{N} .\-·•*]+$/u.test(line) ? code : { doubt: 'format' };
    }),
  format(v) {
    for (const shape of BELGIAN) {
      const parts = shape.exec(v);
      if (parts !== null) return parts.slice(1).join('-');
    }
    return v;
  },
  compare: plainOrder,
  looksLike(text) {
    if (!isReadable(text)) return false;
    const line = oneLine(text).toUpperCase();
    return /^[1-9][- ]?[A-Z]{3}[- ]?\d{3}$/.test(line) || /^(?:[A-Z]{3}-\d{3}|\d{3}-[A-Z]{3}|[A-Z]{2}-\d{3}-[A-Z]{2}|[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,2})$/.test(line) && /[A-Z]/.test(line) && /\d/.test(line);
  },
  identifier: compact,
};

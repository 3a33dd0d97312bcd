import { isValidBIC } from 'ibantools';
import type { ValueKind } from './kind';
import { compact, isReadable, plainOrder, readShort } from './written';

/** A bank's code of 8 or 11 characters. */
export const bic: ValueKind = {
  id: 'bic',
  parse: (text) =>
    readShort(text, (line) => {
      const code = compact(line.replace(/^(?:bic|swift)[ :.]*/i, ''));
      if (code.length !== 8 && code.length !== 11) return { doubt: 'length' };
      return isValidBIC(code) ? code : { doubt: 'format' };
    }),
  format: (v) => v,
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text.trim()) && isValidBIC(text.trim()),
  identifier: compact,
};

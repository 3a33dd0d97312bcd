import { compareDecimals, readDecimal, showDecimal, withoutTrailingZeros } from './decimal';
import type { ValueKind } from './kind';
import { isReadable, readShort } from './written';

/** A count or measure without unit; canonical in plain decimal form ("-1234.5"), of any length. */
export const number: ValueKind = {
  id: 'number',
  parse: (text, context) =>
    readShort(text, (line) => {
      const plain = readDecimal(line, context.decimal);
      return plain === null ? { doubt: 'format' } : withoutTrailingZeros(plain);
    }),
  format: (v, language) => showDecimal(v, language),
  compare: compareDecimals,
  looksLike: (text, context) => isReadable(text) && /^[-+(]?\d/.test(text.trim()) && text.trim().length <= 14 && readDecimal(text, context.decimal) !== null,
};

import validator from 'validator';
import type { ValueKind } from './kind';
import { isReadable, plainOrder, readShort } from './written';

const LENIENT = { allow_utf8_local_part: true, ignore_max_length: false } as const;

/** The address in "Driss Amellal <driss@example.be>" or "mailto:driss@example.be". */
function address(line: string): string {
  const open = line.lastIndexOf('<');
  const inside = open >= 0 && line.endsWith('>') ? line.slice(open + 1, -1) : line;
  return inside.replace(/^mailto:/i, '').trim().toLowerCase().normalize('NFC');
}

/** Half a character, as broken UTF-16 leaves it, would make the check throw. */
const isAddress = (found: string): boolean => !/\p{Cs}/u.test(found) && validator.isEmail(found, LENIENT);

/** An e-mail address; canonical in lower case. */
export const email: ValueKind = {
  id: 'email',
  parse: (text) =>
    readShort(text, (line) => {
      const found = address(line);
      return isAddress(found) ? found : { doubt: 'format' };
    }),
  format: (v) => v,
  compare: plainOrder,
  looksLike: (text) => isReadable(text) && text.includes('@') && isAddress(address(text.trim())),
  identifier: (v) => v.toLowerCase().replace(/\s+/g, ''),
};

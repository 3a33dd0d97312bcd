import validator from 'validator';
import type { ValueKind } from './kind';
import { doubtful, oneLine, plainOrder, settled } from './written';

const LONGEST_URL = 2083;

/** An address on the web; scheme and host in lower case, the rest as written. Never opened by the application. */
export const url: ValueKind = {
  id: 'url',
  parse(text) {
    if (text.length > LONGEST_URL) return doubtful(text, 'length');
    const line = oneLine(text);
    if (line === '') return null;
    if (!validator.isURL(line, { protocols: ['http', 'https', 'ftp'] })) return doubtful(text, 'format');
    const head = /^(?:[a-z]+:\/\/)?[^/?#]*/i.exec(line)?.[0] ?? '';
    return settled((head.toLowerCase() + line.slice(head.length)).normalize('NFC'), text);
  },
  format: (v) => v,
  compare: plainOrder,
  looksLike: (text) => text.length <= LONGEST_URL && /^(?:https?:\/\/|www\.)/i.test(text.trim()) && validator.isURL(text.trim(), { protocols: ['http', 'https'] }),
  identifier: (v) => v.replace(/^https?:\/\//i, '').replace(/^www\./i, '').replace(/\/$/, '').toLowerCase(),
};

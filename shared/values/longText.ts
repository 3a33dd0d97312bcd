import type { ValueKind } from './kind';
import { NAME_ORDER } from './locale';
import { settled } from './written';

/** Free text that keeps its lines: line ends become "\n", other control characters are dropped. */
export const longText: ValueKind = {
  id: 'longText',
  parse(written) {
    const v = written
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim();
    return v === '' ? null : settled(v, written);
  },
  format: (v) => v,
  compare: (a, b) => NAME_ORDER.compare(a, b),
};

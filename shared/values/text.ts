import type { ValueKind } from './kind';
import { NAME_ORDER } from './locale';
import { oneLine, settled } from './written';

/** A short free text on one line. */
export const text: ValueKind = {
  id: 'text',
  parse(written) {
    const v = oneLine(written);
    return v === '' ? null : settled(v, written);
  },
  format: (v) => v,
  compare: (a, b) => NAME_ORDER.compare(a, b),
};

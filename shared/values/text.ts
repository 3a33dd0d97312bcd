import type { ValueKind } from './kind';
import { NAME_ORDER } from './locale';
import { oneLine, settled } from './written';

/** A short free text on one line: also references and addresses, which join when they differ in case only. */
export const text: ValueKind = {
  id: 'text',
  parse(written) {
    const v = oneLine(written);
    return v === '' ? null : settled(v, written);
  },
  format: (v) => v,
  compare: (a, b) => NAME_ORDER.compare(a, b),
  // Marks may tell two references apart, so only the case is taken away.
  identifier: (v) => v.toUpperCase().normalize('NFC'),
};

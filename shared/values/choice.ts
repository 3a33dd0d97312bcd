import type { ValueKind } from './kind';
import { oneLine, plainOrder, settled } from './written';

/** A code out of a property's own list. The list belongs to the property, so this kind only tidies the code. */
export const choice: ValueKind = {
  id: 'choice',
  parse(text) {
    const v = oneLine(text);
    return v === '' ? null : settled(v, text);
  },
  format: (v) => v,
  compare: plainOrder,
};

import type { ValueKind } from './kind';
import { NAME_ORDER } from './locale';
import { isReadable, oneLine, settled } from './written';

/** A name of a person or a body, kept as it is written: "AMELLAL, Driss" stays so, in every script. */
export const name: ValueKind = {
  id: 'name',
  parse(written) {
    const v = oneLine(written);
    return v === '' ? null : settled(v, written);
  },
  format: (v) => v,
  compare: (a, b) => NAME_ORDER.compare(a, b),
  looksLike(written) {
    if (!isReadable(written)) return false;
    const line = oneLine(written);
    if (line.length > 60 || !/^[\p{L}\p{M}'’.,\- ]+$/u.test(line)) return false;
    const words = line.split(/[ ,]+/).filter((word) => word !== '');
    return words.length >= 2 && words.length <= 6 && words.filter((word) => /^\p{Lu}/u.test(word) || /^\p{Lo}/u.test(word)).length >= 2;
  },
};

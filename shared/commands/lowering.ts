import type { Handling } from '../model/evaluation';
import type { Catalogue } from '../schema/catalogue';
import type { Scheme, SchemeCode } from '../schema/types';
import { Refusal } from './refusal';

interface Placed {
  readonly axis: string;
  readonly code: SchemeCode;
}

/** A handling's code in its scheme; the first axis that has it where the handling names none. */
function placed(scheme: Scheme, { axis, code }: Handling): Placed | null {
  for (const each of scheme.axes) {
    const found = axis === undefined || axis === each.id ? each.codes.find((candidate) => candidate.code === code) : undefined;
    if (found) return { axis: each.id, code: found };
  }
  return null;
}

export const sameCode = (a: Handling, b: Handling): boolean => a.scheme === b.scheme && a.code === b.code && (a.axis === undefined || b.axis === undefined || a.axis === b.axis);

const sameNote = (a: Handling, b: Handling): boolean => (a.note ?? '') === (b.note ?? '');

/** True when both lists ask for the same, in whatever order. */
export const sameHandling = (a: readonly Handling[], b: readonly Handling[]): boolean => a.length === b.length && a.every((each) => b.some((other) => sameCode(each, other) && sameNote(each, other)));

/** What `code` asks for is still asked by `other`: it is as strict, and needs leave wherever the first did. */
const isAsStrict = (code: SchemeCode, other: SchemeCode): boolean => other.rank >= code.rank && (code.permission ?? []).every((purpose) => other.permission?.includes(purpose) === true);

/**
 * Codes of `before` that `after` asks less than: gone without one of the same scheme and axis that is at least as strict, or with a condition that no
 * longer says all it said. A code that nobody can look up may not go either. Codes of different schemes are never weighed against each other.
 */
export function loweredCodes(before: readonly Handling[], after: readonly Handling[], catalogue: Catalogue): readonly Handling[] {
  return before.filter((old) => {
    const same = after.find((each) => sameCode(each, old));
    if (same) return !(same.note ?? '').includes(old.note ?? '');
    const scheme = catalogue.scheme(old.scheme);
    const was = scheme && placed(scheme, old);
    if (!scheme || !was) return true;
    return !after.some((each) => {
      const now = each.scheme === old.scheme ? placed(scheme, each) : null;
      return now !== null && now.axis === was.axis && isAsStrict(was.code, now.code);
    });
  });
}

/** Throws Refusal handlingInvalid where a code cannot be looked up, or asks for a note that is not there. */
export function requireHandling(handling: readonly Handling[], catalogue: Catalogue): void {
  for (const each of handling) {
    const scheme = catalogue.scheme(each.scheme);
    const found = scheme === undefined || scheme.use === 'grading' ? null : placed(scheme, each);
    if (found === null || (found.code.note === true && (each.note ?? '').trim() === '')) throw new Refusal('handlingInvalid', { code: each.code });
  }
}

/** With codes added: where a scheme holds one code at a time on an axis, the new one takes the place of the old. */
export function withCodes(before: readonly Handling[], add: readonly Handling[], catalogue: Catalogue): readonly Handling[] {
  let all = [...before];
  for (const each of add) {
    const scheme = catalogue.scheme(each.scheme);
    const now = scheme && placed(scheme, each);
    all = all.filter((old) => {
      if (sameCode(old, each)) return false;
      if (!scheme || !now || scheme.several === true || old.scheme !== scheme.id) return true;
      return placed(scheme, old)?.axis !== now.axis;
    });
    all.push(each);
  }
  return all;
}

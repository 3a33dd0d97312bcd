import { nameWords } from '../../../shared/analysis/matching/nameWords';
import type { BlindEntry } from './ownList';

/** Kind of the keys of a name and a year of birth: any two words of it by their consonants. Found again under other spellings. */
export const NAME_BIRTH = 'nameBirth';
/** Kind of the keys of a whole name by its sounds, for records without a birth date: nearer to the spelling. */
export const NAME_WHOLE = 'nameWhole';

/**
 * What a sound (sounds.ts) may be written for, as consonants by class; none where it comes and goes. "ch" may be sh, tch or kh; kh may be written h, v may be w.
 * Blinded keys are equal or not, never nearly: so each way that a service may have heard it is a key.
 */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  b: ['b'], p: ['b'], f: ['f'], v: ['f', ''], d: ['t'], t: ['t'], T: ['t'], D: ['t'], s: ['s'], z: ['s'], S: ['s'], Z: ['s'], C: ['s'], q: ['s'],
  c: ['s', 'k', ''], x: ['k', ''], k: ['k'], g: ['k'], G: ['k'], m: ['n'], n: ['n'], N: ['n'], l: ['l'], r: ['r'],
};
/** Each key costs a multiplication on both sides and raises chance hits. */
const MOST_FORMS = 4;
const MOST_WORDS = 4;
const LEAST_BONES = 2;
const YEAR = /^~?(\d{4})/;

/** The consonants of a word in each way that its sounds may be meant; those that are too short to tell anything left out. */
function formsOf(sounds: string): string[] {
  let forms = [''];
  for (const sound of sounds) {
    const longer = forms.flatMap((form) => (CLASSES[sound] ?? ['']).map((each) => (each === '' || form.endsWith(each) ? form : form + each)));
    forms = [...new Set(longer)].slice(0, MOST_FORMS);
  }
  return forms.filter((form) => form.length >= LEAST_BONES);
}

/**
 * Entries under which a person is found by name: for each spelling of the name and each year of birth the pairs of its words (in no order), by consonants; and each
 * whole name by its sounds. A name of one word gives none of the first: a given name and a year are too many people. `births` are canonical dates ("1989-07-27", "~1989").
 */
export function* nameEntries(names: readonly string[], births: readonly string[], ref: string): Generator<BlindEntry> {
  const years = new Set(births.flatMap((birth) => YEAR.exec(birth)?.[1] ?? []));
  const pairs = new Set<string>();
  const wholes = new Set<string>();
  for (const name of names) {
    const words = nameWords(name).words.filter((word) => !word.initial).slice(0, MOST_WORDS);
    if (words.length >= 2) wholes.add(words.map((word) => word.core).toSorted().join(' '));
    const forms = words.map((word) => [...new Set([...formsOf(word.core), ...formsOf(word.sounds)])].slice(0, MOST_FORMS));
    forms.forEach((left, at) => forms.slice(at + 1).forEach((right) => left.forEach((one) => right.forEach((other) => pairs.add([one, other].toSorted().join(' '))))));
  }
  for (const pair of pairs) for (const year of years) yield { kind: NAME_BIRTH, value: `${pair} ${year}`, ref };
  for (const value of wholes) yield { kind: NAME_WHOLE, value, ref };
}

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
/** Words with fewer consonants keep their vowels, roughly: "Rein", "Ron" and "Arno" share two consonants with too many. */
const FEW = 3;
const VOWELS: Readonly<Record<string, string>> = { a: 'a', e: 'i', i: 'i', y: 'i', j: 'i', J: 'i', o: 'o', u: 'o', w: 'o' };
const SHORTEST = 2;
const YEAR = /^~?(\d{4})/;

/** A word in each way that its sounds may be meant, each sound by what `of` makes of it; equal neighbours are one. */
function written(sounds: string, of: (sound: string) => readonly string[]): string[] {
  let forms = [''];
  for (const sound of sounds) forms = [...new Set(forms.flatMap((form) => of(sound).map((each) => (form.endsWith(each) ? form : form + each))))].slice(0, MOST_FORMS);
  return forms;
}

const consonants = (sound: string): readonly string[] => CLASSES[sound] ?? [''];
const withVowels = (sound: string): readonly string[] => CLASSES[sound] ?? [VOWELS[sound] ?? ''];

/** The forms under which a word is looked for; none for one that is too short to tell anything. */
function formsOf(sounds: string): string[] {
  const bones = written(sounds, consonants);
  const forms = bones.every((form) => form.length >= FEW) ? bones : [...bones.filter((form) => form.length >= FEW), ...written(sounds, withVowels)];
  return forms.filter((form) => form.length >= SHORTEST);
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
    // The plainest first: others hear these too.
    const forms = words.map((word) => [...new Set([...formsOf(word.core), ...formsOf(word.sounds)])].toSorted((a, b) => a.length - b.length).slice(0, MOST_FORMS));
    forms.forEach((left, at) => forms.slice(at + 1).forEach((right) => left.forEach((one) => right.forEach((other) => pairs.add([one, other].toSorted().join(' '))))));
  }
  for (const pair of pairs) for (const year of years) yield { kind: NAME_BIRTH, value: `${pair} ${year}`, ref };
  for (const value of wholes) yield { kind: NAME_WHOLE, value, ref };
}

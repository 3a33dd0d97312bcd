import { meet, saidAs, type KnownNames, type MetWord, type Said } from './knownNames';
import { codedLikeness, soundsOf } from './sounds';
import { typingLikeness } from './typing';

/** Below this two words are different words. */
export const ALIKE = 0.72;
/** Two given names that are known to be different are, however alike they sound: Hassan and Hussein, Omar and Amar. */
const OTHERS = 0.5;
/** Likewise family names, but these vary more: Jansen and Janssens. */
const OTHER_FAMILIES = 0.78;
/** An initial fits every word that begins so. */
export const INITIAL = 0.84;
const SAME_GIVEN = 0.95;
/** Known to be one, but not by its sound: Bob and Robert, Pablo and Paul. */
const SAME_OTHERWISE = 0.91;
const SOUNDS_AKIN = 0.6;
/** What is less alike is no other form of one name. */
const WORTH_STEMMING = 0.6;
/** Sounds as a given name of the group, though not listed. */
const SOUNDS_GIVEN = 0.93;

/** Written without its marks a word is a little less sure. */
const BARE = 0.97;
/** Likewise without its particle. */
const OTHER_WAY = 0.98;
/** Men and women, or other words, where no more is known than the ending. */
const OTHER_ENDING = 0.6;
/** In short words vowels tell as much as consonants. */
const SHORT_VOWELS = 4;
const SHORT_OTHER = 0.78;

/** Family names that women bear with another ending: Petrov and Petrova are one name, Samir and Samira are not. */
const FAMILY_ENDING = /(?:ov|ev|ow|ew|off|eff|yn|[a-z]{5}in|sk[iy]?|ck[iy]?|zk[iy]?)a?$/;

/** "Samir" and "Samira", "Paulo" and "Paula". */
function differInGender(a: string, b: string): boolean {
  if (a === b) return false;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (FAMILY_ENDING.test(shorter) && FAMILY_ENDING.test(longer)) return false;
  if (longer.length === shorter.length) return longer.slice(0, -1) === shorter.slice(0, -1) && /[oa]$/.test(longer) && /[oa]$/.test(shorter) && longer.length >= 4;
  return longer === `${shorter}a` && !/[aeiouy]$/.test(shorter);
}

/** The man's form of a family name, where a woman's is told by its ending: Papadopoulou, Kyriakidou, Kovalenkova, Wiśniewska. */
const familyStem = (text: string): string => text.replace(/poulou$/, 'poulos').replace(/(?:idou|ides)$/, 'idis').replace(/(?<=[a-z]{3})aki$/, 'akis').replace(/(?<=[a-z]{2})([oe])va$/, '$1v').replace(/(?<=[a-z]{2})([sz]k)(?:a|aya|aja|aia|yj|ij|iy|yi|y)$/, '$1i');

/** In words up to so long other vowels make other words ("Irina", "Arianna"); longer ones are told apart by their consonants. */
const VOWELS_TELL = 6;
const VOWEL_COSTS = 0.07;

/** Vowels of a row of sounds as a reader would still know them: e and i are one, o and u are one, glides are vowels where they stand alone. */
const vowelsOf = (sounds: string): string => sounds.replaceAll(/[ijy](?=[aeou])/g, '').replaceAll(/[^aeiouywj]/g, '').replaceAll(/[eyj]/g, 'i').replaceAll(/[uw]/g, 'o').replaceAll(/(.)\1+/g, '$1');

/** How many vowels must be put in, taken out or exchanged. */
function vowelSteps(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next[j] = Math.min((row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    row = next;
  }
  return row[b.length] ?? 0;
}

/** What lists of names say of two words: a likeness that they have for certain, or one that they have at most; null where they say nothing. */
function listed(a: MetWord, b: MetWord, best: number, joined: boolean): number | null {
  const [mine, theirs] = [a.given, b.given];
  if (mine !== undefined && theirs !== undefined) return meet(mine, theirs) ? Math.max(best, best >= SOUNDS_AKIN ? SAME_GIVEN : SAME_OTHERWISE) : Math.min(best, OTHERS);
  const [mySound, theirSound] = [a.heard, b.heard];
  if (mySound !== undefined && theirSound !== undefined && meet(mySound, theirSound)) return Math.max(best, SOUNDS_GIVEN);
  const [myFamily, theirFamily] = [a.family, b.family];
  if (!joined && myFamily !== undefined && theirFamily !== undefined) return meet(myFamily, theirFamily) ? Math.max(best, SAME_GIVEN) : Math.min(best, OTHER_FAMILIES);
  return null;
}

/** How alike two words of names are, 0 to 1; what is below ALIKE are different ones, however far. `vowelless`: of which the script leaves vowels out. */
export function wordLikeness(one: MetWord, two: MetWord, oneVowelless: boolean, twoVowelless: boolean, { rows }: KnownNames): number {
  const [a, b] = [one.word, two.word];
  if (a.text === b.text) return 1;
  if (a.initial || b.initial) return a.sounds[0] === b.sounds[0] || a.text[0] === b.text[0] ? INITIAL : 0;
  const said = (x: Said, y: Said): number => {
    if (x.sounds === y.sounds) return 1;
    const likeness = codedLikeness(x.codes, 0, x.codes.length, y.codes, 0, y.codes.length, oneVowelless, twoVowelless, WORTH_STEMMING, rows);
    if (likeness === 1 || likeness < ALIKE || oneVowelless || twoVowelless || Math.min(x.sounds.length, y.sounds.length) > VOWELS_TELL) return likeness;
    return likeness - VOWEL_COSTS * vowelSteps(vowelsOf(x.sounds), vowelsOf(y.sounds));
  };
  const direct = said(one.said, two.said);
  let best = a.bare === b.bare ? Math.max(direct, BARE) : direct;
  // One side without its particle, or without its marks; both without is no other way to write one name.
  for (const other of two.others) best = Math.max(best, said(one.said, other) * OTHER_WAY);
  for (const other of one.others) best = Math.max(best, said(other, two.said) * OTHER_WAY);
  if (best >= WORTH_STEMMING && best < OTHER_WAY) {
    const [mine, theirs] = [familyStem(a.bare), familyStem(b.bare)];
    if (mine !== a.bare || theirs !== b.bare) best = Math.max(best, said(saidAs(soundsOf(mine)), saidAs(soundsOf(theirs))) * OTHER_WAY);
  }
  const known = listed(one, two, best, a.core === b.sounds || b.core === a.sounds);
  if (known !== null) return known;
  if (oneVowelless || twoVowelless) return best;
  const typed = typingLikeness(a.bare, b.bare);
  if (best < ALIKE && typed < ALIKE) return best;
  if (differInGender(a.bare, b.bare)) return Math.min(best, OTHER_ENDING);
  const [short, long] = a.text.length <= b.text.length ? [a.text.length, b.text.length] : [b.text.length, a.text.length];
  if (long <= SHORT_VOWELS && vowelsOf(a.bareSounds) !== vowelsOf(b.bareSounds)) return Math.min(best, SHORT_OTHER);
  // Short words are alike by chance.
  return short <= 3 && best < 0.97 ? best * 0.9 : Math.max(best, typed);
}

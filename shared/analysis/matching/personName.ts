import { nameWords, wordOf, type NameWord, type NameWords } from './nameWords';
import { soundLikeness } from './sounds';
import { typingLikeness } from './typing';

/** Which given names are one: by word, the groups of spellings, translations and pet names that it stands in. */
export type GivenNames = ReadonlyMap<string, ReadonlySet<number>>;

/** Groups as they stand in resources/vocabularies/givenNames.json, in any script, ready to be asked. */
export function givenNamesOf(groups: readonly (readonly string[])[]): GivenNames {
  const found = new Map<string, Set<number>>();
  groups.forEach((group, index) => group.forEach((written) => {
    const [word] = nameWords(written).words;
    if (word === undefined) return;
    for (const text of new Set([word.text, word.bare])) {
      const known = found.get(text);
      if (known) known.add(index);
      else found.set(text, new Set([index]));
    }
  }));
  return found;
}

const MOST_WORDS = 8;
/** Below this two words are different words. */
const ALIKE = 0.72;
/** Two given names that are known to be different are, however alike they sound: Hassan and Hussein, Omar and Amar. */
const OTHERS = 0.5;
/** An initial fits every word that begins so. */
const INITIAL = 0.84;
const SAME_GIVEN = 0.95;
/** What a word weighs that only the longer name has: people have more names than they give. */
const EXTRA = 0.15;

/** Written without its marks a word is a little less sure. */
const BARE = 0.97;
/** Likewise without its particle. */
const OTHER_WAY = 0.98;
/** Men and women, or other words, where no more is known than the ending. */
const OTHER_ENDING = 0.6;
/** In short words vowels tell as much as consonants. */
const SHORT_VOWELS = 4;
const SHORT_OTHER = 0.8;

/** Other ways to say a word: without a joined particle, without marks. */
export function othersOf({ sounds, core, bareSounds }: NameWord): readonly string[] {
  if (core === sounds && bareSounds === sounds) return [];
  return [...new Set([core, bareSounds])].filter((other) => other !== sounds);
}

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

/** In words up to so long other vowels make other words ("Irina", "Arianna"); longer ones are told apart by their consonants. */
const VOWELS_TELL = 6;
const VOWEL_COSTS = 0.07;

/** Vowels of a row of sounds as a reader would still know them: e and i are one, o and u are one, glides are vowels. */
const vowelsOf = (sounds: string): string => sounds.replaceAll(/[^aeiouyw]/g, '').replaceAll(/[ey]/g, 'i').replaceAll(/[uw]/g, 'o').replaceAll(/(.)\1+/g, '$1');

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

function wordLikeness(a: NameWord, b: NameWord, names: readonly [NameWords, NameWords], given: GivenNames): number {
  if (a.text === b.text) return 1;
  if (a.initial || b.initial) return a.sounds[0] === b.sounds[0] || a.text[0] === b.text[0] ? INITIAL : 0;
  const [left, right] = names;
  const said = (x: string, y: string): number => {
    const likeness = soundLikeness(x, y, left.vowelless, right.vowelless);
    if (likeness === 1 || likeness < ALIKE || left.vowelless || right.vowelless || Math.min(x.length, y.length) > VOWELS_TELL) return likeness;
    return likeness - VOWEL_COSTS * vowelSteps(vowelsOf(x), vowelsOf(y));
  };
  const direct = said(a.sounds, b.sounds);
  let best = a.bare === b.bare ? Math.max(direct, BARE) : direct;
  // One side without its particle, or without its marks; both without is no other way to write one name.
  for (const other of othersOf(b)) best = Math.max(best, said(a.sounds, other) * OTHER_WAY);
  for (const other of othersOf(a)) best = Math.max(best, said(other, b.sounds) * OTHER_WAY);
  const groups = given.get(a.text) ?? given.get(a.bare);
  const theirs = given.get(b.text) ?? given.get(b.bare);
  if (groups !== undefined && theirs !== undefined) {
    if ([...groups].some((group) => theirs.has(group))) return Math.max(best, SAME_GIVEN);
    return Math.min(best, OTHERS);
  }
  if (left.vowelless || right.vowelless) return best;
  if (differInGender(a.bare, b.bare)) return Math.min(best, OTHER_ENDING);
  const [short, long] = [a.text.length, b.text.length].sort((x, y) => x - y) as [number, number];
  const typed = typingLikeness(a.bare, b.bare);
  if (long <= SHORT_VOWELS && vowelsOf(a.bareSounds) !== vowelsOf(b.bareSounds)) return Math.min(best, SHORT_OTHER);
  // Short words are alike by chance.
  return short <= 3 && best < 0.97 ? best * 0.9 : Math.max(best, typed);
}

/** How two names of persons compare. */
export interface NameComparison {
  /** 0 to 1. */
  readonly score: number;
  /** Words that were set beside each other, by how alike they are; the rest stands in neither. */
  readonly pairs: readonly { readonly left: string; readonly right: string; readonly likeness: number }[];
}

/** The best way to set the words of the shorter name beside those of the longer: all ways are tried, over sets of words. */
function assign(shorter: readonly NameWord[], longer: readonly NameWord[], likeness: readonly (readonly number[])[]): { total: number; chosen: readonly number[] } {
  const memo = new Map<number, { total: number; chosen: readonly number[] }>();
  const best = (at: number, used: number): { total: number; chosen: readonly number[] } => {
    if (at === shorter.length) return { total: 0, chosen: [] };
    const key = at * 256 + used;
    const known = memo.get(key);
    if (known) return known;
    const rest = best(at + 1, used);
    let found = { total: rest.total, chosen: [-1, ...rest.chosen] };
    for (let to = 0; to < longer.length; to += 1) {
      if ((used & (1 << to)) !== 0) continue;
      const alike = likeness[at]?.[to] ?? 0;
      if (alike < ALIKE) continue;
      const after = best(at + 1, used | (1 << to));
      const total = alike * Math.min(shorter[at]?.weight ?? 0, longer[to]?.weight ?? 0) + after.total;
      if (total > found.total) found = { total, chosen: [to, ...after.chosen] };
    }
    memo.set(key, found);
    return found;
  };
  return best(0, 0);
}

/** Letters that a joined word may have more or fewer than the one that it is written for. */
const JOINED_SLACK = 3;
const VOWELLESS_SLACK = 6;

/** A name with adjacent words as one ("Abd el Kader", "Jean Pierre", "Mohamed-Ali"), where that gives a word about as long as one of the other name. */
function joinings({ words, vowelless, key }: NameWords, other: NameWords): NameWords[] {
  const slack = vowelless !== other.vowelless ? VOWELLESS_SLACK : JOINED_SLACK;
  const found: NameWords[] = [];
  words.slice(1).forEach((word, index) => {
    const text = `${words[index]?.text ?? ''}${word.text}`;
    if (!other.words.some((each) => each.text[0] === text[0] || each.core !== each.sounds ? Math.abs(each.text.length - text.length) <= slack : false)) return;
    found.push({ words: [...words.slice(0, index), wordOf(text), ...words.slice(index + 2)], vowelless, key });
  });
  return found;
}

function compareWords(a: NameWords, b: NameWords, given: GivenNames): NameComparison {
  const turned = a.words.length > b.words.length;
  const [shorter, longer] = (turned ? [b, a] : [a, b]).map((name) => name.words.slice(0, MOST_WORDS)) as [NameWord[], NameWord[]];
  const names: readonly [NameWords, NameWords] = turned ? [b, a] : [a, b];
  const likeness = shorter.map((left) => longer.map((right) => wordLikeness(left, right, names, given)));
  const { chosen } = assign(shorter, longer, likeness);
  const taken = new Set(chosen);
  let told = 0;
  let whole = 0;
  const pairs: { left: string; right: string; likeness: number }[] = [];
  shorter.forEach((word, at) => {
    const to = chosen[at] ?? -1;
    const other = longer[to];
    if (other === undefined) {
      whole += word.weight;
      return;
    }
    const weight = Math.max(word.weight, other.weight) === 0 ? 0 : (word.weight + other.weight) / 2;
    const alike = likeness[at]?.[to] ?? 0;
    // What is nearly alike counts for less than its share: half alike is not half the same person.
    told += weight * Math.max(0, (alike - 0.5) / 0.5);
    whole += weight;
    pairs.push(turned ? { left: other.text, right: word.text, likeness: alike } : { left: word.text, right: other.text, likeness: alike });
  });
  longer.forEach((word, at) => {
    if (!taken.has(at)) whole += word.weight * EXTRA;
  });
  const full = pairs.filter((pair) => pair.left.length > 1 && pair.right.length > 1).length;
  // One word in common does not make one person, however rare it is.
  const cap = full >= 2 ? 1 : full === 1 && pairs.length >= 2 ? 0.88 : shorter.length === 1 && longer.length === 1 ? 0.9 : 0.6;
  return { score: whole === 0 ? 0 : Math.min(cap, told / whole), pairs };
}

/** Compares two names of persons, in any scripts and orders of words. Symmetric. */
export function comparePersonNames(a: NameWords, b: NameWords, given: GivenNames): NameComparison {
  if (a.words.length === 0 || b.words.length === 0) return { score: 0, pairs: [] };
  if (a.key === b.key) return { score: 1, pairs: a.words.map(({ text }) => ({ left: text, right: text, likeness: 1 })) };
  // One way round, so that both sides get the same answer.
  if (a.key > b.key) {
    const { score, pairs } = comparePersonNames(b, a, given);
    return { score, pairs: pairs.map(({ left, right, likeness }) => ({ left: right, right: left, likeness })) };
  }
  let best = compareWords(a, b, given);
  if (best.score < 0.97) {
    const ways: [NameWords, NameWords][] = [...joinings(a, b).map((left): [NameWords, NameWords] => [left, b]), ...joinings(b, a).map((right): [NameWords, NameWords] => [a, right])];
    for (const [left, right] of ways) {
      const other = compareWords(left, right, given);
      // What had to be joined first is a little less sure.
      if (other.score * 0.98 > best.score) best = { ...other, score: other.score * 0.98 };
    }
  }
  return best;
}

import { isGeneric, type CompanyName } from './companyName';
import { wordOf, type NameWord } from './nameWords';
import type { NameComparison } from './personName';
import { soundLikeness, soundsOf } from './sounds';
import { typingLikeness } from './typing';

const ALIKE = 0.8;
const SHORT = 3;
const SHORT_COSTS = 0.85;
/** Said so alike, a short word is the same, in a script that leaves vowels out. */
const SHORT_SAME = 0.95;
/** What a word weighs that only the longer name has, as a share. */
const EXTRA = 0.33;
/** What it costs that each has another word of those that many are called: "Shipping Services" and "Shipping Agencies". */
const OTHER_TRADE = 0.15;
const CORE = 0.98;
const BARE = 0.97;
/** "Café" and "Cafés". */
const PLURAL = 0.96;
/** A name is hardly more alike than its least alike telling word. */
const WORST_FROM = 0.88;
const WORST_ABOVE = -0.02;
/** What had to be joined first is a little less sure. */
const JOINED = 0.98;
const JOINED_ALIKE = 0.9;
const SHORTEST_JOINED = 5;

/** Points of the compass that begin a word: "Oostkaai" is not "Westkaai", though they sound alike. */
const COMPASS: readonly RegExp[] = [/^(?:noord|nord|north)/, /^(?:zuid|sud|south)/, /^(?:oost|ost|east)/, /^(?:west|ouest)/];
const pointOf = (text: string): number => COMPASS.findIndex((point) => point.test(text));

function saidAlike(a: NameWord, b: NameWord, aVowelless: boolean, bVowelless: boolean): number {
  if (a.text === b.text) return 1;
  const [pointed, other] = [pointOf(a.text), pointOf(b.text)];
  if (/\d/.test(a.text) || /\d/.test(b.text) || (isGeneric(a) && isGeneric(b)) || (pointed >= 0 && other >= 0 && pointed !== other)) return 0;
  if (a.bare === b.bare) return BARE;
  if (a.bare === `${b.bare}s` || b.bare === `${a.bare}s`) return PLURAL;
  const whole = soundLikeness(a.sounds, b.sounds, aVowelless, bVowelless);
  const bare = a.bare === a.text && b.bare === b.text ? 0 : Math.max(soundLikeness(a.bareSounds, b.sounds, aVowelless, bVowelless), soundLikeness(a.sounds, b.bareSounds, aVowelless, bVowelless)) * CORE;
  const core = a.core === a.sounds && b.core === b.sounds ? 0 : soundLikeness(a.core, b.core, aVowelless, bVowelless) * CORE;
  const said = Math.max(whole, core, bare);
  return Math.max(said, said >= ALIKE - 0.1 ? typingLikeness(a.bare, b.bare) : 0) * ((a.text.length <= SHORT || b.text.length <= SHORT) && (aVowelless === bVowelless || said < SHORT_SAME) ? SHORT_COSTS : 1);
}

function compareWords(a: CompanyName, b: CompanyName): NameComparison {
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const taken = new Set<number>();
  const pairs: { left: string; right: string; likeness: number }[] = [];
  let [told, whole, proper, worst] = [0, 0, 0, 1];
  let left = false;
  // The words that tell most choose first.
  for (const word of shorter.words.toSorted((x, y) => y.weight - x.weight)) {
    let [best, at] = [0, -1];
    longer.words.forEach((other, index) => {
      if (taken.has(index)) return;
      const alike = saidAlike(word, other, shorter.vowelless, longer.vowelless);
      if (alike > best) [best, at] = [alike, index];
    });
    const other = longer.words[at];
    if (other === undefined || best < ALIKE) {
      whole += word.weight;
      left ||= isGeneric(word);
      continue;
    }
    taken.add(at);
    const weight = (word.weight + other.weight) / 2;
    told += weight * Math.max(0, (best - 0.5) / 0.5);
    whole += weight;
    if (!isGeneric(word) && !isGeneric(other)) {
      proper += 1;
      worst = Math.min(worst, best);
    }
    pairs.push(shorter === a ? { left: word.text, right: other.text, likeness: best } : { left: other.text, right: word.text, likeness: best });
  }
  longer.words.forEach((word, index) => {
    if (!taken.has(index)) whole += word.weight * EXTRA + (left && isGeneric(word) ? OTHER_TRADE : 0);
  });
  return { score: whole === 0 ? 0 : Math.min(proper > 0 ? 1 : 0.55, worst < WORST_FROM ? worst + WORST_ABOVE : 1, told / whole), pairs };
}

/** A name with two adjacent words as one, where the other name has such a word: "Rupel Klei" and "Rupelklei". */
function joinings({ words, vowelless, key }: CompanyName, other: CompanyName): CompanyName[] {
  return words.slice(1).flatMap((word, index): CompanyName[] => {
    const first = words[index];
    const text = `${first?.bare ?? ''}${word.bare}`;
    if (first === undefined || text.length < SHORTEST_JOINED || !other.words.some((each) => Math.abs(each.text.length - text.length) <= 2 && soundLikeness(each.sounds, soundsOf(text), other.vowelless, vowelless) >= JOINED_ALIKE)) return [];
    return [{ words: [...words.slice(0, index), { ...wordOf(text), weight: Math.min(2, 0.8 + text.length / 10) }, ...words.slice(index + 2)], vowelless, key }];
  });
}

/** All words as one, in the letters they are written with. */
const written = ({ words }: CompanyName): string => words.map(({ bare }) => bare).join('');

/** Compares two names of companies or other bodies. Words that many are called weigh little; order matters little. Symmetric. */
export function compareCompanyNames(a: CompanyName, b: CompanyName): NameComparison {
  if (a.words.length === 0 || b.words.length === 0) return { score: 0, pairs: [] };
  if (a.key === b.key) return { score: 1, pairs: a.words.map(({ text }) => ({ left: text, right: text, likeness: 1 })) };
  // One way round, so that both sides get the same answer.
  if (a.key > b.key) {
    const { score, pairs } = compareCompanyNames(b, a);
    return { score, pairs: pairs.map(({ left, right, likeness }) => ({ left: right, right: left, likeness })) };
  }
  let best = compareWords(a, b);
  const ways: [CompanyName, CompanyName][] = [...joinings(a, b).map((left): [CompanyName, CompanyName] => [left, b]), ...joinings(b, a).map((right): [CompanyName, CompanyName] => [a, right])];
  for (const [left, right] of ways) {
    const other = compareWords(left, right);
    if (other.score * JOINED > best.score) best = { ...other, score: other.score * JOINED };
  }
  // "Sea Trans" and "Seatrans" are one word on one side and two on the other.
  const joined = soundLikeness(soundsOf(written(a)), soundsOf(written(b)), a.vowelless, b.vowelless);
  const point = [...a.words].some((word) => b.words.some((other) => pointOf(word.text) >= 0 && pointOf(other.text) >= 0 && pointOf(word.text) !== pointOf(other.text)));
  const asOne = Math.min(written(a).length, written(b).length) >= SHORTEST_JOINED && joined >= JOINED_ALIKE && a.words.length !== b.words.length && !point ? Math.max(0, (joined - 0.5) / 0.5) * JOINED : 0;
  return asOne > best.score ? { ...best, score: asOne } : best;
}

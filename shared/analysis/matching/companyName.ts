import { latinOf } from './letters';
import { wordOf, type NameWord } from './nameWords';
import type { NameComparison } from './personName';
import { soundLikeness, soundsOf } from './sounds';

/** Words of resources/vocabularies/companyWords.json, ready to be asked. */
export interface CompanyWords {
  /** Forms of company: they say nothing of which it is. */
  readonly legal: ReadonlySet<string>;
  /** What many companies are called: transport, group, Belgium. */
  readonly generic: ReadonlySet<string>;
  /** Articles and what joins words: left out. */
  readonly joining: ReadonlySet<string>;
  /** Words for one thing in several languages or shortened, with the one that stands for all: "zonen" and "fils", "etablissements" and "ets". */
  readonly same: ReadonlyMap<string, string>;
}

/** The file as it is read. */
export interface CompanyWordsFile {
  readonly legal: readonly string[];
  readonly generic: readonly string[];
  readonly joining: readonly string[];
  readonly same: readonly (readonly string[])[];
}

const lettersOf = (written: string): string => latinOf(written).text.replaceAll(/[^a-z0-9]/g, '');

/** The file's content in Latin letters, ready to be asked. */
export const companyWordsOf = ({ legal, generic, joining, same }: CompanyWordsFile): CompanyWords => ({
  legal: new Set(legal.map(lettersOf)),
  generic: new Set([...generic, ...same.flat()].map(lettersOf)),
  joining: new Set(joining.map(lettersOf)),
  same: new Map(same.flatMap((words) => words.map((word): [string, string] => [lettersOf(word), lettersOf(words[0] ?? word)]))),
});

export interface CompanyName {
  readonly words: readonly NameWord[];
  readonly vowelless: boolean;
  readonly key: string;
}

const GENERIC = 0.35;
/** Whether a word is one that many companies are called. */
export const isGeneric = ({ weight }: NameWord): boolean => weight === GENERIC;

const ALIKE = 0.8;
const SHORT = 3;
const SHORT_COSTS = 0.85;
const EXTRA = 0.45;

/** "Sh.p.k.", "S.à r.l.", "A.B.C.": what is shortened with full stops is one word. */
const SHORTENED = /(?<![\p{L}\p{N}])(?:\p{L}{1,2}\. ?){1,}\p{L}{1,2}(?:\.|(?![\p{L}\p{N}]))/gu;
/** Two words that are written for one. */
const PAIRED: readonly (readonly [RegExp, string])[] = [[/\bnight shop\b/g, 'nightshop'], [/\bimport export\b/g, 'importexport'], [/\bve ticaret\b/g, 'ticaret'], [/\bs a r l\b/g, 'sarl'], [/\bsociedad anonima\b/g, 'sa'], [/\bsociedad limitada\b/g, 'sl'], [/\b[sz] ?p? ?z o ?o\b/g, 'spzoo']];

/** The words of a company's name without its form and articles; letters that stand apart ("A.B.C.", "A B C") are one word. */
export function companyName(name: string, { legal, generic, joining, same }: CompanyWords): CompanyName {
  const { text, vowelless } = latinOf(name.replaceAll(SHORTENED, (short) => `${short.replaceAll(/[. ]/g, '')} `).replaceAll(/[&+]/g, ' en '));
  let joined = text.replaceAll(/(?:^| )'[tsn] /g, ' ').replaceAll(/\b[ldLD]'/g, '').replaceAll("'", '').replaceAll('.', ' ').replaceAll(/\b(?:[a-z] ){2,}[a-z]\b/g, (letters) => letters.replaceAll(' ', '')).replaceAll(/ +/g, ' ').trim();
  for (const [apart, word] of PAIRED) joined = joined.replaceAll(apart, word);
  // The article of an Arabic name is joined to its word, and so is "for".
  const all = joined.split(' ').filter((word) => word !== '').map((word) => (vowelless ? word.replace(/^(?:ll|al)(?=.{3})/, '') : word));
  const named = all.filter((word) => !legal.has(word));
  const telling = named.filter((word) => !joining.has(word));
  return companyOfWords((telling.length > 0 ? telling : named.length > 0 ? named : all).map((written) => {
    const word = same.get(written) ?? written;
    const sounds = /\d/.test(word) ? word : soundsOf(word);
    return { text: word, sounds, core: /\d/.test(word) ? sounds : wordOf(word).core, bare: word, bareSounds: sounds, initial: false, weight: generic.has(word) ? GENERIC : Math.min(2, 0.8 + word.length / 10) };
  }), vowelless);
}

/** Words that were read before, as a name. */
export const companyOfWords = (words: readonly NameWord[], vowelless: boolean): CompanyName => ({ words, vowelless, key: words.map((word) => word.text).join('') });

const CORE = 0.98;

function saidAlike(a: NameWord, b: NameWord, aVowelless: boolean, bVowelless: boolean): number {
  const whole = soundLikeness(a.sounds, b.sounds, aVowelless, bVowelless);
  const core = a.core === a.sounds && b.core === b.sounds ? 0 : soundLikeness(a.core, b.core, aVowelless, bVowelless) * CORE;
  return Math.max(whole, core) * (a.text.length <= SHORT || b.text.length <= SHORT ? SHORT_COSTS : 1);
}

/** Compares two names of companies or other bodies. Words that many are called weigh little; order matters little. Symmetric. */
export function compareCompanyNames(a: CompanyName, b: CompanyName): NameComparison {
  if (a.words.length === 0 || b.words.length === 0) return { score: 0, pairs: [] };
  if (a.key === b.key) return { score: 1, pairs: a.words.map(({ text }) => ({ left: text, right: text, likeness: 1 })) };
  // One way round, so that both sides get the same answer.
  if (a.key > b.key) {
    const { score, pairs } = compareCompanyNames(b, a);
    return { score, pairs: pairs.map(({ left, right, likeness }) => ({ left: right, right: left, likeness })) };
  }
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const taken = new Set<number>();
  const pairs: { left: string; right: string; likeness: number }[] = [];
  let [told, whole, proper] = [0, 0, 0];
  // The words that tell most choose first.
  for (const word of shorter.words.toSorted((x, y) => y.weight - x.weight)) {
    let [best, at] = [0, -1];
    longer.words.forEach((other, index) => {
      if (taken.has(index)) return;
      const numbers = /\d/.test(word.text) || /\d/.test(other.text);
      const alike = word.text === other.text ? 1 : numbers || (word.weight === GENERIC && other.weight === GENERIC) ? 0 : saidAlike(word, other, shorter.vowelless, longer.vowelless);
      if (alike > best) [best, at] = [alike, index];
    });
    const other = longer.words[at];
    if (other === undefined || best < ALIKE) {
      whole += word.weight;
      continue;
    }
    taken.add(at);
    const weight = (word.weight + other.weight) / 2;
    told += weight * Math.max(0, (best - 0.6) / 0.4);
    whole += weight;
    if (word.weight > GENERIC && other.weight > GENERIC) proper += 1;
    pairs.push(shorter === a ? { left: word.text, right: other.text, likeness: best } : { left: other.text, right: word.text, likeness: best });
  }
  longer.words.forEach((word, index) => {
    if (!taken.has(index)) whole += word.weight * EXTRA;
  });
  const apart = whole === 0 ? 0 : Math.min(proper > 0 ? 1 : 0.55, told / whole);
  // "Sea Trans" and "Seatrans" are one word on one side and two on the other.
  const joined = soundLikeness(soundsOf(a.key), soundsOf(b.key), a.vowelless, b.vowelless);
  const asOne = Math.min(a.key.length, b.key.length) >= 5 && joined >= 0.9 ? Math.max(0, (joined - 0.6) / 0.4) * 0.97 : 0;
  return { score: Math.max(apart, asOne), pairs };
}

import { latinOf } from './letters';
import type { NameWord } from './nameWords';
import type { NameComparison } from './personName';
import { soundLikeness, soundsOf } from './sounds';

/** Words of resources/vocabularies/companyWords.json, ready to be asked. */
export interface CompanyWords {
  /** Forms of company: they say nothing of which it is. */
  readonly legal: ReadonlySet<string>;
  /** What many companies are called: transport, group, Belgium. */
  readonly generic: ReadonlySet<string>;
}

export interface CompanyName {
  readonly words: readonly NameWord[];
  readonly vowelless: boolean;
  readonly key: string;
}

const GENERIC = 0.35;
const ALIKE = 0.8;
const EXTRA = 0.55;

/** The words of a company's name without its form; letters that stand apart ("A.B.C.", "A B C") are one word. */
export function companyName(name: string, { legal, generic }: CompanyWords): CompanyName {
  const { text, vowelless } = latinOf(name.replaceAll('&', ' en '));
  const joined = text.replaceAll("'", '').replaceAll(/\b([a-z])\. ?(?=[a-z]\b)/g, '$1').replaceAll('.', ' ').replaceAll(/\b(?:[a-z] ){2,}[a-z]\b/g, (letters) => letters.replaceAll(' ', '')).replaceAll(/ +/g, ' ').trim();
  const all = joined.split(' ').filter((word) => word !== '');
  const telling = all.filter((word) => !legal.has(word));
  return companyOfWords((telling.length > 0 ? telling : all).map((word) => {
    const sounds = /\d/.test(word) ? word : soundsOf(word);
    return { text: word, sounds, core: sounds, initial: false, weight: generic.has(word) ? GENERIC : Math.min(2, 0.8 + word.length / 10) };
  }), vowelless);
}

/** Words that were read before, as a name. */
export const companyOfWords = (words: readonly NameWord[], vowelless: boolean): CompanyName => ({ words, vowelless, key: words.map((word) => word.text).join('') });

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
      const alike = word.text === other.text ? 1 : numbers ? 0 : soundLikeness(word.sounds, other.sounds, shorter.vowelless, longer.vowelless) * (word.text.length <= 3 || other.text.length <= 3 ? 0.85 : 1);
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

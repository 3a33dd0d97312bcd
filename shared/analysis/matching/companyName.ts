import { latinOf, withoutMarks } from './letters';
import { wordOf, type NameWord } from './nameWords';
import { soundsOf } from './sounds';

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
  /** The same for words that tell which company it is: places, colours, points of the compass. */
  readonly translated: readonly (readonly string[])[];
}

const lettersOf = (written: string): string => latinOf(written).text.replaceAll(/[^a-z0-9]/g, '');

/** The file's content in Latin letters, ready to be asked. */
export const companyWordsOf = ({ legal, generic, joining, same, translated }: CompanyWordsFile): CompanyWords => ({
  legal: new Set(legal.map(lettersOf)),
  generic: new Set([...generic, ...same.flat()].map(lettersOf)),
  joining: new Set(joining.map(lettersOf)),
  same: new Map([...translated, ...same].flatMap((words) => words.map((word): [string, string] => [lettersOf(word), lettersOf(words[0] ?? word)]))),
});

export interface CompanyName {
  readonly words: readonly NameWord[];
  readonly vowelless: boolean;
  /** All words as one, as they are written. */
  readonly key: string;
}

const GENERIC = 0.35;
/** Whether a word is one that many companies are called. */
export const isGeneric = ({ weight }: NameWord): boolean => weight === GENERIC;

/** "Sh.p.k.", "S.à r.l.", "A.B.C.": what is shortened with full stops is one word. */
const SHORTENED = /(?<![\p{L}\p{N}])(?:\p{L}{1,2}\. ?){1,}\p{L}{1,2}(?:\.|(?![\p{L}\p{N}]))/gu;
/** "& Co.", "& C. S.n.c.", "et Cie": says no more than the form. */
const AND_COMPANY = /(?<!\p{L})(?:&|\+|et|und|en|and|y|e) ?(?:co|cie|c|comp|company|compagnie)(?!\p{L})\.?/giu;
/** Two words that are written for one. */
const PAIRED: readonly (readonly [RegExp, string])[] = [[/\bnight shop\b/g, 'nightshop'], [/\bcar wash\b/g, 'carwash'], [/\bf lli\b/g, 'fratelli'], [/\bve ticaret\b/g, 'ticaret'], [/\bs a r l\b/g, 'sarl'], [/\bsociedad anonima\b/g, 'sa'], [/\bsociedad limitada\b/g, 'sl'], [/\b[sz] ?p? ?z o ?o\b/g, 'spzoo']];
/** Numbers that are as often spelled out. */
const NUMBERS: ReadonlyMap<string, string> = new Map(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, at) => [word, String(at + 1)]));

/** The words of a text, with letters that stand apart ("A B C") as one. */
function wordsIn(text: string): string[] {
  let joined = text.replaceAll(/(?:^| )'[tsn] /g, ' ').replaceAll(/\b[ldLD]'/g, '').replaceAll("'", '').replaceAll('.', ' ').replaceAll(/\b(?:[a-z] ){2,}[a-z]\b/g, (letters) => letters.replaceAll(' ', '')).replaceAll(/ +/g, ' ').trim();
  for (const [apart, word] of PAIRED) joined = joined.replaceAll(apart, word);
  return joined.split(' ').filter((word) => word !== '');
}

/** The words of a company's name without its form and articles; letters that stand apart ("A.B.C.", "A B C") are one word. */
export function companyName(name: string, { legal, generic, joining, same }: CompanyWords): CompanyName {
  const plain = name.replaceAll(AND_COMPANY, ' ').replaceAll(SHORTENED, (short) => `${short.replaceAll(/[. ]/g, '')} `).replaceAll(/[&+]/g, ' en ');
  const { text, vowelless } = latinOf(plain);
  const written = wordsIn(text);
  const unmarked = withoutMarks(plain);
  const bare = unmarked === plain ? written : wordsIn(latinOf(unmarked).text);
  // The article of an Arabic name is joined to its word, and so is "for".
  const all = written.map((word, at) => ({ word: vowelless ? word.replace(/^(?:ll|al)(?=.{3})/, '') : word, bare: bare.length === written.length && !vowelless ? bare[at] ?? word : word }));
  const named = all.filter((each) => !legal.has(each.word) && !legal.has(each.bare));
  const telling = named.filter(({ word }) => !joining.has(word));
  return companyOfWords((telling.length > 0 ? telling : named.length > 0 ? named : all).map((each) => {
    const found = same.get(each.word) ?? same.get(each.bare) ?? NUMBERS.get(each.word);
    const word = found ?? each.word;
    const numbered = /\d/.test(word);
    const sounds = numbered ? word : soundsOf(word);
    return { text: word, sounds, core: numbered ? sounds : wordOf(word).core, bare: each.bare, bareSounds: numbered || found !== undefined || each.bare === word ? sounds : soundsOf(each.bare), initial: false, weight: generic.has(word) ? GENERIC : Math.min(2, 0.8 + word.length / 10) };
  }), vowelless);
}

/** Words that were read before, as a name. */
export const companyOfWords = (words: readonly NameWord[], vowelless: boolean): CompanyName => ({ words, vowelless, key: words.map((word) => word.text).join('') });

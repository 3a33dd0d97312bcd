import { compareCompanyNames } from './companyLikeness';
import { companyName, companyOfWords, isGeneric, type CompanyWords } from './companyName';
import { NameReader, nameOfWords, type NameWord, type NameWords } from './nameWords';
import { KnownNames } from './knownNames';
import { comparePersonNames, type NameComparison } from './personName';

/** How names of one kind are read and compared. */
export interface NameKind {
  readonly known: KnownNames;
  /** Words that weigh less bring no name in by themselves: "transport" is in the name of too many. */
  readonly driving: number;
  /** The words of a name are also looked for as one: "Sea Trans" and "Seatrans". */
  readonly joined: boolean;
  read(name: string): NameWords;
  /** A reader for very many names, with a memory of its own. */
  reader(): (name: string) => { readonly words: readonly NameWord[]; readonly vowelless: boolean };
  ofWords(words: readonly NameWord[], vowelless: boolean): NameWords;
  compare(a: NameWords, b: NameWords): NameComparison;
  /** What a word is counted as, whatever its spelling. */
  classOf(word: NameWord): string;
  /** There are lists of common names of this kind: what is in none is rare. */
  readonly listed: boolean;
  /** Whether very many have a word in their name. */
  isCommon(word: NameWord): boolean;
}

/** Words that are read once for all names of persons. */
const MOST_READ = 1 << 16;

/** Names of persons. */
export function personKind(known: KnownNames): NameKind {
  const words = new NameReader(MOST_READ);
  return {
    known,
    driving: 0.6,
    joined: false,
    listed: true,
    // Names that are kept to be compared share their words.
    read: (name) => {
      const read = words.read(name);
      return nameOfWords(read.words, read.vowelless);
    },
    reader: () => {
      const reader = new NameReader();
      return (name) => reader.read(name);
    },
    ofWords: nameOfWords,
    compare: (a, b) => comparePersonNames(a, b, known),
    classOf: (word) => known.classOf(word),
    isCommon: (word) => known.isCommon(word),
  };
}

/** Names of companies and other bodies, vessels included. */
export const companyKind = (listed: CompanyWords): NameKind => ({
  known: new KnownNames({ groups: [] }),
  driving: 0.6,
  joined: true,
  listed: false,
  read: (name) => companyName(name, listed),
  reader: () => (name) => companyName(name, listed),
  ofWords: companyOfWords,
  compare: compareCompanyNames,
  classOf: ({ sounds }) => sounds,
  isCommon: isGeneric,
});

import { companyName, companyOfWords, compareCompanyNames, type CompanyWords } from './companyName';
import { NameReader, nameOfWords, nameWords, type NameWord, type NameWords } from './nameWords';
import { comparePersonNames, type GivenNames, type NameComparison } from './personName';

/** How names of one kind are read and compared. */
export interface NameKind {
  readonly given: GivenNames;
  /** Words that weigh less bring no name in by themselves: "transport" is in the name of too many. */
  readonly driving: number;
  /** The words of a name are also looked for as one: "Sea Trans" and "Seatrans". */
  readonly joined: boolean;
  read(name: string): NameWords;
  /** A reader for very many names, with a memory of its own. */
  reader(): (name: string) => { readonly words: readonly NameWord[]; readonly vowelless: boolean };
  ofWords(words: readonly NameWord[], vowelless: boolean): NameWords;
  compare(a: NameWords, b: NameWords): NameComparison;
}

/** Names of persons. */
export const personKind = (given: GivenNames): NameKind => ({
  given,
  driving: 0.6,
  joined: false,
  read: nameWords,
  reader: () => {
    const reader = new NameReader();
    return (name) => reader.read(name);
  },
  ofWords: nameOfWords,
  compare: (a, b) => comparePersonNames(a, b, given),
});

/** Names of companies and other bodies, vessels included. */
export const companyKind = (listed: CompanyWords): NameKind => ({
  given: new Map(),
  driving: 0.6,
  joined: true,
  read: (name) => companyName(name, listed),
  reader: () => (name) => companyName(name, listed),
  ofWords: companyOfWords,
  compare: compareCompanyNames,
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex } from '../../../../shared/analysis/matching/nameIndex';
import { NameReader, nameWords } from '../../../../shared/analysis/matching/nameWords';
import { isOneTypingError, TypingTable } from '../../../../shared/analysis/matching/typing';
import { OTHER_COMPANIES, SAME_COMPANIES } from './companyPairs';
import { OTHER_PERSONS, SAME_PERSONS } from './personPairs';
import { shippedVocabulary } from './vocabulary';

const { names } = shippedVocabulary();
/** Every so many names are sought. */
const STEP = 14;
const persons = [...SAME_PERSONS, ...OTHER_PERSONS].flat();
const companies = [...SAME_COMPANIES, ...OTHER_COMPANIES].flat();

describe('the index of names', () => {
  it.each([['persons', names.person, persons], ['companies', names.company, companies]] as const)('finds among %s what comparing with each of them finds', (_which, kind, all) => {
    const index = NameIndex.of(all, kind);
    const read = all.map((name) => kind.read(name));
    let [wanted, missed] = [0, 0];
    read.filter((_, at) => at % STEP === 0).forEach((name) => {
      const found = new Set(index.search(name, 50, 0.84).map((match) => match.name));
      read.forEach((other, at) => {
        if (other.words.length === 0 || kind.compare(name, other).score < 0.84) return;
        wanted += 1;
        if (!found.has(at)) missed += 1;
      });
    });
    expect(wanted).toBeGreaterThan(all.length / STEP);
    expect(missed / wanted).toBeLessThan(0.02);
  });

  it('finds names that were added later as well, and gives what it found with its words', () => {
    const index = NameIndex.of(persons, names.person);
    const at = index.add('Zeynep Van der Sypen');
    const [first] = index.search(names.person.read('Vandersypen, Zeyneb'), 3);
    expect(first?.name).toBe(at);
    expect(first?.pairs.map(({ left, right }) => `${left} ${right}`)).toContain('zeyneb zeynep');
    for (let more = 0; more < 5000; more += 1) index.add(`Filler ${more % 7} Vulnaam`);
    expect(index.search(names.person.read('Vandersypen Zeynep'), 1)[0]?.name).toBe(at);
    expect(index.size).toBe(persons.length + 5001);
  });

  it('takes whatever is written, and finds nothing in nothing', () => {
    const index = NameIndex.of(['', '...', '١٢٣'], names.person);
    expect(index.search(names.person.read('Jan Peeters'), 5)).toEqual([]);
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 20 }), (all) => {
      const found = NameIndex.of(all, names.person).search(names.person.read(all[0] ?? ''), 5);
      for (const { score } of found) expect(score).toBeLessThanOrEqual(1);
    }), { numRuns: 100 });
  });
});

describe('the reader of very many names', () => {
  it('reads as the reader of one', () => {
    const reader = new NameReader();
    for (const name of persons) {
      const { words, vowelless } = nameWords(name);
      expect(reader.read(name), name).toMatchObject({ words, vowelless });
    }
  });
});

describe('typing errors', () => {
  it('are one letter more, less or other, or two swapped', () => {
    for (const [a, b] of [['janssens', 'jansens'], ['peeters', 'peteers'], ['maes', 'mass'], ['claes', 'claess']] as const) expect(isOneTypingError(a, b) && isOneTypingError(b, a)).toBe(true);
    for (const [a, b] of [['jan', 'jan'], ['janssens', 'jansen'], ['peeters', 'peters1'], ['abcd', 'dcba']] as const) expect(isOneTypingError(a, b)).toBe(false);
  });

  it('lead from any word to the other in the table', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-e]{5,9}$/), fc.nat(), fc.constantFrom('a', 'z', ''), (word, place, letter) => {
      const at = place % word.length;
      const mistyped = word.slice(0, at) + letter + word.slice(at + 1);
      const table = new TypingTable();
      table.enter(word, 7);
      if (mistyped !== word) expect(table.near(mistyped)).toContain(7);
    }), { numRuns: 200 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressLine, compareAddresses } from '../../../../shared/analysis/matching/addressLine';
import { compareBirths } from '../../../../shared/analysis/matching/births';
import { candidatePairs, MatchIndex } from '../../../../shared/analysis/matching/blocks';
import { calibrate, type LabelledPair } from '../../../../shared/analysis/matching/calibrate';
import { emptyRecord } from '../../../../shared/analysis/matching/matchRecord';
import { featuresOf, likelihood, scoreRecords } from '../../../../shared/analysis/matching/score';
import { person, shippedVocabulary } from './vocabulary';

const vocabulary = shippedVocabulary();
const { weights, streets } = vocabulary;

describe('dates of birth', () => {
  it.each([
    ['1984-03-14', '1984-03-14', 'same'], ['1984-03-05', '1984-05-03', 'swapped'], ['1984-03-14', '1984-03-15', 'digit'], ['1984-03-14', '1948-03-14', 'digit'],
    ['1984', '1984-03-14', 'year'], ['~1984', '1985-03-14', 'near'], ['1984-03', '1984-03-14', 'month'], ['1984-01-01', '1984-07-09', 'year'],
    ['1984-03-14', '1991-11-28', 'other'], ['1950-03-14', '1981-11-28', 'generation'], ['1984-03-14', '1984-03-28', 'part'], ['unknown', '1984-03-14', null],
  ])('%s and %s are %s', (a, b, finding) => {
    expect(compareBirths(a, b)).toBe(finding);
    expect(compareBirths(b, a)).toBe(finding);
  });
});

describe('addresses', () => {
  const finding = (a: string, b: string): string | null => compareAddresses(addressLine(a, streets), addressLine(b, streets));
  it.each([
    ['Kerkstraat 12, 2000 Antwerpen', 'Kerkstr. 12, 2000 ANTWERPEN', 'same'],
    ['12 rue de l’Église, 1000 Bruxelles', "Rue de l'Eglise 12, 1000 Brussel", 'same'],
    ['Hauptstraße 5, 50667 Köln', 'Haupt Str. 5, Koeln', 'same'],
    ['Avenue Louise 100, 1050 Ixelles', 'av. Louise 100 bte 4, 1050 Elsene', 'same'],
    ['Lange Leemstraat 7 bus 3, 2018 Antwerpen', 'Lange Leemstraat 7, 2018 Antwerpen', 'same'],
    ['6, tullaroop street, st james, 4011', '6 Tullaroop St, St James 4011', 'same'],
    ['Kerkstraat 12, 2000 Antwerpen', 'Kerkstraat 14, 2000 Antwerpen', 'street'],
    ['Kerkstraat 12, 2000 Antwerpen', 'Molenlaan 3, 2000 Antwerpen', 'town'],
    ['Kerkstraat 12, 2000 Antwerpen', 'Molenlaan 3, 9000 Gent', 'other'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(finding(a, b)).toBe(expected);
    expect(finding(b, a)).toBe(expected);
  });
});

describe('the score of two records', () => {
  it('is explained by all that was found', () => {
    const a = person({ names: ['Ibrahim El Bakraoui'], births: ['1986-10-09'], genders: ['m'], identifiers: [{ kind: 'phone', value: '+32470000001' }], companions: ['x', 'y'] });
    const b = person({ names: ['Bakraui, Brahim'], births: ['1986-09-10'], genders: ['m'], identifiers: [{ kind: 'phone', value: '+32470000001' }], companions: ['y'] });
    const { score, evidence } = scoreRecords(a, b, vocabulary);
    expect(score).toBeGreaterThan(0.99);
    expect(evidence.map(({ kind, finding, effect }) => `${kind} ${finding} ${effect}`)).toEqual(expect.arrayContaining(['shared same +', 'birth swapped +', 'gender same ~', 'companion same +']));
    expect(likelihood(evidence.reduce((sum, { points }) => sum + points, weights.prior))).toBeCloseTo(score, 12);
  });

  it('is low where dates of birth or numbers that only one can have contradict, and says so first', () => {
    const number = (value: string) => [{ kind: 'nationalNumber', value }];
    const { score, evidence } = scoreRecords(person({ names: ['Jan Peeters'], births: ['1970-02-03'], identifiers: number('70020300111') }), person({ names: ['Jan Peeters'], births: ['1991-11-28'], identifiers: number('91112800222') }), vocabulary);
    expect(score).toBeLessThan(0.05);
    expect(evidence.slice(0, 2).map(({ effect }) => effect)).toEqual(['!', '!']);
  });

  it('tells father and son, sisters and namesakes apart from one person', () => {
    const propose = (a: Parameters<typeof person>[0], b: Parameters<typeof person>[0]): boolean => scoreRecords(person(a), person(b), vocabulary).score >= weights.propose;
    const home = { addresses: ['Kerkstraat 12, 2000 Antwerpen'] };
    expect(propose({ names: ['Jan Claes'], births: ['1950-03-04'], ...home }, { names: ['Jan Claes'], births: ['1981-07-29'], ...home })).toBe(false);
    expect(propose({ names: ['Sara Maes'], births: ['1990-03-04'], ...home }, { names: ['Lotte Maes'], births: ['1993-11-28'], ...home })).toBe(false);
    expect(propose({ names: ['Mohamed Hassan'], births: ['1990-03-04'] }, { names: ['Mohammed Hasan'], births: ['1975-11-28'] })).toBe(false);
    expect(propose({ names: ['Mohamed Hassan'], births: ['1990-03-04'] }, { names: ['محمد حسن'], births: ['1990'] })).toBe(true);
    expect(propose({ names: ['Jan Claes'] }, { names: ['Claes, Jan'] })).toBe(true);
  });

  it('knows vessels, vehicles, companies and addresses; other kinds are never one', () => {
    const score = (kind: 'vessel' | 'vehicle' | 'company' | 'address', a: object, b: object): number => scoreRecords({ ...emptyRecord(kind), ...a }, { ...emptyRecord(kind), ...b }, vocabulary).score;
    expect(score('vessel', { names: ['Sea Line'], identifiers: [{ kind: 'imo', value: '9074729' }] }, { names: ['Star Bay'], identifiers: [{ kind: 'imo', value: '9074729' }] })).toBeGreaterThan(0.5);
    expect(score('company', { names: ['Müller Spedition GmbH'] }, { names: ['Mueller Spedition'] })).toBeGreaterThan(0.5);
    expect(score('vehicle', { identifiers: [{ kind: 'vin', value: 'WVWZZZ1JZXW000001' }] }, { identifiers: [{ kind: 'vin', value: 'WBAZZZ9JZXW999999' }] })).toBeLessThan(0.1);
    expect(score('address', { names: ['Kerkstraat 12, 2000 Antwerpen'] }, { names: ['Kerkstr. 12, 2000 Antwerpen'] })).toBeGreaterThan(0.5);
    expect(scoreRecords(person({ names: ['Delta'] }), { ...emptyRecord('company'), names: ['Delta'] }, vocabulary)).toEqual({ score: 0, evidence: [] });
  });

  it('is the same from both sides', () => {
    const any = fc.record({ names: fc.array(fc.string(), { maxLength: 2 }), births: fc.array(fc.constantFrom('1984', '1984-01-02', '1984-02-01', '~1990'), { maxLength: 2 }), addresses: fc.array(fc.string(), { maxLength: 1 }) });
    fc.assert(fc.property(any, any, (a, b) => {
      expect(scoreRecords(person(a), person(b), vocabulary).score).toBeCloseTo(scoreRecords(person(b), person(a), vocabulary).score, 10);
    }), { numRuns: 200 });
  });
});

describe('calibration', () => {
  it('learns that what tells apart tells, and leaves what the pairs do not show', () => {
    const pairs: LabelledPair[] = Array.from({ length: 200 }, (_, at) => ({ features: at % 2 === 0 ? ['name.same', 'birth.same'] : ['name.same', 'birth.other'], same: at % 2 === 0 }));
    const learned = calibrate(pairs, { ...weights, points: { ...weights.points, 'birth.same': 0, 'birth.other': 0 } });
    expect(learned.points['birth.same']).toBeGreaterThan(1);
    expect(learned.points['birth.other']).toBeLessThan(-1);
    expect(learned.points['address.same']).toBe(weights.points['address.same']);
    expect(calibrate(pairs.filter(({ same }) => same), weights)).toBe(weights);
  });

  it('takes the features of a score', () => {
    expect(featuresOf(scoreRecords(person({ names: ['Jan Claes'], births: ['1950'] }), person({ names: ['Jan Claes'], births: ['1950'] }), vocabulary))).toEqual(expect.arrayContaining(['name.same', 'birth.year']));
  });
});

describe('blocks', () => {
  const records = [
    person({ names: ['Karim Belkacem'], births: ['1984-03-05'] }),
    person({ names: ['BELKACEM Karim'] }),
    person({ names: ['Tom Maes'], identifiers: [{ kind: 'phone', value: '+32470000001' }] }),
    person({ names: ['Lotte Wouters'], identifiers: [{ kind: 'phone', value: '+32470000001' }] }),
    person({ names: ['Onbekend'], births: ['1984-05-03'] }),
    { ...emptyRecord('company'), names: ['Belkacem Karim'] },
  ];
  it('propose each pair once, by its strongest reason, within one kind', () => {
    const found = [...candidatePairs(records, vocabulary)].map(({ first, second, reason }) => `${first} ${second} ${reason}`);
    expect(found).toEqual(expect.arrayContaining(['0 1 name', '2 3 identifier', '0 4 birth']));
    expect(new Set(found).size).toBe(found.length);
    expect(found.some((pair) => pair.includes('5'))).toBe(false);
  });

  it('hold a new record to what is known, and leave out what very many share', () => {
    const index = new MatchIndex(vocabulary);
    for (const record of records) index.add(record);
    expect(index.candidates(person({ names: ['Karim Belkasem'] })).map(({ record }) => record)).toEqual(expect.arrayContaining([0, 1]));
    for (let at = 0; at < 100; at += 1) index.add(person({ identifiers: [{ kind: 'phone', value: '+3278000000' }] }));
    expect(index.candidates(person({ identifiers: [{ kind: 'phone', value: '+3278000000' }] }))).toEqual([]);
  });
});

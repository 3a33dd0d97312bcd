import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BULK_FROM, candidatePairs } from '../../../../shared/analysis/matching/blocks';
import { BULK_LIMITS, BulkBlocks } from '../../../../shared/analysis/matching/bulk';
import { emptyRecord, type MatchRecord } from '../../../../shared/analysis/matching/matchRecord';
import { person, shippedVocabulary } from './vocabulary';

const vocabulary = shippedVocabulary();
const pairsOf = (records: readonly MatchRecord[]): string[] => {
  const bulk = new BulkBlocks(vocabulary);
  for (const record of records) bulk.add(record);
  return [...bulk.pairs()].map(({ first, second, reason }) => `${first} ${second} ${reason}`);
};

describe('keys for very many records', () => {
  it('bring together what shares an identifier, a name however spelled, a birth or an address, within one kind', () => {
    const records = [
      person({ names: ['Karim Belkacem'], births: ['1984-03-05'] }),
      person({ names: ['BELQASEM, Kareem'] }),
      person({ names: ['Tom Maes'], identifiers: [{ kind: 'phone', value: '+32470000001' }] }),
      person({ names: ['Lotte Wouters'], identifiers: [{ kind: 'phone', value: '+32470000001' }] }),
      person({ names: ['Onbekend'], births: ['1984-05-03'] }),
      person({ names: ['Piet Aerts'], addresses: ['Kerkstraat 12, 2000 Antwerpen'] }),
      person({ names: ['Els Cools'], addresses: ['Kerkstr. 12, 2000 Antwerpen'] }),
      { ...emptyRecord('company'), names: ['Belkacem Karim'] },
      { ...emptyRecord('company'), names: ['Sea Trans Shipping NV'] },
      { ...emptyRecord('company'), names: ['Seatrans Shipping'] },
    ];
    const found = pairsOf(records);
    expect(found).toEqual(expect.arrayContaining(['0 1 name', '2 3 identifier', '0 4 birth', '5 6 address', '8 9 name']));
    expect(found.some((pair) => pair.split(' ').includes('7'))).toBe(false);
  });

  it('leave out what very many share, but find those among them that share more', () => {
    const records = Array.from({ length: BULK_LIMITS.group + 10 }, (_, at) => person({ names: ['Jan Janssens'], births: [`${1930 + at}-02-03`], identifiers: [{ kind: 'phone', value: '+3278000000' }] }));
    expect(pairsOf(records)).toEqual([]);
    expect(pairsOf([...records, person({ names: ['Jan Janssen'], births: ['1940-02-03'] })])).toContain(`10 ${records.length} name`);
  });

  it('give each pair once, the first before the second', () => {
    const name = fc.constantFrom('Jan Claes', 'Claes Jan', 'J. Claes', 'Karim Belkacem', 'كريم بلقاسم', 'An De Smet', '');
    const any = fc.record({ name, birth: fc.constantFrom('1984-03-05', '1984-05-03', '1990', ''), phone: fc.constantFrom('1', '2', '') });
    fc.assert(fc.property(fc.array(any, { maxLength: 25 }), (all) => {
      const bulk = new BulkBlocks(vocabulary);
      for (const { name: written, birth, phone } of all) bulk.add(person({ names: [written], births: birth === '' ? [] : [birth], identifiers: phone === '' ? [] : [{ kind: 'phone', value: phone }] }));
      const pairs = [...bulk.pairs()];
      expect(new Set(pairs.map(({ first, second }) => `${first} ${second}`)).size).toBe(pairs.length);
      for (const { first, second } of pairs) expect(first).toBeLessThan(second);
      const phones = all.map(({ phone }) => phone);
      phones.forEach((phone, at) => phones.forEach((other, to) => {
        if (at < to && phone !== '' && phone === other) expect(pairs).toContainEqual({ first: at, second: to, reason: 'identifier' });
      }));
    }), { numRuns: 200 });
  });

  it('are taken for large batches, and count words', () => {
    const records = Array.from({ length: BULK_FROM }, (_, at) => person({ names: [`Naam${at} Vulling${at * 7}`] }));
    const all = [...records, person({ names: ['Zeynep Van der Sypen'] }), person({ names: ['Vandersypen, Zeynep'] })];
    expect([...candidatePairs(all, vocabulary)]).toContainEqual({ first: BULK_FROM, second: BULK_FROM + 1, reason: 'name' });
    const bulk = new BulkBlocks(vocabulary);
    for (const record of [person({ names: ['Mohamed Maes', 'Muhammad Claes'] }), person({ names: ['محمد'] })]) bulk.add(record);
    const counts = bulk.counts('person');
    expect(counts.names).toBe(3);
    const [word] = vocabulary.names.person.read('Mohammed').words;
    expect(word && counts.of(vocabulary.names.person.classOf(word))).toBe(3);
    expect(bulk.size).toBe(2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../electron/case/db/identity';
import { search } from '../../../electron/case/queries';
import { catalogue, idOf, Network } from './network';

function sample(): Network {
  const network = new Network();
  const jan = network.entity({ type: 'person', caption: 'Jan Peeters', says: [{ name: ['Jan Peeters'], alias: ['De Lange'] }] });
  const peeters = network.entity({ type: 'person', caption: 'Peeters Anna', says: [{ name: ['Peeters Anna'] }] });
  network.entity({ type: 'person', caption: 'Élodie Çelik', says: [{ name: ['Élodie Çelik'], note: ['Seen with Jan Peeters at berth 730, twice'] }] });
  network.entity({ type: 'person', caption: 'Peeters Gone', says: [{ name: ['Peeters Gone'] }], retracted: true });
  const phone = network.entity({ type: 'phone', caption: '+32470550127', says: [{ number: ['+32470550127'] }], identifiers: { phone: '+32470550127' }, fulltext: '+32470550127 32470550127 0470550127' });
  network.entity({ type: 'bankAccount', caption: 'BE68539007547034', says: [{ iban: ['BE68539007547034'] }], identifiers: { iban: 'BE68539007547034' } });
  network.entity({ type: 'vehicle', caption: '1ABC234', says: [{ plate: ['1ABC234'], model: ['Golf'] }], identifiers: { plate: '1ABC234' } });
  network.entity({ type: 'container', caption: 'MSKU6048127', says: [{ number: ['MSKU6048127'] }], identifiers: { container: 'MSKU6048127' } });
  network.link('owns', jan, phone);
  network.link('owns', jan, phone);
  network.link('knows', jan, peeters);
  return network;
}

const network = sample();
const find = (text: string, rest: { limit?: number; types?: string[] } = {}) => search(network.db, catalogue, STRICT, { limit: 50, ...rest, text });
const captions = (text: string) => find(text).hits.map((hit) => hit.entity.caption);

describe('search', () => {
  it.each(['0470 55 01 27', '+32 470 55 01 27', '0032470550127', '0470/55.01.27', '0470 55', '47055', '+32 470 5', '047055'])('finds a phone typed as %s', (text) => {
    expect(captions(text)[0]).toBe('+32470550127');
  });

  it.each([['BE68 5390 0754 7034', 'BE68539007547034'], ['be68 5390', 'BE68539007547034'], ['1-abc-234', '1ABC234'], ['1-ABC', '1ABC234'], ['MSKU 604812 7', 'MSKU6048127'], ['msku', 'MSKU6048127']])(
    'finds an identifier typed as %s',
    (text, caption) => {
      expect(captions(text)[0]).toBe(caption);
    },
  );

  it('puts names that begin with the text before names that hold it, and these before other places', () => {
    expect(captions('peeters')).toEqual(['Peeters Anna', 'Jan Peeters', 'Élodie Çelik']);
  });

  it('needs all words, the last as a beginning, whatever accents and case', () => {
    expect(captions('PEETERS ja')).toEqual(['Jan Peeters', 'Élodie Çelik']);
    expect(captions('elodie celik')).toEqual(['Élodie Çelik']);
    expect(captions('Çel')).toEqual(['Élodie Çelik']);
    expect(captions('jan golf')).toEqual([]);
  });

  it('shows where it was found', () => {
    expect(find('lange').hits[0]).toMatchObject({ property: 'alias', excerpt: 'De \u0002Lange\u0003' });
    expect(find('cel').hits[0]).toMatchObject({ property: '', excerpt: 'Élodie \u0002Çel\u0003ik' });
    expect(find('0470 55').hits[0]).toMatchObject({ property: '', excerpt: '+32\u000247055\u00030127' });
    expect(find('berth').hits[0]).toMatchObject({ property: 'note', excerpt: 'Seen with Jan Peeters at \u0002berth\u0003 730, twice' });
  });

  it('keeps to the types asked for and tells when there is more', () => {
    expect(find('peeters', { types: ['vehicle'] }).hits).toEqual([]);
    expect(find('peeters', { limit: 1 })).toMatchObject({ more: true, hits: [{ entity: { id: idOf(2, 2) } }] });
  });

  it.each(['', '   ', '"', '""*', 'AND', 'a AND', 'NEAR(a b)', 'body:x', '-x', '^a', 'a*b*', '(', '🙂', '🙂🙂 jan', '\0', 'jan\0', '\uD800', "x' OR 1=1", '%_', '{}', '+', 'é\u0301', '\u0301', '٣٤', 'ﬁ'])('takes %j', (text) => {
    expect(() => find(text)).not.toThrow();
  });

  it('takes any text, and hands out marks in pairs', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: fc.constantFrom(...'"*()^:+-{} ANDORTjanpeters0123é'), maxLength: 40 })), (text) => {
        for (const { excerpt } of find(text).hits) {
          expect(excerpt.split('\u0002').length).toBe(excerpt.split('\u0003').length);
          expect(excerpt.replaceAll('\u0002', '').replaceAll('\u0003', '')).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds every caption by each beginning of its words', () => {
    const words = ['Jan Peeters', 'Peeters Anna', 'Élodie Çelik'].flatMap((caption) => caption.split(' ').map((word) => [caption, word] as const));
    for (const [caption, word] of words) for (let end = 1; end <= word.length; end += 1) expect(captions(word.slice(0, end))).toContain(caption);
  });

  it('ranks no more than a bounded number of candidates', () => {
    const crowd = new Network();
    for (let n = 0; n < 1200; n += 1) crowd.entity({ type: 'person', caption: `Janssens ${n}` });
    const { hits, more } = search(crowd.db, catalogue, STRICT, { text: 'janss', limit: 500 });
    expect(hits).toHaveLength(500);
    expect(more).toBe(true);
  });
});

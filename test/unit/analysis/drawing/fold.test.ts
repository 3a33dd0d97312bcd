import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAll, type Fold, type Foldable, type FoldWishes } from '../../../../shared/analysis/drawing/fold';
import { foldingsOf, pairKey } from '../../../../shared/analysis/drawing/folding';
import { lineText, spanText } from '../../../../shared/analysis/drawing/lineText';
import { unitOf } from '../../../../shared/analysis/drawing/totals';
import { sumAmounts } from '../../../../shared/model/amount';
import { FOLDINGS, type ChartOptions } from '../../../../shared/model/drawing';

const TYPES: Readonly<Record<string, { readonly directed: boolean; readonly occurrence: boolean }>> = { paid: { directed: true, occurrence: true }, lent: { directed: true, occurrence: false }, called: { directed: true, occurrence: true }, knows: { directed: false, occurrence: false } };
const HANDLINGS = ['', 'H1', 'H2', 'H3'];
const GRADINGS = ['', 'D4', 'B2', 'A1'];
const better = (order: readonly string[]) => (a: string, b: string): string => (order.indexOf(a) > order.indexOf(b) ? a : b);

const wishes = (options: ChartOptions, more: Partial<FoldWishes<Foldable>> = {}): FoldWishes<Foldable> => {
  const asked = foldingsOf(options);
  return { asked: (line) => asked(line.type, line.from, line.to), type: (id) => TYPES[id]!, betterGrading: better(GRADINGS), stricterHandling: better(HANDLINGS), ...more };
};

const line = (id: string, type: string, from: string, to: string, more: Partial<Foldable> = {}): Foldable => ({ id, type, from, to, count: 1, start: null, end: null, amount: null, strength: 'tentative', grading: '', handling: '', ...more });

const ends = fc.constantFrom('a', 'b', 'c', 'd');
const anyLine = fc.record({
  type: fc.constantFrom(...Object.keys(TYPES)), from: ends, to: ends, count: fc.integer({ min: 1, max: 400 }),
  start: fc.option(fc.constantFrom('2024-01-02', '~2024-03', '2025-05-06T10:00')), end: fc.option(fc.constantFrom('2025-07-01', '2026-01-01')),
  cents: fc.option(fc.integer({ min: 0, max: 999_999 })), currency: fc.constantFrom('EUR', 'USD'), strength: fc.constantFrom('confirmed' as const, 'unconfirmed' as const, 'tentative' as const),
  grading: fc.constantFrom(...GRADINGS), handling: fc.constantFrom(...HANDLINGS),
});
const multigraph = fc.array(anyLine, { maxLength: 60 }).map((rows) => rows.map(({ cents, currency, ...row }, at): Foldable => ({ ...row, id: `l${at}`, amount: cents === null || !['paid', 'lent'].includes(row.type) ? null : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')} ${currency}` })));
const anyOptions = fc.record({ folding: fc.constantFrom(...FOLDINGS) }, { requiredKeys: [] }).chain((whole) => fc.record({
  typeFolding: fc.dictionary(fc.constantFrom(...Object.keys(TYPES)), fc.constantFrom(...FOLDINGS)), pairFolding: fc.dictionary(fc.constantFrom('a|b', 'b|c', 'a|d'), fc.constantFrom(...FOLDINGS)),
}).map((parts): ChartOptions => ({ ...whole, ...parts })));

const total = (lines: readonly { readonly count: number }[]): number => lines.reduce((sum, each) => sum + each.count, 0);
const worth = (amounts: readonly (string | null)[], currency: string): string => sumAmounts(['0.00 ' + currency, ...amounts.filter((amount): amount is string => amount !== null && amount.endsWith(currency))])!;
const signed = ({ from, to }: { readonly from: string; readonly to: string }, amount: string): string => (from < to ? amount : `-${amount}`);
const netOf = (lines: readonly (Foldable & { readonly sign?: string })[], currency: string): string => worth(lines.map((each) => (each.amount === null ? null : signed(each, each.amount))), currency);
const parts = (folds: readonly Fold<Foldable>[]): string[] => folds.flatMap((fold) => fold.lines.map((each) => each.id)).sort();

describe('folding lines', () => {
  test('nothing is lost or doubled, however it is folded: lines, counts, totals, the strictest and the best', () => {
    fc.assert(fc.property(multigraph, anyOptions, (lines, options) => {
      const folds = foldAll(lines, wishes(options));
      expect(parts(folds)).toEqual(lines.map((each) => each.id).sort());
      expect(total(folds)).toBe(total(lines));
      expect(new Set(folds.map((fold) => fold.id)).size).toBe(folds.length);
      for (const currency of ['EUR', 'USD']) expect(worth(folds.flatMap((fold): (string | null)[] => (fold.flow ? [fold.flow.forth, fold.flow.back] : [...fold.totals])), currency)).toBe(worth(lines.map((each) => each.amount), currency));
      for (const fold of folds) {
        expect(fold.handling).toBe(fold.lines.map((each) => each.handling).reduce(better(HANDLINGS)));
        expect(fold.grading).toBe(fold.lines.map((each) => each.grading).reduce(better(GRADINGS)));
        expect(fold.strength).toBe(['confirmed', 'unconfirmed', 'tentative'].find((strength) => fold.lines.some((each) => each.strength === strength)));
        expect(fold.unpriced).toBe(total(fold.lines.filter((each) => each.amount === null)));
        expect(new Set(fold.lines.map((each) => pairKey(each.from, each.to)))).toEqual(new Set([pairKey(fold.from, fold.to)]));
        expect(new Set(fold.types)).toEqual(new Set(fold.lines.map((each) => each.type)));
      }
    }), { numRuns: 300 });
  });

  test('a flow is the difference of both ways, points to where it goes, and takes in one currency only', () => {
    fc.assert(fc.property(multigraph, (lines) => {
      const folds = foldAll(lines, wishes({ folding: 'flow' }));
      for (const fold of folds) {
        const priced = fold.lines.filter((each) => each.amount !== null && TYPES[each.type]!.directed);
        if (fold.flow !== undefined) {
          const currency = unitOf({ type: fold.type, amount: fold.amount });
          expect(signed(fold, fold.amount!).replace(/^-(0(?:\.0+)?) /, '$1 ')).toBe(netOf(fold.lines, currency));
          expect(fold.heads).toBe(/^0(?:\.0+)? /.test(fold.amount!) ? 'none' : 'to');
        }
        if (fold.lines.length > 1 && new Set(fold.types).size > 1) expect(priced.length).toBe(fold.lines.length);
      }
      for (const pair of new Set(folds.map((fold) => pairKey(fold.from, fold.to)))) expect(folds.filter((fold) => fold.id.startsWith('flow|') && pairKey(fold.from, fold.to) === pair).length).toBeLessThanOrEqual(1);
    }), { numRuns: 300 });
  });

  test('one line for a pair has heads where its links go, its types by their number', () => {
    const both = foldAll([line('1', 'paid', 'a', 'b', { count: 3 }), line('2', 'called', 'b', 'a', { count: 9 }), line('3', 'knows', 'a', 'b')], wishes({ folding: 'pair' }));
    expect(both).toMatchObject([{ from: 'a', to: 'b', heads: 'both', types: ['called', 'paid', 'knows'], type: 'called', count: 13 }]);
    expect(foldAll([line('1', 'paid', 'b', 'a'), line('3', 'knows', 'a', 'b')], wishes({ folding: 'pair' }))).toMatchObject([{ from: 'b', to: 'a', heads: 'to' }]);
    expect(foldAll([line('1', 'knows', 'b', 'a'), line('3', 'knows', 'a', 'b')], wishes({ folding: 'pair' }))).toMatchObject([{ heads: 'none' }]);
  });

  test('one line each way, and one for what has no direction', () => {
    const folds = foldAll([line('1', 'paid', 'a', 'b'), line('2', 'called', 'a', 'b'), line('3', 'called', 'b', 'a'), line('4', 'knows', 'a', 'b')], wishes({ folding: 'direction' }));
    expect(folds.map((fold) => [fold.from, fold.to, fold.heads, fold.lines.map((each) => each.id)])).toEqual([['a', 'b', 'to', ['1', '2']], ['b', 'a', undefined, ['3']], ['a', 'b', undefined, ['4']]]);
  });

  test('a pair goes before a type, a type before the chart; what a type asks for is of that type alone', () => {
    const lines = [line('1', 'paid', 'a', 'b'), line('2', 'paid', 'b', 'a'), line('3', 'called', 'a', 'b'), line('4', 'called', 'b', 'a'), line('5', 'paid', 'c', 'd'), line('6', 'called', 'c', 'd')];
    expect(foldAll(lines, wishes({ folding: 'type', typeFolding: { paid: 'pair', called: 'pair' }, pairFolding: { 'c|d': 'pair' } })).map((fold) => fold.lines.map((each) => each.id))).toEqual([['1', '2'], ['3', '4'], ['5', '6']]);
  });

  test('dates reach from the first to the last; what goes on has no end, what has no dates says nothing', () => {
    const of = (...lines: Foldable[]) => { const [{ start, end } = { start: null, end: null }] = foldAll(lines, wishes({ folding: 'pair' })); return [start, end]; };
    expect(of(line('1', 'called', 'a', 'b', { start: '2024-02-01T10:00' }), line('2', 'paid', 'a', 'b', { start: '~2023-05' }), line('3', 'knows', 'a', 'b'))).toEqual(['~2023-05', '2024-02-01T10:00']);
    expect(of(line('1', 'called', 'a', 'b', { start: '2024-02-01' }), line('2', 'lent', 'a', 'b', { start: '2024-01-01' }))).toEqual(['2024-01-01', null]);
  });

  test('what a filter dims is folded by itself', () => {
    const folds = foldAll([line('1', 'paid', 'a', 'b'), line('2', 'called', 'a', 'b'), line('3', 'called', 'b', 'a')], wishes({ folding: 'pair' }, { part: (each) => (each.type === 'called' ? 'dimmed' : '') }));
    expect(folds.map((fold) => fold.lines.map((each) => each.id))).toEqual([['1'], ['2', '3']]);
  });
});

describe('what stands on a line', () => {
  const words = { language: 'en' as const, amount: (amount: string) => amount, net: (amount: string) => `net ${amount}` };
  test('the total, else the number; both where the total is not that of all', () => {
    expect(lineText({ count: 4, amount: '10.00 EUR', start: null, end: null }, undefined, true, words)).toBe('10.00 EUR');
    expect(lineText({ count: 4, amount: null, start: '2024-01-01', end: null }, undefined, true, words)).toBe('4');
    expect(lineText({ count: 1, amount: null, start: '2024-01-01', end: null }, undefined, true, words)).toBe('');
    expect(lineText({ count: 502, amount: '10.00 EUR', unpriced: 500, start: null, end: null }, undefined, true, words)).toBe('502 · 10.00 EUR');
    expect(lineText({ count: 3, amount: null, totals: ['10.00 EUR', '4.00 USD'], start: null, end: null }, undefined, true, words)).toBe('10.00 EUR + 4.00 USD');
    expect(lineText({ count: 3, amount: '6.00 EUR', flow: { forth: '10.00 EUR', back: '4.00 EUR' }, start: null, end: null }, undefined, true, words)).toBe('net 6.00 EUR');
  });
  test('what is asked for, in the order of count, total and dates', () => {
    const said = { count: 4, amount: '10.00 EUR', start: '2024-03-02T10:00', end: '2024-04-09' };
    expect(lineText(said, ['dates', 'count', 'total'], true, words)).toBe('4 · 10.00 EUR · 2 Mar – 9 Apr 2024');
    expect(lineText(said, [], true, words)).toBe('');
    expect(lineText({ ...said, count: 1, end: null }, ['dates'], true, words)).toBe('2 Mar 2024');
    expect(lineText({ ...said, count: 1, end: null }, ['dates'], false, words)).toBe('2 Mar 2024 –');
  });
  test('spans are as short as each language allows', () => {
    expect(spanText('2024-03-02', '2024-03-09', 'nl')).toBe('2–9 mrt 2024');
    expect(spanText('2024-03', '~2025', 'en')).toBe('March 2024 – ± 2025');
    expect(spanText(null, '2025', 'fr')).toBe('– 2025');
    expect(spanText(null, null, 'de')).toBe('');
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binsOf } from '../../../../shared/analysis/time/bins';
import { rangeOf } from '../../../../shared/analysis/time/range';
import { extentOf, isDated, MAYBE, OUT, PER_ITEM, putTimes, standing, SURELY } from '../../../../shared/analysis/time/times';

const utc = (text: string): number => Date.parse(text);

it.each([
  ['2024', '2023-12-31T23:00Z', '2024-12-31T23:00Z'],
  ['2024-07', '2024-06-30T22:00Z', '2024-07-31T22:00Z'],
  ['2024-03-31', '2024-03-30T23:00Z', '2024-03-31T22:00Z'],
  ['~2024', '2022-12-31T23:00Z', '2025-12-31T23:00Z'],
  ['~2024-01', '2023-11-30T23:00Z', '2024-02-29T23:00Z'],
  ['2024-07-05T14:05', '2024-07-05T12:05Z', '2024-07-05T12:06Z'],
  ['2024-07-05T14:05:11', '2024-07-05T12:05:11Z', '2024-07-05T12:05:12Z'],
  ['2024-07-05T14:05:11Z', '2024-07-05T14:05:11Z', '2024-07-05T14:05:12Z'],
  ['2024-07-05T14:05+02:00', '2024-07-05T12:05Z', '2024-07-05T12:06Z'],
  ['1984-03-14', '1984-03-13T23:00Z', '1984-03-14T23:00Z'],
])('%s may be any moment from %s until %s', (canonical, from, until) => {
  expect(rangeOf(canonical)).toEqual({ from: utc(from), until: utc(until) });
});

it.each(['', 'gisteren', '2024-13', '2024-02-30'])('%j is no date', (text) => expect(rangeOf(text)).toBeNull());

const timesOf = (...items: readonly (readonly [start: string | null, end: string | null, happening?: boolean])[]): Float64Array => {
  const times = new Float64Array(items.length * PER_ITEM);
  items.forEach(([start, end, happening = false], at) => putTimes(times, at, start, end, happening));
  return times;
};
const year = (of: number) => rangeOf(String(of))!;
const day = (of: string) => rangeOf(of)!;

it('a happening of a month may have been on any of its days, and surely was in that month', () => {
  const times = timesOf(['2024-05', null, true]);
  expect(standing(times, 0, day('2024-05-03'))).toBe(MAYBE);
  expect(standing(times, 0, rangeOf('2024-05')!)).toBe(SURELY);
  expect(standing(times, 0, day('2024-06-01'))).toBe(OUT);
});

it('what lasts goes on where nothing says that it ended, and had begun where only its end is known', () => {
  const times = timesOf(['2020-01-01', null], [null, '2020-06-30'], ['2020-01-01', '2020-12-31'], [null, null]);
  expect([0, 1, 2, 3].map((at) => standing(times, at, day('2030-01-01')))).toEqual([SURELY, OUT, OUT, OUT]);
  expect([0, 1, 2, 3].map((at) => standing(times, at, day('2019-01-01')))).toEqual([OUT, MAYBE, OUT, OUT]);
  expect([0, 1, 2, 3].map((at) => standing(times, at, day('2020-05-01')))).toEqual([SURELY, MAYBE, SURELY, OUT]);
  expect([0, 1, 2, 3].map((at) => isDated(times, at))).toEqual([true, true, true, false]);
});

it('tells between which moments things are dated', () => {
  expect(extentOf([timesOf(['2020', null], ['2022-02', '2022-03'])])).toEqual({ from: year(2020).from, until: day('2022-03-31').until });
  expect(extentOf([timesOf([null, null])])).toBeNull();
});

const canonical = fc.oneof(
  fc.tuple(fc.constantFrom('', '~'), fc.integer({ min: 2018, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 4 })).map(([about, y, m, d, h, precision]) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    return about + [`${y}`, `-${two(m)}`, `-${two(d)}`, `T${two(h)}:30`, ':15'].slice(0, precision + 1).join('');
  }),
  fc.constant(null),
);
const item = fc.tuple(canonical, canonical, fc.boolean());
const edgesFrom = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 12 }).map((weeks) => Float64Array.from(weeks.toSorted((a, b) => a - b), (week) => utc('2018-01-01') + week * 7 * 86_400_000));

it('counts in each stretch what stands in it as a window', () => {
  fc.assert(fc.property(fc.array(item, { maxLength: 12 }), edgesFrom, (items, edges) => {
    const times = timesOf(...items);
    const { sure, maybe } = binsOf(times, edges);
    for (let at = 0; at + 1 < edges.length; at += 1) {
      const stands = items.map((_, which) => standing(times, which, { from: edges[at]!, until: edges[at + 1]! }));
      expect([sure[at], maybe[at]]).toEqual([stands.filter((each) => each === SURELY).length, stands.filter((each) => each === MAYBE).length]);
    }
  }), { numRuns: 300 });
});

it('a wider window never holds less, and holds as surely', () => {
  fc.assert(fc.property(item, fc.integer({ min: 0, max: 3000 }), fc.nat(400), fc.nat(400), fc.nat(400), (one, start, long, before, after) => {
    const times = timesOf(one);
    const at = (days: number): number => utc('2018-01-01') + days * 86_400_000;
    const narrow = standing(times, 0, { from: at(start), until: at(start + long + 1) });
    expect(standing(times, 0, { from: at(start - before), until: at(start + long + 1 + after) })).toBeGreaterThanOrEqual(narrow);
  }));
});

it('counts only what is chosen', () => {
  const times = timesOf(['2020-05-03', null, true], ['2020-05-03', null, true], ['2021-05-03', null, true]);
  const edges = Float64Array.of(year(2020).from, year(2021).from, year(2022).from);
  expect([...binsOf(times, edges).sure]).toEqual([2, 1]);
  expect([...binsOf(times, edges, Uint8Array.of(1, 0, 1)).sure]).toEqual([1, 1]);
});

it('counts 100,000 links in a moment', () => {
  const times = new Float64Array(100_000 * PER_ITEM);
  for (let at = 0; at < 100_000; at += 1) putTimes(times, at, `2024-0${1 + (at % 9)}-${10 + (at % 18)}T${10 + (at % 14)}:05`, null, true);
  const edges = Float64Array.from({ length: 301 }, (_, at) => utc('2024-01-01') + at * 86_400_000);
  const began = performance.now();
  const { sure } = binsOf(times, edges);
  expect(performance.now() - began).toBeLessThan(1500);
  expect(sure.reduce((a, b) => a + b)).toBe(100_000);
});

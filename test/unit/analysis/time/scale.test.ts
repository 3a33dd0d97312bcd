import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginOf, edgesOf, movedBy, nearestBegin, nextOf, stretchFor, type Stretch } from '../../../../shared/analysis/time/scale';
import { rangeOf } from '../../../../shared/analysis/time/range';

const at = (text: string): number => Date.parse(text);
const iso = (moment: number): string => new Date(moment).toISOString().slice(0, 16);

it.each<[Stretch, string, string]>([
  [{ unit: 'day', count: 1 }, '2024-07-05T21:59Z', '2024-07-04T22:00'],
  [{ unit: 'week', count: 1 }, '2024-07-05T10:00Z', '2024-06-30T22:00'],
  [{ unit: 'month', count: 3 }, '2024-08-05T10:00Z', '2024-06-30T22:00'],
  [{ unit: 'year', count: 10 }, '2024-08-05T10:00Z', '2019-12-31T23:00'],
  [{ unit: 'shift', count: 1 }, '2024-07-05T10:00Z', '2024-07-05T04:00'],
  [{ unit: 'shift', count: 1 }, '2024-07-05T02:00Z', '2024-07-04T20:00'],
  [{ unit: 'hour', count: 6 }, '2024-07-05T05:30Z', '2024-07-05T04:00'],
])('%o begins before %s at %s', (stretch, moment, begin) => expect(iso(beginOf(at(moment), stretch))).toBe(begin));

const stretches = fc.constantFrom<Stretch>({ unit: 'minute', count: 15 }, { unit: 'hour', count: 3 }, { unit: 'shift', count: 1 }, { unit: 'day', count: 1 }, { unit: 'week', count: 1 }, { unit: 'month', count: 1 }, { unit: 'year', count: 5 });
const moments = fc.integer({ min: at('1990-01-01'), max: at('2050-01-01') });

it('every moment lies in one stretch, and stretches follow one another without gap, whatever clocks do', () => {
  fc.assert(fc.property(moments, stretches, (moment, stretch) => {
    const [begin, next] = [beginOf(moment, stretch), nextOf(moment, stretch)];
    expect(begin).toBeLessThanOrEqual(moment);
    expect(next).toBeGreaterThan(moment);
    expect(beginOf(next, stretch)).toBe(next);
    expect(beginOf(next - 1, stretch)).toBe(begin);
    expect(movedBy(movedBy(begin, stretch, 3), stretch, -3)).toBe(begin);
    expect([begin, next]).toContain(nearestBegin(moment, stretch));
  }), { numRuns: 500 });
});

it('covers a range with about as many stretches as there is room for', () => {
  fc.assert(fc.property(moments, fc.integer({ min: 1000, max: 60 * 365 * 86_400_000 }), (from, length) => {
    const range = { from, until: from + length };
    const edges = edgesOf(range, stretchFor(range, 120));
    expect(edges[0]).toBeLessThanOrEqual(range.from);
    expect(edges.at(-1)).toBeGreaterThanOrEqual(range.until);
    expect(edges.length).toBeLessThanOrEqual(126);
  }), { numRuns: 200 });
});

it('a month has as many days as the calendar says, also when clocks change', () => {
  expect(edgesOf(rangeOf('2024-03')!, { unit: 'day', count: 1 })).toHaveLength(32);
  expect(edgesOf(rangeOf('2024-03-31')!, { unit: 'hour', count: 1 })).toHaveLength(24);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchOf, timeScale } from '../../../shared/briefing/timeScale';
import { LANGUAGES } from '../../../shared/values/kind';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a date on a line of time', () => {
  it('is as long as what it leaves open, in Belgian time', () => {
    const length = (v: string): number | null => { const found = stretchOf(v); return found === null ? null : found.until - found.from; };
    expect([length('2024'), length('2025-02'), length('~2024-02'), length('2026-01-03'), length('2026-01-03T10:15'), length('weet niet')]).toEqual([366 * DAY, 28 * DAY, 29 * DAY, DAY, 0, null]);
    expect(stretchOf('2026-07-01')?.from).toBe(Date.UTC(2026, 5, 30, 22));
    expect(stretchOf('2026-01-03T10:15:00Z')?.from).toBe(Date.UTC(2026, 0, 3, 10, 15));
    expect(stretchOf('2026-01-03T10:15+05:30')?.from).toBe(Date.UTC(2026, 0, 3, 4, 45));
  });
});

describe('a line of time', () => {
  it('has a few ticks at round dates, in order, whatever its length', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2060, 0) }), fc.double({ min: 0, max: 12.5, noNaN: true }), fc.constantFrom(...LANGUAGES), (first, power, language) => {
      const last = first + Math.floor(10 ** power);
      const { at, ticks } = timeScale(first, last, language);
      expect(ticks.length).toBeLessThanOrEqual(10);
      if (last - first > 6 * HOUR) expect(ticks.length).toBeGreaterThanOrEqual(1);
      expect(new Set(ticks.map((tick) => tick.text)).size).toBe(ticks.length);
      ticks.forEach((tick, index) => expect(tick.at).toBeGreaterThan(ticks[index - 1]?.at ?? -1));
      for (const share of [at(first), at(last), ...ticks.map((tick) => tick.at)]) expect(share >= 0 && share <= 1).toBe(true);
      expect(at(first)).toBeLessThanOrEqual(at(last));
      expect([at(-Infinity), at(Infinity)]).toEqual([0, 1]);
    }), { numRuns: 200 });
  });

  it('puts a single moment in the middle, and names parts of the calendar by its length', () => {
    const noon = Date.UTC(2026, 1, 3, 11);
    expect(timeScale(noon, noon, 'nl').at(noon)).toBeCloseTo(0.5);
    const named = (days: number): string => timeScale(noon, noon + days * DAY, 'en').ticks[0]?.text ?? '';
    expect([named(0.2), named(6), named(200), named(2500)]).toEqual([expect.stringMatching(/Feb.*\d{2}:\d{2}/), '4 Feb 2026', 'Feb 2026', '2026']);
  });
});

import { describe, expect, it } from 'vitest';
import { relays } from '../../../../shared/analysis/traffic/chains';
import { doubles } from '../../../../shared/analysis/traffic/doubles';
import type { Happenings } from '../../../../shared/analysis/traffic/happenings';
import { silences } from '../../../../shared/analysis/traffic/silences';
import { numbers } from '../network/random';

const MINUTE = 60_000;
const DAY = 86_400_000;
const made = (parties: number, rows: readonly (readonly [from: number, to: number, start: number, end?: number])[]): Happenings => ({
  parties, from: Uint32Array.from(rows, ([a]) => a), to: Uint32Array.from(rows, ([, b]) => b), start: Float64Array.from(rows, (row) => row[2]), end: Float64Array.from(rows, (row) => row[3] ?? Number.NaN),
});

describe('chains', () => {
  it('are as counted one by one', () => {
    for (let seed = 0; seed < 25; seed += 1) {
      const next = numbers(seed);
      const rows = Array.from({ length: 120 }, () => {
        const start = next() < 0.05 ? Number.NaN : Math.floor(next() * 500) * MINUTE;
        return [Math.floor(next() * 6), Math.floor(next() * 6), start, ...(next() < 0.5 ? [start + Math.floor(next() * 5) * MINUTE] : [])] as [number, number, number, number?];
      });
      const plainly = new Map<string, number>();
      for (const [a, b, start, end] of rows) {
        if (Number.isNaN(start) || a === b) continue;
        const over = end ?? start;
        const thirds = new Set(rows.filter(([c, d, other]) => c === b && d !== a && d !== b && other >= over && other <= over + 10 * MINUTE).map(([, d]) => d));
        for (const c of thirds) plainly.set(`${a} ${b} ${c}`, (plainly.get(`${a} ${b} ${c}`) ?? 0) + 1);
      }
      const found = relays(made(6, rows), 10 * MINUTE, 2);
      expect(Object.fromEntries(found.map(({ parties, count }) => [parties.join(' '), count]))).toEqual(Object.fromEntries([...plainly].filter(([, count]) => count >= 2)));
      for (const { parties, share, count } of found) expect(share).toBeCloseTo(count / rows.filter(([a, b, start]) => a === parties[0] && b === parties[1] && !Number.isNaN(start)).length, 9);
    }
  });

  it('tell of each the calls that make it', () => {
    const [relay] = relays(made(3, [[0, 1, 0], [1, 2, 2 * MINUTE], [0, 1, DAY], [1, 2, DAY + MINUTE], [0, 1, 2 * DAY], [1, 2, 2 * DAY + 3 * MINUTE]]), 5 * MINUTE);
    expect(relay).toEqual({ parties: [0, 1, 2], count: 3, share: 1, examples: [[0, 1], [2, 3], [4, 5]] });
  });
});

describe('silences', () => {
  it('are told of those who are seldom silent, and of those who never came back', () => {
    const daily = Array.from({ length: 30 }, (_, day) => [0, 1, day * DAY] as const);
    const rows = [...daily.slice(0, 12), ...daily.slice(22), ...daily.filter((_, day) => day % 3 === 0).map(([, , at]) => [2, 3, at] as const)];
    const found = silences(made(4, rows), 60 * DAY, { least: 3 * DAY, times: 5, happenings: 5 });
    expect(found.filter(({ party }) => party === 0)).toEqual([{ party: 0, from: 29 * DAY, until: Infinity, times: 31 }, { party: 0, from: 11 * DAY, until: 22 * DAY, times: 11 }]);
    // Every third day is a habit, not a silence.
    expect(found.filter(({ party, until }) => party === 2 && until !== Infinity)).toEqual([]);
  });
});

describe('doubles', () => {
  it('are the same call told by two operators, and not two calls', () => {
    const rows: (readonly [number, number, number, number?])[] = [[0, 1, 0, 60_000], [0, 1, 2000, 62_500], [0, 1, 4000, 200_000], [1, 0, 1000, 60_000], [0, 1, 90_000, 100_000], [0, 1, 92_000], [2, 3, Number.NaN], [2, 3, Number.NaN]];
    expect(doubles(made(4, rows))).toEqual([[0, 1], [4, 5]]);
  });
});

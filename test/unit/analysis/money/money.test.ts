import { describe, expect, it } from 'vitest';
import { FLOW_OPTIONS, flows } from '../../../../shared/analysis/money/flows';
import { fans, structuring } from '../../../../shared/analysis/money/patterns';
import { totalsOf, type Payments } from '../../../../shared/analysis/money/payments';
import { numbers } from '../network/random';

const DAY = 86_400_000;
const made = (parties: number, rows: readonly (readonly [from: number, to: number, day: number, amount: number])[]): Payments => ({
  parties, from: Uint32Array.from(rows, ([a]) => a), to: Uint32Array.from(rows, ([, b]) => b), start: Float64Array.from(rows, ([, , day]) => day * DAY), end: new Float64Array(rows.length).fill(Number.NaN), amount: Float64Array.from(rows, (row) => row[3]),
});
const random = (seed: number, count: number): (readonly [number, number, number, number])[] => {
  const next = numbers(seed);
  return Array.from({ length: count }, () => [Math.floor(next() * 6), Math.floor(next() * 6), next() < 0.05 ? Number.NaN : Math.floor(next() * 20), 100 * Math.ceil(next() * 20)]);
};

describe('totals', () => {
  it('add what goes in and out, reversals too', () => {
    expect(totalsOf(made(3, [[0, 1, 1, 100], [0, 2, 2, 50], [1, 0, 3, -30], [2, 2, 4, 999]]))).toEqual([
      { in: -30, out: 150, net: -180, countIn: 1, countOut: 2 }, { in: 100, out: -30, net: 130, countIn: 1, countOut: 1 }, { in: 50, out: 0, net: 50, countIn: 1, countOut: 0 },
    ]);
  });
});

describe('flows', () => {
  it('are as trying every order finds', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const rows = random(seed, 30);
      const plainly: string[] = [];
      const walk = (path: number[]): void => {
        const [first, last] = [rows[path[0]!]!, rows[path.at(-1)!]!];
        const accounts = [first[0], ...path.map((at) => rows[at]![1])];
        let longer = false;
        if (accounts.length < 4) rows.forEach(([a, b, day, amount], at) => {
          if (a !== last[1] || a === b || Number.isNaN(day) || day < last[2] || day - last[2] > 3 || path.includes(at)) return;
          const carried = Math.min(...path.map((each) => rows[each]![3]), amount);
          if (carried < 0.7 * first[3]) return;
          if (b === accounts[0]) { plainly.push([...path, at].join(' ')); longer = true; return; }
          if (accounts.includes(b)) return;
          longer = true;
          walk([...path, at]);
        });
        if (!longer && path.length > 1) plainly.push(path.join(' '));
      };
      rows.forEach(([a, b, day], at) => { if (a !== b && !Number.isNaN(day)) walk([at]); });
      const { flows: found, complete } = flows(made(6, rows), { ...FLOW_OPTIONS, most: 100_000, start: null });
      expect(complete).toBe(true);
      expect(found.map(({ payments }) => payments.join(' ')).toSorted()).toEqual(plainly.toSorted());
      for (const { payments, carried, share } of found) {
        expect(carried).toBe(Math.min(...payments.map((at) => rows[at]![3])));
        expect(share).toBeCloseTo(carried / rows[payments[0]!]![3], 9);
      }
    }
  });

  it('that come back are round trips', () => {
    const payments = made(5, [[0, 1, 1, 9000], [1, 2, 2, 8800], [2, 0, 3, 8500], [2, 3, 3, 300], [0, 4, 1, 9000]]);
    const { flows: found } = flows(payments, { ...FLOW_OPTIONS, start: null, round: true });
    expect(found.map((flow) => flow.payments)).toEqual([[0, 1, 2]]);
    expect(found[0]).toMatchObject({ accounts: [0, 1, 2, 0], carried: 8500, lasted: 2 * DAY });
    expect(flows(payments, { ...FLOW_OPTIONS, start: new Set([4]), round: true }).flows).toEqual([]);
  });
});

describe('patterns', () => {
  it('find sums that stay under a limit and together go beyond it', () => {
    const rows: [number, number, number, number][] = [[1, 0, 1, 4000], [2, 0, 3, 9000], [3, 0, 5, 9500], [4, 0, 6, 12_000], [5, 0, 8, 9900], [1, 0, 60, 9000], [2, 0, 61, 800]];
    const [found, ...rest] = structuring(made(6, rows));
    expect(found).toEqual({ account: 0, side: 'in', payments: [1, 2, 4], sum: 28_400, others: 3 });
    expect(rest).toEqual([]);
    expect(structuring(made(6, rows), { limit: 10_000, from: 0.3, within: 10 * DAY, least: 3 })[0]!.payments).toEqual([0, 1, 2, 4]);
  });

  it('find where much comes together and how much went on', () => {
    const rows: [number, number, number, number][] = [...[1, 2, 3, 4, 5].map((giver) => [giver, 0, giver, 100] as [number, number, number, number]), [6, 0, 90, 100], [0, 7, 9, 400]];
    const found = fans(made(8, rows));
    expect(found).toEqual([{ account: 0, side: 'in', others: 5, payments: [0, 1, 2, 3, 4], sum: 500, passed: 0.8 }]);
  });
});

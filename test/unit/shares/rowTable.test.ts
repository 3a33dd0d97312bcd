import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, RowTable } from '../../../electron/case/versions/rowTable';

type Row = readonly [key: string | null, rest: string];

function tableOf(rows: readonly Row[]): RowTable {
  const table = new RowTable(1);
  rows.forEach(([key, rest], at) => table.add(at + 2, `${key};${rest}`, [key]));
  return table;
}

test('every row of both tables is counted once, equal rows are paired as often as they stand in both, and only lone keys change', () => {
  const row = fc.tuple(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), fc.constantFrom('1', '2'));
  fc.assert(fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), fc.boolean(), (before, now, keyed) => {
    const { same, changed, added, gone } = differenceOf(tableOf(before), tableOf(now), keyed ? 0 : null);
    const sorted = (rows: Iterable<number>): number[] => [...rows].toSorted((a, b) => a - b);
    expect(sorted([...same.before, ...changed.before, ...gone])).toEqual(before.map((_, at) => at + 2));
    expect(sorted([...same.now, ...changed.now, ...added])).toEqual(now.map((_, at) => at + 2));
    const textAt = (rows: readonly Row[], number: number): string => JSON.stringify(rows[number - 2]);
    same.now.forEach((number, at) => expect(textAt(now, number)).toBe(textAt(before, same.before[at] ?? 0)));
    const times = (rows: readonly Row[], text: string): number => rows.filter((each) => JSON.stringify(each) === text).length;
    for (const text of new Set(before.map((each) => JSON.stringify(each)))) expect([...same.now].filter((number) => textAt(now, number) === text)).toHaveLength(Math.min(times(before, text), times(now, text)));
    changed.now.forEach((number, at) => {
      const [key] = now[number - 2] ?? [null];
      expect(key).not.toBeNull();
      expect((before[(changed.before[at] ?? 0) - 2] ?? [null])[0]).toBe(key);
      expect([...added, ...gone].length === 0 || ![...added].some((each) => now[each - 2]?.[0] === key)).toBe(true);
    });
    if (!keyed) expect(changed.now).toHaveLength(0);
    for (const rows of [same.now, changed.now, added, gone]) expect([...rows]).toEqual(sorted(rows));
  }), { numRuns: 1000 });
});

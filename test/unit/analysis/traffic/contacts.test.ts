import { describe, expect, it } from 'vitest';
import { changedContacts, commonContacts, contactsOf, contactsOfParty } from '../../../../shared/analysis/traffic/contacts';
import { inOrderOfTime, type Happenings } from '../../../../shared/analysis/traffic/happenings';
import { replacements } from '../../../../shared/analysis/traffic/replacements';
import { numbers } from '../network/random';

const DAY = 86_400_000;
const happenings = (parties: number, rows: readonly (readonly [from: number, to: number, day: number])[]): Happenings => ({
  parties, from: Uint32Array.from(rows, ([a]) => a), to: Uint32Array.from(rows, ([, b]) => b), start: Float64Array.from(rows, ([, , day]) => day * DAY), end: new Float64Array(rows.length).fill(Number.NaN),
});

describe('contacts', () => {
  it('are as reckoned one by one', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const next = numbers(seed);
      const rows = Array.from({ length: 200 }, () => [Math.floor(next() * 12), Math.floor(next() * 12), next() < 0.1 ? Number.NaN : Math.floor(next() * 50)] as const);
      const contacts = contactsOf(happenings(12, rows));
      for (let v = 0; v < 12; v += 1) {
        for (const { other, count, out, first, last } of contactsOfParty(contacts, v)) {
          const between = rows.filter(([a, b]) => (a === v && b === other) || (b === v && a === other));
          const days = between.map(([, , day]) => day * DAY).filter((each) => !Number.isNaN(each));
          expect([count, out]).toEqual([between.length, between.filter(([a]) => a === v).length]);
          expect([first, last]).toEqual(days.length === 0 ? [Number.NaN, Number.NaN] : [Math.min(...days), Math.max(...days)]);
          expect(other).not.toBe(v);
        }
        expect(contactsOfParty(contacts, v).reduce((sum, { count }) => sum + count, 0)).toBe(rows.filter(([a, b]) => a !== b && (a === v || b === v)).length);
      }
    }
  });

  it('that several have in common stand in a matrix', () => {
    const contacts = contactsOf(happenings(5, [[0, 3, 1], [0, 3, 2], [3, 1, 4], [2, 3, 5], [0, 4, 1], [1, 4, 2]]));
    const found = commonContacts(contacts, [0, 1, 2]);
    expect(found.map(({ other, shared }) => [other, shared])).toEqual([[3, 3], [4, 2]]);
    expect(found[0]!.by.map((each) => each?.count)).toEqual([2, 1, 1]);
    expect(found[1]!.by[2]).toBeNull();
  });

  it('appear and drop between two periods', () => {
    const all = happenings(5, [[0, 1, 1], [0, 2, 2], [2, 0, 11], [0, 3, 12], [0, 4, Number.NaN]]);
    const changed = changedContacts(contactsOf(all, { from: 0, until: 10 * DAY }), contactsOf(all, { from: 10 * DAY, until: 20 * DAY }), 0);
    expect(changed.appeared.map(({ other }) => other)).toEqual([3]);
    expect(changed.dropped.map(({ other }) => other)).toEqual([1]);
    expect(changed.kept.map(({ other }) => other)).toEqual([2]);
  });

  it('stand in the order of time, without what has none', () => {
    expect([...inOrderOfTime(happenings(2, [[0, 1, 5], [0, 1, Number.NaN], [0, 1, 2], [0, 1, 5]]))]).toEqual([2, 0, 3]);
  });
});

describe('replacements', () => {
  it('find the phone that takes over another’s contacts the day it falls silent, before those that share only a pizza', () => {
    const next = numbers(5);
    const rows: [number, number, number][] = [];
    // 0 is used until day 40 and 1 from day 42 on, with friends 10 to 15; 2 goes on beside; 50 is known to all.
    for (let day = 0; day < 80; day += 1) {
      const own = day <= 40 ? 0 : day >= 42 ? 1 : null;
      if (own !== null) rows.push([own, 10 + Math.floor(next() * 6), day + 0.3]);
      rows.push([2, 16 + Math.floor(next() * 6), day + 0.5]);
      rows.push([3 + (day % 7), 50, day + 0.6], [own ?? 2, 50, day + 0.7]);
    }
    const [best, ...rest] = replacements(contactsOf(happenings(60, rows)));
    expect(best).toMatchObject({ old: 0, next: 1 });
    expect(best!.shared.slice(0, 6).toSorted((a, b) => a - b)).toEqual([10, 11, 12, 13, 14, 15]);
    expect(best!.score).toBeGreaterThan(0.9);
    for (const other of rest) expect(other.score).toBeLessThan(best!.score);
  });

  it('never propose two that deal with each other, or that were used side by side', () => {
    const both = [[0, 10, 1], [0, 11, 2], [0, 12, 3], [1, 10, 4], [1, 11, 5], [1, 12, 6]] as const;
    const of = (rows: readonly (readonly [number, number, number])[]): number => replacements(contactsOf(happenings(20, rows))).filter(({ old, next }) => old + next === 1).length;
    expect(of(both)).toBe(1);
    expect(of([...both, [0, 1, 3.5]])).toBe(0);
    expect(of([...both, [0, 12, 30], [1, 10, 40]])).toBe(0);
  });
});

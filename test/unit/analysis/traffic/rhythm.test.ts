import { describe, expect, it } from 'vitest';
import { BelgianTime, rhythmOf, type TimePart } from '../../../../shared/analysis/traffic/rhythm';
import { numbers } from '../network/random';

const HOUR = 3_600_000;
const PARTS = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23', weekday: 'short' });

/** As the system's own calendar tells it. */
function told(moment: number, part: TimePart): number {
  const parts = Object.fromEntries(PARTS.formatToParts(moment).map(({ type, value }) => [type, value]));
  if (part === 'weekday') return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday']!);
  return part === 'day' || part === 'month' ? Number(parts[part]) - 1 : Number(parts[part]);
}

describe('rhythm', () => {
  it('tells Belgian time as the system does, also in the hours that are left out and come twice', () => {
    const belgian = new BelgianTime();
    const next = numbers(7);
    const moments = [...Array.from({ length: 3000 }, () => Date.UTC(1997, 0, 1) + Math.floor(next() * 40 * 365 * 24) * HOUR), ...[2024, 2025, 2026].flatMap((year) => [Date.UTC(year, 2, 24), Date.UTC(year, 9, 24)].flatMap((start) => Array.from({ length: 24 * 9 }, (_, hour) => start + hour * HOUR)))];
    for (const moment of moments) expect(new Date(belgian.at(moment)).getUTCHours(), new Date(moment).toISOString()).toBe(told(moment, 'hour'));
  });

  it.each([['hour', 'weekday'], ['day', 'month'], ['hour', 'year'], ['weekday', 'month']] as const)('counts %s by %s as one by one', (down, across) => {
    const next = numbers(3);
    const moments = Float64Array.from({ length: 4000 }, () => (next() < 0.05 ? Number.NaN : Date.UTC(2019, 0, 1) + Math.floor(next() * 6 * 365 * 24 * HOUR)));
    const { rows, columns, counts, undated } = rhythmOf(moments, down, across, 'brussels');
    const plainly = new Map<string, number>();
    for (const moment of moments) if (!Number.isNaN(moment)) plainly.set(`${told(moment, down)} ${told(moment, across)}`, (plainly.get(`${told(moment, down)} ${told(moment, across)}`) ?? 0) + 1);
    rows.forEach((row, r) => columns.forEach((column, c) => expect(counts[r * columns.length + c]).toBe(plainly.get(`${row} ${column}`) ?? 0)));
    expect(counts.reduce((sum, each) => sum + each, 0) + undated).toBe(4000);
  });

  it('puts 1 January 1970 on a Thursday, before it too, and weeks from Monday to Sunday', () => {
    const day = 24 * HOUR;
    const { rows, columns, counts } = rhythmOf(Float64Array.of(0, -day, 4 * day, 10 * day, 11 * day), 'weekday', 'week', 'utc');
    const at = (weekday: number, week: number): number => counts[rows.indexOf(weekday) * columns.length + columns.indexOf(week)]!;
    expect([at(3, -1), at(2, -1), at(0, 0), at(6, 0), at(0, 1)]).toEqual([1, 1, 1, 1, 1]);
  });

  it('adds amounts up', () => {
    const moment = Date.UTC(2026, 4, 3, 10);
    const { counts } = rhythmOf(Float64Array.of(moment, moment), 'hour', 'weekday', 'utc', Float64Array.of(2.5, 4));
    expect(counts[10 * 7 + 6]).toBe(6.5);
  });
});

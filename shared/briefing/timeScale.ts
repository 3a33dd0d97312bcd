import { brusselsOffset, daysIn } from '../values/calendar';
import { LOCALES } from '../values/locale';
import type { Language } from '../values/kind';

const CANONICAL = /^~?(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** First and last millisecond that a canonical date leaves open: a year is all of it. Null for what is no date. */
export function stretchOf(v: string): { readonly from: number; readonly until: number } | null {
  const parts = CANONICAL.exec(v);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? '1'), Number(parts[3] ?? '1')];
  const [hour, minute, second] = [Number(parts[4] ?? '0'), Number(parts[5] ?? '0'), Number(parts[6] ?? '0')];
  const zone = parts[7];
  const offset = zone === undefined ? brusselsOffset(year, month, day, hour) : zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const from = Date.UTC(year, month - 1, day, hour, minute, second) - offset * MINUTE;
  const length = parts[2] === undefined ? (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) : parts[3] === undefined ? daysIn(year, month) * DAY : parts[4] === undefined ? DAY : 0;
  return { from, until: from + length };
}

/** A step between ticks: so many of a part of the calendar. */
interface Step {
  readonly part: 'year' | 'month' | 'day' | 'hour';
  readonly count: number;
  /** Milliseconds, about. */
  readonly length: number;
}

const STEPS: readonly Step[] = [
  ...[1, 3, 6, 12].map((count): Step => ({ part: 'hour', count, length: count * HOUR })),
  ...[1, 2, 7, 14].map((count): Step => ({ part: 'day', count, length: count * DAY })),
  ...[1, 3, 6].map((count): Step => ({ part: 'month', count, length: count * 30.4 * DAY })),
  ...[1, 2, 5, 10, 25, 50, 100, 250, 1000].map((count): Step => ({ part: 'year', count, length: count * 365.25 * DAY })),
];

/** Ticks that a line of time carries at most. */
const MOST_TICKS = 9;

/** A wall time in Brussels as milliseconds. */
const wall = (year: number, month: number, day: number, hour: number): number => Date.UTC(year, month, day, hour) - brusselsOffset(new Date(Date.UTC(year, month, day)).getUTCFullYear(), new Date(Date.UTC(year, month, day)).getUTCMonth() + 1, new Date(Date.UTC(year, month, day)).getUTCDate(), hour) * MINUTE;

const FORMATS: Readonly<Record<Step['part'], Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' }, month: { month: 'short', year: 'numeric' }, day: { day: 'numeric', month: 'short', year: 'numeric' }, hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
};

/** A stretch of time laid along a width of 1. */
export interface TimeScale {
  /** Share of the width, from 0 to 1; what lies outside is at its edge. */
  readonly at: (time: number) => number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** Lays out the time between two moments (milliseconds), with ticks at round dates of Belgian time, named in the language. */
export function timeScale(first: number, last: number, language: Language): TimeScale {
  // A single moment stands in the middle of its day.
  const margin = last > first ? (last - first) * 0.02 : DAY / 2;
  const [from, until] = [first - margin, last + margin];
  const at = (time: number): number => Math.min(1, Math.max(0, (time - from) / (until - from)));
  const step = STEPS.find(({ length }) => (until - from) / length <= MOST_TICKS) ?? STEPS.at(-1);
  if (step === undefined) return { at, ticks: [] };
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...FORMATS[step.part], timeZone: 'Europe/Brussels' });
  const ticks: { at: number; text: string }[] = [];
  const start = new Date(from);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  const base = step.part === 'year' ? Math.floor(year / step.count) * step.count : step.part === 'month' ? Math.floor(month / step.count) * step.count : start.getUTCDate();
  for (let n = -1; n < MOST_TICKS * 3; n += 1) {
    const time = step.part === 'year' ? wall(base + n * step.count, 0, 1, 0)
      : step.part === 'month' ? wall(year, base + n * step.count, 1, 0)
        : step.part === 'day' ? wall(year, month, base + n * step.count, 0)
          : wall(year, month, base, n * step.count);
    if (time > until) break;
    if (time >= from) ticks.push({ at: at(time), text: format.format(time) });
  }
  return { at, ticks };
}

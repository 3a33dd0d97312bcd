import { brusselsAhead } from '../../values/calendar';
import { startOfDay, type TimeRange } from './range';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A stretch of the calendar: `count` of a unit. Weeks begin on Monday; shifts are those of eight hours from six in the morning. */
export interface Stretch {
  readonly unit: 'second' | 'minute' | 'hour' | 'shift' | 'day' | 'week' | 'month' | 'year';
  readonly count: number;
}

/** Stretches that bars can stand for, the shortest first, with about how long each is (milliseconds). */
const STRETCHES: readonly (readonly [Stretch, number])[] = [
  [{ unit: 'second', count: 1 }, SECOND], [{ unit: 'second', count: 5 }, 5 * SECOND], [{ unit: 'second', count: 15 }, 15 * SECOND], [{ unit: 'minute', count: 1 }, MINUTE], [{ unit: 'minute', count: 5 }, 5 * MINUTE], [{ unit: 'minute', count: 15 }, 15 * MINUTE],
  [{ unit: 'hour', count: 1 }, HOUR], [{ unit: 'hour', count: 3 }, 3 * HOUR], [{ unit: 'hour', count: 6 }, 6 * HOUR], [{ unit: 'day', count: 1 }, DAY], [{ unit: 'week', count: 1 }, 7 * DAY], [{ unit: 'month', count: 1 }, 30.4 * DAY], [{ unit: 'month', count: 3 }, 91.3 * DAY],
  [{ unit: 'year', count: 1 }, 365.25 * DAY], [{ unit: 'year', count: 5 }, 5 * 365.25 * DAY], [{ unit: 'year', count: 10 }, 10 * 365.25 * DAY], [{ unit: 'year', count: 50 }, 50 * 365.25 * DAY], [{ unit: 'year', count: 100 }, 100 * 365.25 * DAY],
];

/** The shortest stretch of which no more than `most` make up the range. */
export function stretchFor({ from, until }: TimeRange, most: number): Stretch {
  const longest: Stretch = { unit: 'year', count: 1000 };
  return STRETCHES.find(([, length]) => (until - from) / length <= most)?.[0] ?? longest;
}

/** What a clock in Brussels shows at a moment. */
export function wallClock(moment: number): { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number; readonly second: number; readonly weekday: number } {
  const date = new Date(moment + brusselsAhead(moment) * MINUTE);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), weekday: (date.getUTCDay() + 6) % 7 };
}

const floorTo = (value: number, step: number): number => Math.floor(value / step) * step;

/** Length of the stretches that are the same whatever the calendar says; undefined for the others. */
const evenly: Partial<Record<Stretch['unit'], number>> = { second: SECOND, minute: MINUTE, hour: HOUR };

/** Begin of the stretch that holds a moment. */
export function beginOf(moment: number, { unit, count }: Stretch): number {
  const { year, month, day, weekday } = wallClock(moment);
  const length = evenly[unit];
  if (length !== undefined) {
    const midnight = startOfDay(year, month, day);
    return midnight + floorTo(moment - midnight, length * count);
  }
  if (unit === 'shift') return beginOfShift(moment);
  if (unit === 'day') return startOfDay(year, month, day);
  if (unit === 'week') return startOfDay(year, month, day - weekday);
  if (unit === 'month') return startOfDay(year, floorTo(month - 1, count) + 1, 1);
  return startOfDay(floorTo(year, count), 1, 1);
}

const SHIFT = 8;
const FIRST_SHIFT = 6;

/** A moment of the wall clock: hours beyond a day's end are on the next. */
function atHour(year: number, month: number, day: number, hour: number): number {
  const utc = Date.UTC(year, month - 1, day, hour);
  const guess = utc - brusselsAhead(utc) * MINUTE;
  return utc - brusselsAhead(guess) * MINUTE;
}

function beginOfShift(moment: number): number {
  const { year, month, day, hour } = wallClock(moment);
  const shift = Math.floor((hour - FIRST_SHIFT) / SHIFT);
  return atHour(year, month, day, FIRST_SHIFT + shift * SHIFT);
}

/** Begin of the stretch after the one that holds a moment. */
export function nextOf(moment: number, stretch: Stretch): number {
  const { unit, count } = stretch;
  const begin = beginOf(moment, stretch);
  const { year, month, day, hour } = wallClock(begin);
  const length = evenly[unit];
  // The last of a day ends with the day, also where clocks are put back or on.
  if (length !== undefined) return Math.min(begin + length * count, startOfDay(year, month, day + 1));
  if (unit === 'shift') return atHour(year, month, day, hour + SHIFT);
  if (unit === 'day') return startOfDay(year, month, day + count);
  if (unit === 'week') return startOfDay(year, month, day + 7 * count);
  if (unit === 'month') return startOfDay(year, month + count, 1);
  return startOfDay(year + count, 1, 1);
}

/** Most edges that are ever made: a bar is a pixel wide at least. */
const MOST = 4000;

/** Begins of all stretches that a range touches, and the end of the last. */
export function edgesOf({ from, until }: TimeRange, stretch: Stretch): Float64Array {
  const edges = [beginOf(from, stretch)];
  for (let at = edges[0]!; at < until && edges.length < MOST;) {
    at = nextOf(at, stretch);
    edges.push(at);
  }
  return Float64Array.from(edges);
}

/** Whichever begin of a stretch lies nearest to a moment. */
export function nearestBegin(moment: number, stretch: Stretch): number {
  const [begin, next] = [beginOf(moment, stretch), nextOf(moment, stretch)];
  return moment - begin <= next - moment ? begin : next;
}

/** Whole stretches on, or back where `by` is negative. */
export function movedBy(moment: number, stretch: Stretch, by: number): number {
  let at = moment;
  for (let step = 0; step < Math.abs(by); step += 1) at = by > 0 ? nextOf(at, stretch) : beginOf(beginOf(at, stretch) === at ? at - 1 : at, stretch);
  return at;
}

/** The calendar's stretch that is next in length, for the labels above others: months stand under years, hours under days. */
export function aboveOf({ unit }: Stretch): Stretch {
  if (unit === 'second' || unit === 'minute') return { unit: 'hour', count: 1 };
  if (unit === 'hour' || unit === 'shift') return { unit: 'day', count: 1 };
  if (unit === 'day' || unit === 'week') return { unit: 'month', count: 1 };
  return { unit: 'year', count: 1 };
}

import { brusselsAhead } from '../../values/calendar';

/** Parts of time that come back or go on; a matrix has one across and one down. */
export const TIME_PARTS = ['hour', 'weekday', 'day', 'month', 'year', 'week'] as const;
export type TimePart = (typeof TIME_PARTS)[number];
export type Zone = 'brussels' | 'utc';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Minutes that Belgian time is ahead of UTC, by hour since 1970: kept, since a million moments fall into few thousand hours. */
export class BelgianTime {
  private readonly known = new Map<number, number>();

  /** Belgian time at a moment, as if it were UTC; ms. */
  at(moment: number): number {
    const hour = Math.floor(moment / HOUR);
    let ahead = this.known.get(hour);
    if (ahead === undefined) {
      ahead = brusselsAhead(hour * HOUR);
      this.known.set(hour, ahead);
    }
    return moment + ahead * MINUTE;
  }
}

/** Monday first, as ISO weeks have it. */
const weekday = (wall: number): number => (Math.floor(wall / DAY) + 3) % 7;

function partOf(wall: number, part: TimePart): number {
  if (part === 'hour') return Math.floor((wall % DAY) / HOUR);
  if (part === 'weekday') return weekday(wall);
  const date = new Date(wall);
  if (part === 'day') return date.getUTCDate() - 1;
  if (part === 'month') return date.getUTCMonth();
  if (part === 'year') return date.getUTCFullYear();
  // Weeks by number since that of 5 January 1970, a Monday.
  return Math.floor((Math.floor(wall / DAY) - 4) / 7);
}

const LENGTHS: Readonly<Partial<Record<TimePart, number>>> = { hour: 24, weekday: 7, day: 31, month: 12 };

/** Counts by two parts of time. Cell of row r and column c: `counts[r * columns.length + c]`. */
export interface Rhythm {
  /** Values of each part: 0 to 23 for hours, 0 Monday to 6 Sunday, 0 to 30 for days, 0 to 11 for months, the year, or weeks since 1970. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly counts: Float64Array;
  /** Of how many moments there is no more than a day, a month or a year: they are in no cell of hours. */
  readonly undated: number;
}

/**
 * How much happens when: moments (ms since 1970, UTC; NaN where there is none) by two parts of time, in Belgian time or UTC. `weight` adds amounts up instead of counting.
 */
export function rhythmOf(moments: Float64Array, down: TimePart, across: TimePart, zone: Zone, weight?: Float64Array): Rhythm {
  const belgian = new BelgianTime();
  const size = moments.length;
  const [r, c] = [new Int32Array(size), new Int32Array(size)];
  const seen = { rows: new Set<number>(), columns: new Set<number>() };
  let undated = 0;
  for (let at = 0; at < size; at += 1) {
    const moment = moments[at]!;
    if (Number.isNaN(moment)) {
      undated += 1;
      r[at] = -1_000_000;
      continue;
    }
    const wall = zone === 'utc' ? moment : belgian.at(moment);
    const positive = wall >= 0 ? wall : wall + Math.ceil(-wall / (7 * DAY)) * 7 * DAY;
    r[at] = partOf(LENGTHS[down] === undefined || down === 'day' || down === 'month' ? wall : positive, down);
    c[at] = partOf(LENGTHS[across] === undefined || across === 'day' || across === 'month' ? wall : positive, across);
    seen.rows.add(r[at]!);
    seen.columns.add(c[at]!);
  }
  const scale = (part: TimePart, values: ReadonlySet<number>): number[] => {
    const length = LENGTHS[part];
    if (length !== undefined) return Array.from({ length }, (_, value) => value);
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
    return low > high ? [] : Array.from({ length: high - low + 1 }, (_, at) => low + at);
  };
  const [rows, columns] = [scale(down, seen.rows), scale(across, seen.columns)];
  const counts = new Float64Array(rows.length * columns.length);
  const [row0, column0] = [rows[0] ?? 0, columns[0] ?? 0];
  for (let at = 0; at < size; at += 1) if (r[at] !== -1_000_000) counts[(r[at]! - row0) * columns.length + (c[at]! - column0)]! += weight === undefined ? 1 : weight[at]!;
  return { rows, columns, counts, undated };
}

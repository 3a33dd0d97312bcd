import { rangeOf, type TimeRange } from './range';

/** Numbers that stand in `times` for each item. */
export const PER_ITEM = 4;

/**
 * When items were, four moments for each, one item after another: the earliest and the latest that it may have begun, the earliest and the latest that it may have ended
 * (milliseconds since 1970, UTC). Infinite where nothing says when; all NaN for what has no date.
 */
export type Times = Float64Array;

/**
 * Puts down when one item was. A happening (`happening`) without an end was at some moment of its date and ended with it; what lasts without one goes on.
 * What has only an end had begun by then.
 */
export function putTimes(times: Times, at: number, start: string | null, end: string | null, happening: boolean): void {
  const first = start === null ? null : rangeOf(start);
  const last = end === null ? null : rangeOf(end);
  const [begun, ended] = betweenRanges(first, last, happening);
  times.set([begun.from, begun.until, ended.from, ended.until], at * PER_ITEM);
}

const NEVER: TimeRange = { from: Number.NaN, until: Number.NaN };
const OPEN: TimeRange = { from: Infinity, until: Infinity };

function betweenRanges(first: TimeRange | null, last: TimeRange | null, happening: boolean): readonly [TimeRange, TimeRange] {
  if (first === null) return last === null ? [NEVER, NEVER] : [{ from: -Infinity, until: last.from }, last];
  if (last === null) return [first, happening ? first : OPEN];
  // An end before its beginning says nothing of how long it took.
  return last.until <= first.from ? [first, first] : [first, last];
}

export const isDated = (times: Times, at: number): boolean => !Number.isNaN(times[at * PER_ITEM]!);

/** How an item stands to a window: it was not then, it may have been, it surely was. An item surely was in a window that holds all moments that it may have been at. */
export const OUT = 0;
export const MAYBE = 1;
export const SURELY = 2;

/** How item `at` stands to the window; what has no date stands out. */
export function standing(times: Times, at: number, { from, until }: TimeRange): typeof OUT | typeof MAYBE | typeof SURELY {
  const i = at * PER_ITEM;
  const [earliest, begun, ending, latest] = [times[i]!, times[i + 1]!, times[i + 2]!, times[i + 3]!];
  if (!(earliest < until && latest > from)) return OUT;
  const through = begun < ending && begun < until && ending > from;
  return through || (earliest >= from && latest <= until) ? SURELY : MAYBE;
}

/** The first and last moments that anything is known to have begun or ended at; null where nothing has a date. */
export function extentOf(lists: readonly Times[]): TimeRange | null {
  let [from, until] = [Infinity, -Infinity];
  for (const times of lists) {
    for (let i = 0; i < times.length; i += 1) {
      const moment = times[i]!;
      if (!Number.isFinite(moment)) continue;
      if (moment < from) from = moment;
      if (moment > until) until = moment;
    }
  }
  return from > until ? null : { from, until };
}

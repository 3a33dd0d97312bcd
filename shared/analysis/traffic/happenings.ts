/**
 * Happenings between parties by index: calls, messages, payments. Moments are milliseconds since 1970, UTC; NaN where that is not known. What has no time takes part where time
 * is not asked.
 */
export interface Happenings {
  /** Number of parties. */
  readonly parties: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly start: Float64Array;
  /** NaN: a single moment. */
  readonly end: Float64Array;
}

/** From `from` on, and before `until`; infinite where open. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

export const isWithin = (moment: number, { from, until }: Period): boolean => moment >= from && moment < until;

/** Places of the happenings that have a time, the earliest first; of one moment in the order in which they were given. */
export function inOrderOfTime({ start }: Happenings): Uint32Array {
  let dated = 0;
  for (const moment of start) if (!Number.isNaN(moment)) dated += 1;
  const order = new Uint32Array(dated);
  let at = 0;
  start.forEach((moment, place) => {
    if (Number.isNaN(moment)) return;
    order[at] = place;
    at += 1;
  });
  return order.sort((a, b) => start[a]! - start[b]! || a - b);
}

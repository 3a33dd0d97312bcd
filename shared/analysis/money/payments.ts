import type { Happenings } from '../traffic/happenings';

/** Payments between accounts by index. `amount` in units of one currency, above 0; a reversed booking is below 0. */
export interface Payments extends Happenings {
  readonly amount: Float64Array;
}

/** What went in and out of one account. */
export interface Totals {
  readonly in: number;
  readonly out: number;
  /** in - out. */
  readonly net: number;
  readonly countIn: number;
  readonly countOut: number;
}

/** Totals of every account; of what goes from an account to itself nothing counts. */
export function totalsOf({ parties, from, to, amount }: Payments): Totals[] {
  const sums = Array.from({ length: parties }, () => ({ in: 0, out: 0, countIn: 0, countOut: 0 }));
  for (let at = 0; at < from.length; at += 1) {
    if (from[at] === to[at]) continue;
    const [giver, taker] = [sums[from[at]!]!, sums[to[at]!]!];
    giver.out += amount[at]!;
    giver.countOut += 1;
    taker.in += amount[at]!;
    taker.countIn += 1;
  }
  return sums.map((each) => ({ ...each, net: each.in - each.out }));
}

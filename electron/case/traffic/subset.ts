import { BelgianTime } from '../../../shared/analysis/traffic/rhythm';
import type { Happenings } from '../../../shared/analysis/traffic/happenings';
import type { Payments } from '../../../shared/analysis/money/payments';
import type { Chosen } from './chosen';
import type { Dealings, Money } from './dealings';

export const DAY = 86_400_000;

const picked = (list: Float64Array, places: Uint32Array): Float64Array => {
  const found = new Float64Array(places.length);
  for (let at = 0; at < places.length; at += 1) found[at] = list[places[at]!]!;
  return found;
};
const pickedWhole = (list: Uint32Array, places: Uint32Array): Uint32Array => {
  const found = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at += 1) found[at] = list[places[at]!]!;
  return found;
};

/** Where each begins, to the day: what has a day but no time begins with it. NaN for a month or a year. */
function days({ early, late }: Dealings): Float64Array {
  return early.map((begin, at) => (late[at]! - begin <= DAY ? begin : Number.NaN));
}

/** The chosen as happenings, by place among them. "exact": only what has a time has a moment; "day": what has a day begins with it. */
export function happeningsOf({ whole, places }: Chosen, precision: 'exact' | 'day'): Happenings {
  const start = precision === 'exact' ? whole.start : days(whole);
  // All of them: nothing to copy.
  if (places.length === whole.links.length) return { parties: whole.parties, from: whole.from, to: whole.to, start, end: whole.end };
  return { parties: whole.parties, from: pickedWhole(whole.from, places), to: pickedWhole(whole.to, places), start: picked(start, places), end: picked(whole.end, places) };
}

/** The same, of those alone in which some parties have a part. */
export function ofParties(chosen: Chosen, parties: readonly number[]): Chosen {
  const inside = new Uint8Array(chosen.whole.parties);
  for (const party of parties) inside[party] = 1;
  const { from, to } = chosen.whole;
  return { ...chosen, places: chosen.places.filter((at) => inside[from[at]!] === 1 || inside[to[at]!] === 1) };
}

/** Payments of one currency, by place among them; `places` leads to the whole. */
export interface OneCurrency extends Payments {
  readonly places: Uint32Array;
  readonly currency: { readonly code: string; readonly decimals: number };
  /** Some have no time: all begin with their day, in Belgian time, as if that were UTC. */
  readonly byDay: boolean;
  /** Whether the second may come after the first: within a day the times decide where both have one. */
  readonly follows: (first: number, second: number) => boolean;
}

/** The chosen payments, each currency by itself, the most frequent first; with `code` only that one. */
export function byCurrency({ whole, places }: Chosen<Money>, code: string | undefined): OneCurrency[] {
  const counts = new Uint32Array(whole.currencies.length);
  for (const at of places) if (whole.currency[at]! >= 0) counts[whole.currency[at]!]! += 1;
  return whole.currencies.map((currency, place) => ({ currency, place, count: counts[place]! }))
    .filter(({ currency, count }) => count > 0 && (code === undefined || currency.code === code))
    .sort((a, b) => b.count - a.count || (a.currency.code < b.currency.code ? -1 : 1))
    .map(({ currency, place }): OneCurrency => {
      const own = places.filter((at) => whole.currency[at] === place);
      const exact = picked(whole.start, own);
      const [early, late] = [picked(whole.early, own), picked(whole.late, own)];
      const byDay = early.some((begin, at) => !Number.isNaN(begin) && Number.isNaN(exact[at]!));
      const belgian = new BelgianTime();
      const start = byDay ? early.map((begin, at) => (late[at]! - begin <= DAY ? Math.floor(belgian.at(begin) / DAY) * DAY : Number.NaN)) : exact;
      return {
        parties: whole.parties, from: pickedWhole(whole.from, own), to: pickedWhole(whole.to, own), start, end: new Float64Array(own.length).fill(Number.NaN), amount: picked(whole.amount, own), places: own, currency, byDay,
        follows: (first, second) => !(exact[second]! < exact[first]!),
      };
    });
}

import { inOrderOfTime } from '../traffic/happenings';
import type { Payments } from './payments';

/** Sums that stay under a limit and together go beyond it. */
export interface Structuring {
  readonly account: number;
  /** in: paid into it; out: paid out of it. */
  readonly side: 'in' | 'out';
  /** Places of the payments, in the order of time. */
  readonly payments: readonly number[];
  readonly sum: number;
  /** From how many others, or to how many. */
  readonly others: number;
}

export interface StructuringOptions {
  /** The limit in the currency of the payments: 10,000 for what must be reported, 3,000 for cash. */
  readonly limit: number;
  /** Share of the limit from which a sum looks chosen: 0.5 counts 5,000 to 9,999. */
  readonly from: number;
  /** All within so long, ms. */
  readonly within: number;
  readonly least: number;
}
const DAY = 86_400_000;
export const STRUCTURING_OPTIONS: StructuringOptions = { limit: 10_000, from: 0.5, within: 10 * DAY, least: 3 };

/** Places of dated payments by account on one side, in the order of time. */
function byAccount(payments: Payments, side: 'in' | 'out', wanted: (at: number) => boolean): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const ends = side === 'in' ? payments.to : payments.from;
  for (const at of inOrderOfTime(payments)) {
    if (payments.from[at] === payments.to[at] || !wanted(at)) continue;
    const known = found.get(ends[at]!);
    if (known === undefined) found.set(ends[at]!, [at]);
    else known.push(at);
  }
  return found;
}

const othersOf = (payments: Payments, side: 'in' | 'out', list: readonly number[]): number => new Set(list.map((at) => (side === 'in' ? payments.from : payments.to)[at]!)).size;

/** Payments just under a limit that together exceed it within a time, by account and side; runs that touch are told as one. The largest sums first. */
export function structuring(payments: Payments, options: StructuringOptions = STRUCTURING_OPTIONS): Structuring[] {
  const { amount, start } = payments;
  const found: Structuring[] = [];
  for (const side of ['in', 'out'] as const) {
    for (const [account, list] of byAccount(payments, side, (at) => amount[at]! < options.limit && amount[at]! >= options.from * options.limit)) {
      let run: { low: number; high: number } | null = null;
      const tell = ({ low: begin, high: end }: { readonly low: number; readonly high: number }): void => {
        const together = list.slice(begin, end + 1);
        found.push({ account, side, payments: together, sum: together.reduce((total, at) => total + amount[at]!, 0), others: othersOf(payments, side, together) });
      };
      let low = 0;
      let sum = 0;
      for (let high = 0; high < list.length; high += 1) {
        sum += amount[list[high]!]!;
        while (start[list[high]!]! - start[list[low]!]! > options.within) {
          sum -= amount[list[low]!]!;
          low += 1;
        }
        if (high - low + 1 < options.least || sum <= options.limit) continue;
        if (run === null || run.high < low) {
          if (run !== null) tell(run);
          run = { low, high };
        } else run.high = high;
      }
      if (run !== null) tell(run);
    }
  }
  return found.sort((a, b) => b.sum - a.sum || a.account - b.account);
}

/** An account in which much comes together, or out of which much spreads. */
export interface Fan {
  readonly account: number;
  readonly side: 'in' | 'out';
  readonly others: number;
  readonly payments: readonly number[];
  readonly sum: number;
  /** How much of it went on, or had come, on the other side within the same time: 0 to 1. */
  readonly passed: number;
}

export interface FanOptions { readonly others: number; readonly within: number }
export const FAN_OPTIONS: FanOptions = { others: 5, within: 30 * DAY };

/** Fan-in and fan-out: the time in which most others pay into, or are paid from, an account; those with most others first. */
export function fans(payments: Payments, options: FanOptions = FAN_OPTIONS): Fan[] {
  const { amount, start } = payments;
  const positive = (at: number): boolean => amount[at]! > 0;
  const sides = { in: byAccount(payments, 'in', positive), out: byAccount(payments, 'out', positive) };
  const found: Fan[] = [];
  for (const side of ['in', 'out'] as const) {
    const ends = side === 'in' ? payments.from : payments.to;
    for (const [account, list] of sides[side]) {
      const counts = new Map<number, number>();
      let best: { readonly low: number; readonly high: number; readonly others: number } | null = null;
      let low = 0;
      list.forEach((at, high) => {
        counts.set(ends[at]!, (counts.get(ends[at]!) ?? 0) + 1);
        while (start[at]! - start[list[low]!]! > options.within) {
          const gone = ends[list[low]!]!;
          const left = (counts.get(gone) ?? 1) - 1;
          if (left === 0) counts.delete(gone);
          else counts.set(gone, left);
          low += 1;
        }
        if (best === null || counts.size > best.others) best = { low, high, others: counts.size };
      });
      const most = best as { readonly low: number; readonly high: number; readonly others: number } | null;
      if (most === null || most.others < options.others) continue;
      const window = list.slice(most.low, most.high + 1);
      const sum = window.reduce((total, at) => total + amount[at]!, 0);
      const [first, last] = [start[window[0]!]!, start[window.at(-1)!]!];
      const [from, until] = side === 'in' ? [first, last + options.within] : [first - options.within, last];
      const beyond = (sides[side === 'in' ? 'out' : 'in'].get(account) ?? []).filter((at) => start[at]! >= from && start[at]! <= until).reduce((total, at) => total + amount[at]!, 0);
      found.push({ account, side, others: most.others, payments: window, sum, passed: Math.min(1, beyond / sum) });
    }
  }
  return found.sort((a, b) => b.others - a.others || b.sum - a.sum || a.account - b.account);
}

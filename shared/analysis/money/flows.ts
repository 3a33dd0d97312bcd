import { inOrderOfTime } from '../traffic/happenings';
import type { Payments } from './payments';

/** Money that may have gone on: payments one after another, each out of the account into which the one before it went. */
export interface Flow {
  /** Places of the payments, in order. */
  readonly payments: readonly number[];
  readonly accounts: readonly number[];
  /** Most of the first payment that can have come to the end: what each step let through. */
  readonly carried: number;
  /** `carried` of the first payment: 0 to 1. */
  readonly share: number;
  /** From the first to the last, ms. */
  readonly lasted: number;
}

export interface FlowOptions {
  /** Accounts at most, first and last among them. */
  readonly accounts: number;
  /** Longest stay on one account, ms. */
  readonly stay: number;
  /** Flows that carry a smaller share of the first payment are not followed. */
  readonly share: number;
  /** Payments below this are not looked at. */
  readonly least: number;
  /** So many are given, those that carry most. */
  readonly most: number;
}
const DAY = 86_400_000;
export const FLOW_OPTIONS: FlowOptions = { accounts: 4, stay: 3 * DAY, share: 0.7, least: 0, most: 200 };
/** Ways that are looked at before the search ends with what it has: a market of small payments has millions. */
const MOST_STEPS = 5_000_000;

/**
 * Flows over several accounts within a time, those that carry most first. A step carries at most what it pays: of 9,000 that came and 8,500 that went on, 8,500 may be the
 * same money; nothing says that they are. With `round` only those that come back to the account where they began. `start`: accounts to begin at; null: all. `follows`: whether a payment may
 * come after another of the same moment or later. Longer flows
 * replace their own beginnings. `complete` false: the search was cut off.
 */
export function flows(payments: Payments, { start, round = false, follows, ...options }: FlowOptions & { readonly start: ReadonlySet<number> | null; readonly round?: boolean; readonly follows?: (first: number, second: number) => boolean }, watch: (done: number, total: number) => void = () => undefined): { readonly flows: Flow[]; readonly total: number; readonly complete: boolean } {
  const { parties, from, to, start: moment, amount } = payments;
  const order = inOrderOfTime(payments).filter((at) => from[at] !== to[at] && amount[at]! > 0 && amount[at]! >= options.least);
  const offset = new Uint32Array(parties + 1);
  for (const at of order) offset[from[at]! + 1]! += 1;
  for (let v = 0; v < parties; v += 1) offset[v + 1]! += offset[v]!;
  const next = offset.slice(0, parties);
  const out = new Uint32Array(order.length);
  for (const at of order) {
    out[next[from[at]!]!] = at;
    next[from[at]!]! += 1;
  }
  const found: Flow[] = [];
  let steps = 0;
  const follow = (path: number[], accounts: number[], carried: number): void => {
    const last = path.at(-1)!;
    const here = to[last]!;
    const first = path[0]!;
    let longer = false;
    if (accounts.length < options.accounts + (round ? 1 : 0) && steps < MOST_STEPS) {
      let [low, high] = [offset[here]!, offset[here + 1]!];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (moment[out[middle]!]! < moment[last]!) low = middle + 1;
        else high = middle;
      }
      for (let i = low; i < offset[here + 1]!; i += 1) {
        const at = out[i]!;
        steps += 1;
        if (moment[at]! - moment[last]! > options.stay || steps >= MOST_STEPS) break;
        const there = to[at]!;
        const through = Math.min(carried, amount[at]!);
        if (through < options.share * amount[first]! || path.includes(at) || follows?.(last, at) === false) continue;
        if (there === accounts[0]) {
          found.push(made([...path, at], [...accounts, there], through));
          longer = true;
          continue;
        }
        if (accounts.includes(there)) continue;
        longer = true;
        follow([...path, at], [...accounts, there], through);
      }
    }
    if (!longer && !round && path.length > 1) found.push(made(path, accounts, carried));
  };
  const made = (path: readonly number[], accounts: readonly number[], carried: number): Flow => ({ payments: path, accounts, carried, share: carried / amount[path[0]!]!, lasted: moment[path.at(-1)!]! - moment[path[0]!]! });
  order.forEach((at, done) => {
    if ((done & 1023) === 0) watch(done, order.length);
    if (start === null || start.has(from[at]!)) follow([at], [from[at]!, to[at]!], amount[at]!);
  });
  const wanted = round ? found.filter(({ accounts }) => accounts[0] === accounts.at(-1)) : found;
  return { flows: wanted.sort((a, b) => b.carried - a.carried || b.share - a.share || a.lasted - b.lasted || a.payments[0]! - b.payments[0]!).slice(0, options.most), total: wanted.length, complete: steps < MOST_STEPS };
}

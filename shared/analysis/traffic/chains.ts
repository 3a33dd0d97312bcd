import { inOrderOfTime, type Happenings } from './happenings';

/** A deals with B, and B soon after with C, again and again: word that is passed on. */
export interface Relay {
  readonly parties: readonly [from: number, over: number, to: number];
  readonly count: number;
  /** Share of what went from the first to the second that was followed so: 0 to 1. */
  readonly share: number;
  /** Places of the two happenings of each, the earliest first; of the first `kept` only. */
  readonly examples: readonly (readonly [first: number, second: number])[];
}

const KEPT = 50;

/** Happenings that each party begins, by time: those of v are `list[offset[v] … offset[v + 1]]`. */
function begunBy(happenings: Happenings, order: Uint32Array): { readonly offset: Uint32Array; readonly list: Uint32Array } {
  const { parties, from } = happenings;
  const offset = new Uint32Array(parties + 1);
  for (const at of order) offset[from[at]! + 1]! += 1;
  for (let v = 0; v < parties; v += 1) offset[v + 1]! += offset[v]!;
  const next = offset.slice(0, parties);
  const list = new Uint32Array(order.length);
  for (const at of order) {
    list[next[from[at]!]!] = at;
    next[from[at]!]! += 1;
  }
  return { offset, list };
}

/** First place in a stretch of a list whose happening begins at `moment` or later. */
function firstFrom({ start }: Happenings, list: Uint32Array, low: number, high: number, moment: number): number {
  let [a, b] = [low, high];
  while (a < b) {
    const middle = (a + b) >> 1;
    if (start[list[middle]!]! < moment) a = middle + 1;
    else b = middle;
  }
  return a;
}

/**
 * Chains over one party within `within` ms, those that occur at least `least` times, the most frequent first. Each first happening counts once for each third party. A long
 * call is over when it ends: the second must begin at or after that. `watch` is called between pieces of work and may throw.
 */
export function relays(happenings: Happenings, within: number, least = 3, watch: (done: number, total: number) => void = () => undefined): Relay[] {
  const { from, to, start, end } = happenings;
  const order = inOrderOfTime(happenings);
  const { offset, list } = begunBy(happenings, order);
  const found = new Map<string, { readonly parties: readonly [number, number, number]; count: number; readonly examples: (readonly [number, number])[] }>();
  const firsts = new Map<string, number>();
  order.forEach((at, done) => {
    if ((done & 4095) === 0) watch(done, order.length);
    const [a, b] = [from[at]!, to[at]!];
    if (a === b) return;
    const pair = `${a} ${b}`;
    firsts.set(pair, (firsts.get(pair) ?? 0) + 1);
    const over = Number.isNaN(end[at]!) ? start[at]! : end[at]!;
    const thirds = new Set<number>();
    for (let i = firstFrom(happenings, list, offset[b]!, offset[b + 1]!, over); i < offset[b + 1]!; i += 1) {
      const second = list[i]!;
      if (start[second]! > over + within) break;
      const c = to[second]!;
      if (c === a || c === b || second === at || thirds.has(c)) continue;
      thirds.add(c);
      const key = `${pair} ${c}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { parties: [a, b, c], count: 1, examples: [[at, second]] });
      else {
        known.count += 1;
        if (known.examples.length < KEPT) known.examples.push([at, second]);
      }
    }
  });
  return [...found.values()].filter(({ count }) => count >= least)
    .map(({ parties, count, examples }) => ({ parties, count, examples, share: count / firsts.get(`${parties[0]} ${parties[1]}`)! }))
    .sort((x, y) => y.count - x.count || y.share - x.share || x.parties[0] - y.parties[0] || x.parties[1] - y.parties[1] || x.parties[2] - y.parties[2]);
}

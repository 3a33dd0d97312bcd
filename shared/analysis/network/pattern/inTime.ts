import type { SoughtSequence } from './sought';

/** A link with the moment at which it begins. */
export interface Timed {
  readonly link: number;
  readonly at: number;
}

/** First place in a list by time whose moment is not before `least`. */
function firstFrom(list: readonly Timed[], least: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.at < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One link for each edge that the sequences name, so that all of them hold; null where there is none. `links` gives those of an edge by time, without what has no date.
 * No link serves two edges.
 */
export function inTime(sequences: readonly SoughtSequence[], links: (edge: number) => readonly Timed[]): ReadonlyMap<number, number> | null {
  // Those with the fewest links first: they leave the least to try.
  const edges = [...new Set(sequences.flatMap(({ first, second }) => [first, second]))].toSorted((a, b) => links(a).length - links(b).length || a - b);
  const chosen = new Map<number, Timed>();
  const choose = (at: number): boolean => {
    const edge = edges[at];
    if (edge === undefined) return true;
    let [from, until] = [-Infinity, Infinity];
    for (const { first, second, ordered, within } of sequences) {
      const other = chosen.get(first === edge ? second : second === edge ? first : -1);
      if (other === undefined || (first !== edge && second !== edge)) continue;
      from = Math.max(from, ordered && second === edge ? other.at : other.at - within);
      until = Math.min(until, ordered && first === edge ? other.at : other.at + within);
    }
    const list = links(edge);
    for (let i = firstFrom(list, from); i < list.length && list[i]!.at <= until; i += 1) {
      const each = list[i]!;
      if ([...chosen.values()].some(({ link }) => link === each.link)) continue;
      chosen.set(edge, each);
      if (choose(at + 1)) return true;
      chosen.delete(edge);
    }
    return false;
  };
  return choose(0) ? new Map([...chosen].map(([edge, { link }]) => [edge, link])) : null;
}

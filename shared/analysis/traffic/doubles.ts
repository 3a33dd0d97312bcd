import type { Happenings } from './happenings';

export interface DoubleOptions {
  /** Clocks of two operators differ, ms. */
  readonly apart: number;
  /** By how much lengths may differ, ms. */
  readonly length: number;
}
export const DOUBLE_OPTIONS: DoubleOptions = { apart: 5000, length: 3000 };

/**
 * Happenings that are probably one, told twice: by the operator of either end, or in two files. Same ends in the same order, nearly the same begin and length. Each group in the
 * order of time; places of happenings.
 */
export function doubles({ from, to, start, end }: Happenings, options: DoubleOptions = DOUBLE_OPTIONS): number[][] {
  const byPair = new Map<string, number[]>();
  for (let at = 0; at < from.length; at += 1) {
    if (Number.isNaN(start[at]!)) continue;
    const key = `${from[at]} ${to[at]}`;
    const known = byPair.get(key);
    if (known === undefined) byPair.set(key, [at]);
    else known.push(at);
  }
  const length = (at: number): number | null => (Number.isNaN(end[at]!) ? null : end[at]! - start[at]!);
  const alike = (a: number, b: number): boolean => {
    const [one, other] = [length(a), length(b)];
    return Math.abs(start[a]! - start[b]!) <= options.apart && (one === null || other === null || Math.abs(one - other) <= options.length);
  };
  const groups: number[][] = [];
  for (const list of byPair.values()) {
    if (list.length < 2) continue;
    list.sort((a, b) => start[a]! - start[b]! || a - b);
    let group = [list[0]!];
    for (const at of list.slice(1)) {
      if (alike(group[0]!, at)) group.push(at);
      else {
        if (group.length > 1) groups.push(group);
        group = [at];
      }
    }
    if (group.length > 1) groups.push(group);
  }
  return groups.sort((a, b) => start[a[0]!]! - start[b[0]!]! || a[0]! - b[0]!);
}

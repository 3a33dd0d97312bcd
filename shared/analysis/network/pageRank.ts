import type { Ties } from './ties';

const MOST_ROUNDS = 1000;

/**
 * PageRank by power iteration (Brin and Page 1998): where one ends who follows ties at random, in proportion to their weight, and with chance 1 - `damping` starts
 * anywhere anew. `out` and `back` are the ties along and against their direction. Nodes without ties lead anywhere. Sums to 1.
 */
export function pageRank(out: Ties, back: Ties, damping = 0.85, tolerance = 1e-12): Float64Array {
  const { n } = out;
  let rank = new Float64Array(n).fill(n === 0 ? 0 : 1 / n);
  let next = new Float64Array(n);
  const strength = new Float64Array(n);
  for (let v = 0; v < n; v += 1) for (let i = out.offset[v]!; i < out.offset[v + 1]!; i += 1) strength[v]! += out.weight[i]!;
  const given = new Float64Array(n);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let idle = 0;
    for (let v = 0; v < n; v += 1) {
      if (strength[v]! > 0) given[v] = rank[v]! / strength[v]!;
      else {
        given[v] = 0;
        idle += rank[v]!;
      }
    }
    const base = (1 - damping) / n + (damping * idle) / n;
    let change = 0;
    for (let v = 0; v < n; v += 1) {
      let sum = 0;
      if (back.plain) for (let i = back.offset[v]!, last = back.offset[v + 1]!; i < last; i += 1) sum += given[back.adjacent[i]!]!;
      else for (let i = back.offset[v]!, last = back.offset[v + 1]!; i < last; i += 1) sum += given[back.adjacent[i]!]! * back.weight[i]!;
      const value = base + damping * sum;
      change += Math.abs(value - rank[v]!);
      next[v] = value;
    }
    [rank, next] = [next, rank];
    if (change < tolerance) break;
  }
  return rank;
}

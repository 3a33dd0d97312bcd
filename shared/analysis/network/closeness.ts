import type { Watch } from './betweenness';
import { NearestFirst } from './heap';
import type { Ties } from './ties';

/** Sources that are followed at once, a bit each. */
const TOGETHER = 32;

/**
 * Harmonic closeness in steps: the sum of 1/distance to all others that a node reaches, over n - 1 (Marchiori and Latora 2000); unlike plain closeness it holds in
 * networks of several parts. 32 breadth-first searches at once in the bits of a number (Then et al., "The more the merrier", 2014).
 */
function bySteps({ n, offset, adjacent }: Ties, watch: Watch): Float64Array {
  const sums = new Float64Array(n);
  const seen = new Int32Array(n);
  const current = new Int32Array(n);
  const coming = new Int32Array(n);
  const front = new Uint32Array(n);
  const reached = new Uint32Array(n);
  for (let base = 0; base < n; base += TOGETHER) {
    const count = Math.min(TOGETHER, n - base);
    seen.fill(0);
    let width = 0;
    for (let bit = 0; bit < count; bit += 1) {
      seen[base + bit] = seen[base + bit]! | (1 << bit);
      current[base + bit] = 1 << bit;
      front[width] = base + bit;
      width += 1;
    }
    for (let distance = 1; width > 0; distance += 1) {
      let met = 0;
      for (let at = 0; at < width; at += 1) {
        const v = front[at]!;
        const bits = current[v]!;
        current[v] = 0;
        for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
          const u = adjacent[i]!;
          const fresh = bits & ~seen[u]!;
          if (fresh === 0) continue;
          if (coming[u] === 0) {
            reached[met] = u;
            met += 1;
          }
          coming[u] = coming[u]! | fresh;
        }
      }
      let next = 0;
      for (let at = 0; at < met; at += 1) {
        const u = reached[at]!;
        let fresh = coming[u]! & ~seen[u]!;
        coming[u] = 0;
        if (fresh === 0) continue;
        seen[u] = seen[u]! | fresh;
        current[u] = fresh;
        front[next] = u;
        next += 1;
        for (; fresh !== 0; fresh &= fresh - 1) {
          const bit = 31 - Math.clz32(fresh & -fresh);
          sums[base + bit]! += 1 / distance;
        }
      }
      width = next;
    }
    watch(base + count, n);
  }
  return sums;
}

function byLength(ties: Ties, watch: Watch): Float64Array {
  const { n, offset, adjacent, weight } = ties;
  const sums = new Float64Array(n);
  const heap = new NearestFirst(n);
  const distance = new Float64Array(n);
  const settled = new Int32Array(n).fill(-1);
  const known = new Int32Array(n).fill(-1);
  for (let source = 0; source < n; source += 1) {
    distance[source] = 0;
    known[source] = source;
    heap.put(source, 0);
    for (let v = heap.take(); v >= 0; v = heap.take()) {
      settled[v] = source;
      if (v !== source) sums[source]! += 1 / distance[v]!;
      for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
        const u = adjacent[i]!;
        const next = distance[v]! + weight[i]!;
        if (settled[u] === source || (known[u] === source && distance[u]! <= next)) continue;
        known[u] = source;
        distance[u] = next;
        heap.put(u, next);
      }
    }
    if ((source & 63) === 63) watch(source + 1, n);
  }
  return sums;
}

/** Harmonic closeness of every node along the ties, whose weights are lengths above 0. Between 0 and 1 where all lengths are at least 1. */
export function harmonicCloseness(ties: Ties, watch: Watch = () => undefined): Float64Array {
  const sums = ties.plain ? bySteps(ties, watch) : byLength(ties, watch);
  const others = Math.max(1, ties.n - 1);
  return sums.map((sum) => sum / others);
}

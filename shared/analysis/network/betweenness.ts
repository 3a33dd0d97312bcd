import { NearestFirst } from './heap';
import type { Ties } from './ties';

/** What a long measure calls between pieces of work with what is done of `total`; may throw to stop it. */
export type Watch = (done: number, total: number) => void;

export interface BetweennessOptions {
  /** Nodes from which paths are counted; null: from all, which is exact. */
  readonly sources: Uint32Array | null;
  /** Divide by the number of ordered pairs of others, (n - 1)(n - 2); else paths are counted, each way once in undirected networks. */
  readonly normalised: boolean;
  readonly directed: boolean;
}

const SAME = 1e-12;

/** One search from each source again and again without new memory for each, when every tie is one step. */
class StepPass {
  private readonly sigma: Float64Array;
  private readonly dependency: Float64Array;
  private readonly steps: Int32Array;
  private readonly order: Uint32Array;

  constructor(private readonly ties: Ties, private readonly back: Ties) {
    const { n } = ties;
    this.sigma = new Float64Array(n);
    this.dependency = new Float64Array(n);
    this.steps = new Int32Array(n).fill(-1);
    this.order = new Uint32Array(n);
  }

  /** Adds to `into` what the nodes between the source and all that it reaches depend on. */
  add(source: number, into: Float64Array): void {
    const { sigma, dependency, steps, order, ties: { offset, adjacent }, back } = this;
    let head = 0;
    let end = 1;
    order[0] = source;
    steps[source] = 0;
    sigma[source] = 1;
    while (head < end) {
      const v = order[head]!;
      head += 1;
      const next = steps[v]! + 1;
      const ways = sigma[v]!;
      for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
        const u = adjacent[i]!;
        const known = steps[u]!;
        if (known < 0) {
          steps[u] = next;
          sigma[u] = ways;
          order[end] = u;
          end += 1;
        } else if (known === next) sigma[u]! += ways;
      }
    }
    const { offset: starts, adjacent: before } = back;
    for (let k = end - 1; k > 0; k -= 1) {
      const w = order[k]!;
      const above = steps[w]! - 1;
      const share = (1 + dependency[w]!) / sigma[w]!;
      for (let i = starts[w]!, last = starts[w + 1]!; i < last; i += 1) {
        const v = before[i]!;
        if (steps[v] === above) dependency[v]! += sigma[v]! * share;
      }
      into[w]! += dependency[w]!;
    }
    for (let k = 0; k < end; k += 1) {
      const w = order[k]!;
      steps[w] = -1;
      dependency[w] = 0;
    }
  }
}

/** The same where ties have lengths. */
class LengthPass {
  private readonly sigma: Float64Array;
  private readonly dependency: Float64Array;
  private readonly distance: Float64Array;
  private readonly order: Uint32Array;
  private readonly heap: NearestFirst;
  private readonly settled: Uint8Array;

  constructor(private readonly ties: Ties, private readonly back: Ties) {
    const { n } = ties;
    this.sigma = new Float64Array(n);
    this.dependency = new Float64Array(n);
    this.distance = new Float64Array(n).fill(-1);
    this.order = new Uint32Array(n);
    this.heap = new NearestFirst(n);
    this.settled = new Uint8Array(n);
  }

  /** Counts shortest paths from a node; gives how many nodes it reaches, which stand in `order` by distance. */
  private reach(source: number): number {
    const { offset, adjacent, weight } = this.ties;
    const { sigma, distance, order, settled, heap } = this;
    let end = 0;
    distance[source] = 0;
    sigma[source] = 1;
    heap.put(source, 0);
    for (let v = heap.take(); v >= 0; v = heap.take()) {
      settled[v] = 1;
      order[end] = v;
      end += 1;
      for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
        const u = adjacent[i]!;
        if (settled[u] === 1) continue;
        const next = distance[v]! + weight[i]!;
        const known = distance[u]!;
        // Sums of the same lengths in another order differ in their last digits.
        if (known >= 0 && Math.abs(next - known) <= SAME * Math.max(1, next)) sigma[u]! += sigma[v]!;
        else if (known < 0 || next < known) {
          distance[u] = next;
          sigma[u] = sigma[v]!;
          heap.put(u, next);
        }
      }
    }
    return end;
  }

  /** Whether the tie from v to w, of this length, is the last of a shortest path to w. */
  private leads(v: number, w: number, length: number): boolean {
    const { distance } = this;
    return distance[v]! >= 0 && distance[v]! < distance[w]! && Math.abs(distance[v]! + length - distance[w]!) <= SAME * Math.max(1, distance[w]!);
  }

  add(source: number, into: Float64Array): void {
    const { sigma, dependency, order, distance, settled, back } = this;
    const reached = this.reach(source);
    for (let k = reached - 1; k > 0; k -= 1) {
      const w = order[k]!;
      const share = (1 + dependency[w]!) / sigma[w]!;
      for (let i = back.offset[w]!, last = back.offset[w + 1]!; i < last; i += 1) {
        const v = back.adjacent[i]!;
        if (this.leads(v, w, back.weight[i]!)) dependency[v]! += sigma[v]! * share;
      }
      into[w]! += dependency[w]!;
    }
    for (let k = 0; k < reached; k += 1) {
      const w = order[k]!;
      distance[w] = -1;
      sigma[w] = 0;
      dependency[w] = 0;
      settled[w] = 0;
    }
  }
}

/**
 * Betweenness: through how many shortest paths between others each node stands (U. Brandes, "A faster algorithm for betweenness centrality", 2001). Lengths are the weights
 * of the ties, which must be above 0. `back` are the same ties against their direction (the same object where there is none). With `sources` the rest is scaled up
 * (Brandes and Pich 2007): an estimate.
 */
export function betweenness(ties: Ties, back: Ties, { sources, normalised, directed }: BetweennessOptions, watch: Watch = () => undefined): Float64Array {
  const { n } = ties;
  const found = new Float64Array(n);
  const pass = ties.plain ? new StepPass(ties, back) : new LengthPass(ties, back);
  const count = sources === null ? n : sources.length;
  for (let at = 0; at < count; at += 1) {
    pass.add(sources === null ? at : sources[at]!, found);
    if ((at & 63) === 63) watch(at + 1, count);
  }
  const pairs = normalised ? (n > 2 ? 1 / ((n - 1) * (n - 2)) : 0) : directed ? 1 : 0.5;
  const factor = (count === 0 ? 0 : n / count) * pairs;
  for (let v = 0; v < n; v += 1) found[v]! *= factor;
  return found;
}

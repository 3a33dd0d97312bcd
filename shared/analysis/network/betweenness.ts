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

/** Scratch of one pass, so that a thousand passes need no new memory. */
class Pass {
  readonly sigma: Float64Array;
  readonly dependency: Float64Array;
  readonly distance: Float64Array;
  readonly order: Uint32Array;
  private readonly heap: NearestFirst | null;
  private readonly settled: Uint8Array;

  constructor(private readonly ties: Ties) {
    const { n, plain } = ties;
    this.sigma = new Float64Array(n);
    this.dependency = new Float64Array(n);
    this.distance = new Float64Array(n).fill(-1);
    this.order = new Uint32Array(n);
    this.heap = plain ? null : new NearestFirst(n);
    this.settled = new Uint8Array(plain ? 0 : n);
  }

  /** Counts shortest paths from a node; gives how many nodes it reaches, which stand in `order` by distance. */
  reach(source: number): number {
    return this.heap === null ? this.bySteps(source) : this.byLength(source, this.heap);
  }

  private bySteps(source: number): number {
    const { offset, adjacent } = this.ties;
    const { sigma, distance, order } = this;
    let head = 0;
    let end = 1;
    order[0] = source;
    distance[source] = 0;
    sigma[source] = 1;
    while (head < end) {
      const v = order[head]!;
      head += 1;
      const next = distance[v]! + 1;
      const ways = sigma[v]!;
      for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
        const u = adjacent[i]!;
        const known = distance[u]!;
        if (known < 0) {
          distance[u] = next;
          sigma[u] = ways;
          order[end] = u;
          end += 1;
        } else if (known === next) sigma[u]! += ways;
      }
    }
    return end;
  }

  private byLength(source: number, heap: NearestFirst): number {
    const { offset, adjacent, weight } = this.ties;
    const { sigma, distance, order, settled } = this;
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
    if (distance[v]! < 0) return false;
    return this.ties.plain ? distance[v]! === distance[w]! - 1 : distance[v]! < distance[w]! && Math.abs(distance[v]! + length - distance[w]!) <= SAME * Math.max(1, distance[w]!);
  }

  /** Adds what the nodes between the source and all that it reaches depend on; `back` are the ties against the direction. */
  gather(reached: number, back: Ties, into: Float64Array): void {
    const { sigma, dependency, order } = this;
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
      this.distance[w] = -1;
      sigma[w] = 0;
      dependency[w] = 0;
      if (this.settled.length > 0) this.settled[w] = 0;
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
  const pass = new Pass(ties);
  const count = sources === null ? n : sources.length;
  for (let at = 0; at < count; at += 1) {
    pass.gather(pass.reach(sources === null ? at : sources[at]!), back, found);
    if ((at & 63) === 63) watch(at + 1, count);
  }
  const pairs = normalised ? (n > 2 ? 1 / ((n - 1) * (n - 2)) : 0) : directed ? 1 : 0.5;
  const factor = (count === 0 ? 0 : n / count) * pairs;
  for (let v = 0; v < n; v += 1) found[v]! *= factor;
  return found;
}

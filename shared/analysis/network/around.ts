import type { Arcs } from './shortest';

/** Finds what lies around some nodes again and again without new memory for each: breadth first, nearest first. */
export class Around {
  private readonly seen: Uint32Array;
  private readonly reached: Uint32Array;
  private stamp = 0;

  constructor(private readonly arcs: Arcs) {
    this.seen = new Uint32Array(arcs.n);
    this.reached = new Uint32Array(arcs.n);
  }

  /**
   * Nodes up to so many steps from the start. `nodes` begins with the start; those at step s are `nodes[ends[s - 1] … ends[s]]`. The list is only good until the next search.
   */
  of(start: readonly number[], depth: number): { readonly nodes: Uint32Array; readonly ends: readonly number[] } {
    const { offset, adjacent } = this.arcs;
    const { seen, reached } = this;
    this.stamp += 1;
    const { stamp } = this;
    let end = 0;
    for (const v of start) {
      if (seen[v] === stamp) continue;
      seen[v] = stamp;
      reached[end] = v;
      end += 1;
    }
    const ends = [end];
    let head = 0;
    for (let step = 1; step <= depth && head < end; step += 1) {
      for (const last = end; head < last; head += 1) {
        const v = reached[head]!;
        for (let i = offset[v]!, stop = offset[v + 1]!; i < stop; i += 1) {
          const u = adjacent[i]!;
          if (seen[u] === stamp) continue;
          seen[u] = stamp;
          reached[end] = u;
          end += 1;
        }
      }
      ends.push(end);
    }
    return { nodes: reached.subarray(0, end), ends };
  }
}

import { NearestFirst } from './heap';
import type { Arcs, Barred } from './shortest';

/** What connects several nodes: those that stand between them and the links used; those that nothing connects stand apart. */
export interface Connection {
  readonly nodes: readonly number[];
  readonly links: readonly number[];
  /** Groups of the nodes asked for that are connected with one another, the largest first; one group: all are connected. */
  readonly groups: readonly (readonly number[])[];
}

/**
 * A small network that connects `terminals`: at most twice as long as the shortest there is (K. Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs",
 * 1988). `lengthOf` gives the length of a link, above 0: weak evidence may be made long. Arcs must lead both ways.
 */
export function connecting({ n, offset, adjacent, link }: Arcs, terminals: readonly number[], lengthOf: (link: number) => number, { nodes, links }: Barred = {}): Connection {
  const asked = [...new Set(terminals)];
  const owner = new Int32Array(n).fill(-1);
  const distance = new Float64Array(n).fill(Infinity);
  const before = new Int32Array(n).fill(-1);
  const by = new Int32Array(n).fill(-1);
  const settled = new Uint8Array(n);
  const heap = new NearestFirst(n);
  asked.forEach((node, at) => {
    owner[node] = at;
    distance[node] = 0;
    heap.put(node, 0);
  });
  const isAsked = new Uint8Array(n);
  for (const node of asked) isAsked[node] = 1;
  /** Every node to the terminal that is nearest to it. */
  for (let v = heap.take(); v >= 0; v = heap.take()) {
    settled[v] = 1;
    for (let i = offset[v]!; i < offset[v + 1]!; i += 1) {
      const u = adjacent[i]!;
      if (settled[u] === 1 || links?.[link[i]!] === 1 || (isAsked[u] === 0 && nodes?.[u] === 1)) continue;
      const next = distance[v]! + lengthOf(link[i]!);
      if (next >= distance[u]!) continue;
      distance[u] = next;
      owner[u] = owner[v]!;
      before[u] = v;
      by[u] = link[i]!;
      heap.put(u, next);
    }
  }
  /** Bridges between the realms of two terminals, the shortest first; each joins two groups or is passed over. */
  const bridges: { readonly from: number; readonly to: number; readonly link: number; readonly length: number }[] = [];
  for (let v = 0; v < n; v += 1) {
    if (owner[v]! < 0) continue;
    for (let i = offset[v]!; i < offset[v + 1]!; i += 1) {
      const u = adjacent[i]!;
      if (u <= v || owner[u]! < 0 || owner[u] === owner[v] || links?.[link[i]!] === 1) continue;
      bridges.push({ from: v, to: u, link: link[i]!, length: distance[v]! + lengthOf(link[i]!) + distance[u]! });
    }
  }
  bridges.sort((a, b) => a.length - b.length || a.link - b.link);
  const above = asked.map((_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (above[top] !== top) top = above[top]!;
    return top;
  };
  const kept = new Set<number>(asked);
  const used = new Set<number>();
  const walk = (start: number): void => {
    for (let v = start; v >= 0 && by[v]! >= 0; v = before[v]!) {
      kept.add(v);
      used.add(by[v]!);
    }
  };
  for (const bridge of bridges) {
    const [a, b] = [find(owner[bridge.from]!), find(owner[bridge.to]!)];
    if (a === b) continue;
    above[Math.max(a, b)] = Math.min(a, b);
    used.add(bridge.link);
    kept.add(bridge.from);
    kept.add(bridge.to);
    walk(bridge.from);
    walk(bridge.to);
  }
  const groups = new Map<number, number[]>();
  asked.forEach((node, at) => groups.set(find(at), [...(groups.get(find(at)) ?? []), node]));
  return { nodes: [...kept].sort((a, b) => a - b), links: [...used].sort((a, b) => a - b), groups: [...groups.values()].toSorted((a, b) => b.length - a.length) };
}

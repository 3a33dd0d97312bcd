import { adjacencyOf, chartOf, ITEM_HEIGHT, ITEM_WIDTH, type LayoutGraph } from './graph';
import { centredPart, type Part } from './part';
import { ringPlaces, ringRadius } from './ring';

/** Members in an order in which those that are linked stand near one another: a walk along the lines, most linked first. */
function walked({ n, from, to, order }: LayoutGraph): number[] {
  const adjacency = adjacencyOf(n, from, to);
  const degree = (v: number): number => adjacency.offset[v + 1]! - adjacency.offset[v]!;
  const seen = new Uint8Array(n);
  const found: number[] = [];
  const starts = [...Array(n).keys()].sort((a, b) => degree(b) - degree(a) || order[a]! - order[b]!);
  for (const start of starts) {
    const waiting = [start];
    while (waiting.length > 0) {
      const v = waiting.pop()!;
      if (seen[v]) continue;
      seen[v] = 1;
      found.push(v);
      waiting.push(...[...adjacency.adjacent.subarray(adjacency.offset[v]!, adjacency.offset[v + 1]!)].filter((u) => !seen[u]).sort((a, b) => degree(b) - degree(a) || order[b]! - order[a]!));
    }
  }
  return found;
}

/** Some items on a circle of their own, linked ones near one another. */
export function ringPart(graph: LayoutGraph, members: Uint32Array): Part {
  const own = chartOf(graph, members);
  const widest = own.rooms ? Math.max(1, ...own.rooms.width.map((width, v) => Math.max(width / ITEM_WIDTH, own.rooms!.height[v]! / ITEM_HEIGHT))) : 1;
  const x = new Float64Array(own.n);
  const y = new Float64Array(own.n);
  const ring = walked(own);
  ringPlaces(own.n, ringRadius(own.n) * widest).forEach((place, i) => {
    x[ring[i]!] = place.x;
    y[ring[i]!] = place.y;
  });
  return centredPart(members, x, y, own.rooms);
}

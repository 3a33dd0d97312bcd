import { middleOf } from './align';
import type { LayoutGraph, Places } from './graph';
import { settle } from './settle';

/**
 * The last step of every layout: the free items come where the free items were before, none on top of another, and
 * fixed items are exactly where they were.
 */
export function finish(graph: LayoutGraph, x: Float64Array, y: Float64Array): Places {
  const { n, fixed } = graph;
  const free = (v: number): boolean => fixed[v] === 0;
  const before = middleOf(graph.x, graph.y, free);
  const now = middleOf(x, y, free);
  for (let v = 0; v < n; v++) {
    x[v] = fixed[v] ? graph.x[v]! : x[v]! + before.x - now.x;
    y[v] = fixed[v] ? graph.y[v]! : y[v]! + before.y - now.y;
  }
  settle(graph, x, y);
  return { x, y };
}

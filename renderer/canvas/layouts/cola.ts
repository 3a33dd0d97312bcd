import { Layout } from 'webcola';
import { finish } from '../../../shared/analysis/layout/finish';
import { adjacencyOf, ITEM_HEIGHT, ITEM_WIDTH, type Arrange } from '../../../shared/analysis/layout/graph';
import { standard } from '../../../shared/analysis/layout/standard';

/** Beyond this many free items WebCola takes minutes; the standard layout does as well there. */
export const COLA_LIMIT = 150;
const LENGTH = 165;
/** Milliseconds after which it stops wherever it is. */
const TIME = 2000;

/** WebCola that runs until it has converged or its time is over; its own loop knows no clock. */
class TimedLayout extends Layout {
  private readonly end: number;

  constructor(milliseconds: number) {
    super();
    this.end = performance.now() + milliseconds;
  }

  protected override kick(): void {
    while (performance.now() < this.end && !this.tick());
  }
}

/** Rearranges gently from where things are, never on top of one another, round what is fixed. Small charts and selections. */
export const cola: Arrange = (graph) => {
  const free = graph.fixed.reduce((count, fixed) => count + (fixed ? 0 : 1), 0);
  if (free > COLA_LIMIT || graph.n > COLA_LIMIT * 4) return standard(graph);
  // Untouched items lie in one point or in rows; cola starts better from a drawing that is already sound.
  const start = free === graph.n ? standard(graph) : { x: graph.x, y: graph.y };
  const nodes = Array.from({ length: graph.n }, (_, v) => ({ x: start.x[v]!, y: start.y[v]!, width: ITEM_WIDTH, height: ITEM_HEIGHT, fixed: graph.fixed[v] ? 1 : 0 }));
  const adjacency = adjacencyOf(graph.n, graph.from, graph.to);
  const links: { source: number; target: number }[] = [];
  for (let v = 0; v < graph.n; v++) {
    for (let i = adjacency.offset[v]!; i < adjacency.offset[v + 1]!; i++) if (adjacency.adjacent[i]! > v) links.push({ source: v, target: adjacency.adjacent[i]! });
  }
  new TimedLayout(TIME).nodes(nodes).links(links).linkDistance(LENGTH).avoidOverlaps(true).handleDisconnected(false).convergenceThreshold(0.01).start(0, 0, 10, 0, true, false);
  return finish(graph, Float64Array.from(nodes, (node) => node.x), Float64Array.from(nodes, (node) => node.y));
};

import { Layout, stronglyConnectedComponents } from 'webcola';
import { finish } from '../../../shared/analysis/layout/finish';
import { adjacencyOf, ITEM_HEIGHT, ITEM_WIDTH, type Arrange, type LayoutGraph } from '../../../shared/analysis/layout/graph';
import { standard } from '../../../shared/analysis/layout/standard';

/** Beyond this many free items WebCola takes minutes; the standard layout does as well there. */
export const COLA_LIMIT = 150;
const LENGTH = 165;
/** How far a directed line leads its way at least, chart units. */
const AHEAD = { right: ITEM_WIDTH * 1.15, down: ITEM_HEIGHT * 1.6 } as const;
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

/** Items of a row on one line. */
const rowConstraints = ({ rows = [] }: LayoutGraph): unknown[] => rows.map(({ way, members }) => ({ type: 'alignment', axis: way === 'row' ? 'y' : 'x', offsets: [...members].map((node) => ({ node, offset: 0 })) }));

/** Directed lines lead the way that is wished, but within a circle of them, where not all can, and between items that one row keeps beside one another. */
function flowConstraints({ n, from, to, directed, pointing, rows = [], fixed }: LayoutGraph): unknown[] {
  if (pointing === undefined) return [];
  const axis = pointing === 'right' ? 'x' : 'y';
  const lines = [...from.keys()].filter((line) => directed[line] && from[line] !== to[line]).map((line) => ({ source: from[line]!, target: to[line]! }));
  const circle = new Int32Array(n);
  stronglyConnectedComponents(n, lines, { getSourceIndex: ({ source }) => source, getTargetIndex: ({ target }) => target }).forEach((members, i) => {
    for (const v of members) circle[v] = i;
  });
  const across = rows.filter(({ way }) => (way === 'row') === (axis === 'y'));
  const inOneRow = (a: number, b: number): boolean => across.some(({ members }) => members.includes(a) && members.includes(b));
  return lines.filter(({ source, target }) => circle[source] !== circle[target] && !inOneRow(source, target) && !(fixed[source] && fixed[target]))
    .map(({ source, target }) => ({ axis, left: source, right: target, gap: AHEAD[pointing] }));
}

/**
 * Rearranges gently from where things are, never on top of one another, round what is pinned, with kept rows and columns on their lines and directed lines pointing
 * the way that the chart wants. Small charts and selections.
 */
export const cola: Arrange = (graph) => {
  const free = graph.fixed.reduce((count, fixed) => count + (fixed ? 0 : 1), 0);
  if (free > COLA_LIMIT || graph.n > COLA_LIMIT * 4) return standard(graph);
  // Untouched items lie in one point or in rows; cola starts better from a drawing that is already sound.
  const start = free === graph.n ? standard(graph) : { x: graph.x, y: graph.y };
  const nodes = Array.from({ length: graph.n }, (_, v) => ({ x: start.x[v]!, y: start.y[v]!, width: graph.rooms?.width[v] ?? ITEM_WIDTH, height: graph.rooms?.height[v] ?? ITEM_HEIGHT, fixed: graph.fixed[v] ? 1 : 0 }));
  const adjacency = adjacencyOf(graph.n, graph.from, graph.to);
  const links: { source: number; target: number }[] = [];
  for (let v = 0; v < graph.n; v++) {
    for (let i = adjacency.offset[v]!; i < adjacency.offset[v + 1]!; i++) if (adjacency.adjacent[i]! > v) links.push({ source: v, target: adjacency.adjacent[i]! });
  }
  const constraints = [...rowConstraints(graph), ...flowConstraints(graph)];
  const layout = new TimedLayout(TIME).nodes(nodes).links(links).linkDistance(LENGTH).avoidOverlaps(true).handleDisconnected(false).convergenceThreshold(0.01);
  if (constraints.length > 0) layout.constraints(constraints);
  layout.start(0, constraints.length > 0 ? 10 : 0, 10, 0, true, false);
  return finish(graph, Float64Array.from(nodes, (node) => node.x), Float64Array.from(nodes, (node) => node.y));
};

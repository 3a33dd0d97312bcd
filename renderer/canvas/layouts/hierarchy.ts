import cytoscape from 'cytoscape';
import dagre from 'cytoscape-dagre';
import { middleOf } from '../../../shared/analysis/layout/align';
import { packAround } from '../../../shared/analysis/layout/packing';
import { finish } from '../../../shared/analysis/layout/finish';
import { adjacencyOf, componentsOf, degreeOf, ITEM_HEIGHT, ITEM_WIDTH, stepsFrom, type Arrange, type LayoutGraph } from '../../../shared/analysis/layout/graph';

cytoscape.use(dagre);

/** Network simplex grows with the square; above this the longest-path ranking is good enough. */
const FINE_RANKING = 400;

/**
 * Steps below the top of each part. The top is the item with most neighbours; it gives a direction to lines that have none.
 */
function levels(graph: LayoutGraph): Int32Array {
  const adjacency = adjacencyOf(graph.n, graph.from, graph.to);
  const level = new Int32Array(graph.n);
  const steps = new Int32Array(graph.n);
  const queue = new Uint32Array(graph.n);
  for (const members of componentsOf(adjacency)) {
    if (members.length === 1) continue;
    let top = members[0]!;
    for (const v of members) if (degreeOf(adjacency, v) > degreeOf(adjacency, top)) top = v;
    stepsFrom(adjacency, top, steps, queue);
    for (const v of members) level[v] = steps[v]!;
  }
  return level;
}

/** Items in layers, directed lines downwards, or to the right where the chart wants that, as far as circles allow. */
export const hierarchy: Arrange = (graph) => {
  const level = levels(graph);
  const seen = new Set<string>();
  const edges: cytoscape.ElementDefinition[] = [];
  graph.from.forEach((from, i) => {
    const to = graph.to[i]!;
    const down = graph.directed[i] || level[from]! <= level[to]!;
    const [source, target] = down ? [from, to] : [to, from];
    const key = `${source}>${target}`;
    if (source === target || seen.has(key) || seen.has(`${target}>${source}`)) return;
    seen.add(key);
    edges.push({ data: { id: `line${i}`, source: String(source), target: String(target) } });
  });
  const linked = new Set(edges.flatMap((edge) => [String(edge.data['source']), String(edge.data['target'])]));
  const drawing = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } }],
    elements: [...[...linked].map((id) => ({ data: { id, width: graph.rooms?.width[Number(id)] ?? ITEM_WIDTH, height: graph.rooms?.height[Number(id)] ?? ITEM_HEIGHT } })), ...edges],
  });
  const x = graph.x.slice();
  const y = graph.y.slice();
  if (linked.size > 0) {
    drawing.layout({ name: 'dagre', fit: false, animate: false, ...(graph.pointing === 'right' ? { rankDir: 'LR', nodeSep: 8, edgeSep: 6, rankSep: 60 } : { rankDir: 'TB', nodeSep: 12, edgeSep: 6, rankSep: 74 }), acyclicer: 'greedy', ranker: linked.size > FINE_RANKING ? 'longest-path' : 'network-simplex' } as cytoscape.LayoutOptions).run();
  }
  drawing.nodes().forEach((node) => {
    const place = node.position();
    x[Number(node.id())] = place.x;
    y[Number(node.id())] = place.y;
  });
  drawing.destroy();
  packParts(graph, x, y);
  return finish(graph, x, y);
};

/** Dagre sets all parts in one row; they are packed with the widest in the middle, items without lines in rows. */
function packParts(graph: LayoutGraph, x: Float64Array, y: Float64Array): void {
  const parts = componentsOf(adjacencyOf(graph.n, graph.from, graph.to)).map((members) => [...members].filter((v) => !graph.fixed[v]));
  const alone = parts.filter((part) => part.length === 1).flat().sort((a, b) => graph.order[a]! - graph.order[b]!);
  const columns = Math.max(1, Math.ceil(Math.sqrt(alone.length * 0.7)));
  alone.forEach((v, i) => {
    x[v] = (i % columns) * (ITEM_WIDTH + 2);
    y[v] = Math.floor(i / columns) * (ITEM_HEIGHT + 2);
  });
  const groups = [...parts.filter((part) => part.length > 1), ...(alone.length > 0 ? [alone] : [])].map((members) => {
    const own = new Set(members);
    const middle = middleOf(x, y, (v) => own.has(v));
    const width = Math.max(...members.map((v) => Math.abs(x[v]! - middle.x))) * 2 + ITEM_WIDTH;
    const height = Math.max(...members.map((v) => Math.abs(y[v]! - middle.y))) * 2 + ITEM_HEIGHT;
    return { members, middle, width, height };
  }).sort((a, b) => b.width * b.height - a.width * a.height);
  packAround(groups, 60).forEach((place, i) => {
    const { members, middle } = groups[i]!;
    for (const v of members) {
      x[v]! += place.x - middle.x;
      y[v]! += place.y - middle.y;
    }
  });
}

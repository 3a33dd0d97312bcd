import cytoscape from 'cytoscape';
import dagre from 'cytoscape-dagre';
import { finish } from './finish';
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

/** Items in layers, directed lines downwards as far as circles allow. */
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
    style: [{ selector: 'node', style: { width: ITEM_WIDTH, height: ITEM_HEIGHT, shape: 'rectangle' } }],
    elements: [...[...linked].map((id) => ({ data: { id } })), ...edges],
  });
  const x = graph.x.slice();
  const y = graph.y.slice();
  if (linked.size > 0) {
    drawing.layout({ name: 'dagre', fit: false, animate: false, nodeSep: 12, edgeSep: 6, rankSep: 74, acyclicer: 'greedy', ranker: linked.size > FINE_RANKING ? 'longest-path' : 'network-simplex' } as cytoscape.LayoutOptions).run();
  }
  let right = 0;
  let bottom = 0;
  drawing.nodes().forEach((node) => {
    const place = node.position();
    x[Number(node.id())] = place.x;
    y[Number(node.id())] = place.y;
    right = Math.max(right, place.x);
    bottom = Math.max(bottom, place.y);
  });
  drawing.destroy();
  // Items without lines stand in rows below.
  const columns = Math.max(6, Math.round(right / (ITEM_WIDTH + 12)));
  const alone = [...graph.fixed.keys()].filter((v) => !linked.has(String(v)) && !graph.fixed[v]).sort((a, b) => graph.order[a]! - graph.order[b]!);
  alone.forEach((v, i) => {
    x[v] = (i % columns) * (ITEM_WIDTH + 12);
    y[v] = bottom + (linked.size > 0 ? ITEM_HEIGHT * 2 : 0) + Math.floor(i / columns) * (ITEM_HEIGHT + 12);
  });
  return finish(graph, x, y);
};

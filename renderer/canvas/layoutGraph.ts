import type { Core } from 'cytoscape';
import type { EdgeData, NodeData } from './elements';
import type { LayoutGraph } from '../../shared/analysis/layout/graph';
import type { Looks } from './looks';

/** Items of the chart by index, as a layout wants them. */
export interface IndexedGraph {
  readonly ids: readonly string[];
  readonly graph: LayoutGraph;
}

/** Reads the chart for a layout. Pinned items are fixed, and with a scope all items outside it. */
export function layoutGraphOf(cy: Core, looks: Looks, scope: ReadonlySet<string> | null): IndexedGraph {
  const nodes = cy.nodes().toArray();
  const ids = nodes.map((node) => node.id());
  const index = new Map(ids.map((id, i) => [id, i]));
  const n = ids.length;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const fixed = new Uint8Array(n);
  const data = nodes.map((node) => node.data() as NodeData);
  nodes.forEach((node, i) => {
    const place = node.position();
    x[i] = place.x;
    y[i] = place.y;
    fixed[i] = data[i]!.pinned || (scope !== null && !scope.has(ids[i]!)) ? 1 : 0;
  });
  const ranked = [...ids.keys()].sort((a, b) => {
    const one = data[a]!;
    const two = data[b]!;
    return looks.rank(one.type) - looks.rank(two.type) || one.caption.localeCompare(two.caption) || (one.id < two.id ? -1 : 1);
  });
  const order = new Uint32Array(n);
  ranked.forEach((v, place) => { order[v] = place; });
  const lines = cy.edges().toArray().map((edge) => edge.data() as EdgeData);
  const graph: LayoutGraph = {
    n, x, y, fixed, order,
    from: Uint32Array.from(lines, (line) => index.get(line.source)!),
    to: Uint32Array.from(lines, (line) => index.get(line.target)!),
    directed: Uint8Array.from(lines, (line) => (line.directed ? 1 : 0)),
  };
  return { ids, graph };
}

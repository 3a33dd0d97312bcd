import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';

/** The neighbour of an item that lies most in the given direction; null when none lies on that side. */
export function neighbourTowards(cy: Core, id: string, way: readonly [number, number]): string | null {
  const start = cy.getElementById(id);
  if (start.empty()) return null;
  const here = start.position();
  let best: string | null = null;
  let least = Infinity;
  start.neighborhood().nodes().forEach((node) => {
    const { x, y } = node.position();
    const along = (x - here.x) * way[0] + (y - here.y) * way[1];
    const aside = Math.abs((x - here.x) * way[1]) + Math.abs((y - here.y) * way[0]);
    if (along <= 0) return;
    // Straight ahead beats near: an item far to the side is another way.
    const cost = along + aside * 2;
    if (cost < least || (cost === least && best !== null && node.id() < best)) {
      least = cost;
      best = node.id();
    }
  });
  return best;
}

/** The item after or before one in reading order, row by row; null at the end, so that the Tab key leaves the chart there. */
export function inReadingOrder(cy: Core, id: string | null, backwards: boolean): string | null {
  const ordered = cy.nodes().toArray().sort(readingOrder);
  if (ordered.length === 0) return null;
  const at = id === null ? -1 : ordered.findIndex((node) => node.id() === id);
  const next = at < 0 ? (backwards ? ordered.length - 1 : 0) : at + (backwards ? -1 : 1);
  return ordered[next]?.id() ?? null;
}

const ROW = 60;

function readingOrder(a: NodeSingular, b: NodeSingular): number {
  const pa = a.position();
  const pb = b.position();
  return Math.round(pa.y / ROW) - Math.round(pb.y / ROW) || pa.x - pb.x || (a.id() < b.id() ? -1 : 1);
}

/** The line after or before one among those of an item, in the reading order of their other ends; the first, or last, where that is none of them. Null where the item has none. */
export function lineAfter(cy: Core, id: string, line: string | null, backwards: boolean): string | null {
  const own = cy.getElementById(id);
  if (own.empty()) return null;
  const other = (edge: EdgeSingular): NodeSingular => (edge.source().id() === id ? edge.target() : edge.source());
  const lines = own.connectedEdges().toArray().sort((a, b) => readingOrder(other(a as EdgeSingular), other(b as EdgeSingular)) || (a.id() < b.id() ? -1 : 1));
  if (lines.length === 0) return null;
  const at = lines.findIndex((each) => each.id() === line);
  const next = at < 0 ? (backwards ? lines.length - 1 : 0) : (at + (backwards ? -1 : 1) + lines.length) % lines.length;
  return lines[next]?.id() ?? null;
}

import type { Core } from 'cytoscape';
import type { Point } from './viewport';

/** The item whose frame is at a point of the chart, the topmost; null for none. */
export function itemAt(cy: Core, at: Point): string | null {
  const hit = cy.nodes().toArray().findLast((node) => {
    const { x, y } = node.position();
    return Math.abs(x - at.x) <= node.width() / 2 && Math.abs(y - at.y) <= node.height() / 2;
  });
  return hit?.id() ?? null;
}

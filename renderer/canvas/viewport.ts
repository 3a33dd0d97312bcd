import type { Core } from 'cytoscape';

export const LEAST_ZOOM = 0.03;
export const MOST_ZOOM = 4;
/** A chart of a few items is not blown up beyond this. */
const FIT_ZOOM = 1.15;
/** Room for labels and badges round the items, chart units. */
const BESIDE = 70;
const ABOVE = 34;
const BELOW = 52;

/** Captions do not shrink with the chart: this many CSS pixels stay free round it. */
const EDGE = 22;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Brings the given items, or all, into the window with their labels. */
export function fitView(cy: Core, ids?: readonly string[]): void {
  const nodes = ids ? cy.nodes().filter((node) => ids.includes(node.id())) : cy.nodes();
  if (nodes.empty() || cy.width() === 0 || cy.height() === 0) return;
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  nodes.forEach((node) => {
    const { x, y } = node.position();
    left = Math.min(left, x - BESIDE);
    right = Math.max(right, x + BESIDE);
    top = Math.min(top, y - ABOVE);
    bottom = Math.max(bottom, y + BELOW);
  });
  const width = Math.max(50, cy.width() - 2 * EDGE);
  const height = Math.max(50, cy.height() - 2 * EDGE);
  const zoom = Math.max(LEAST_ZOOM, Math.min(FIT_ZOOM, width / (right - left), height / (bottom - top)));
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - ((left + right) / 2) * zoom, y: cy.height() / 2 - ((top + bottom) / 2) * zoom } });
}

/** Zooms by a factor round a point of the container (CSS pixels), or round its middle. */
export function zoomBy(cy: Core, factor: number, at?: Point): void {
  const level = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, cy.zoom() * factor));
  cy.zoom({ level, renderedPosition: at ? { ...at } : { x: cy.width() / 2, y: cy.height() / 2 } });
}

/** Brings one item into the middle, at a readable zoom. */
export function centreOn(cy: Core, id: string): void {
  const node = cy.getElementById(id);
  if (node.empty()) return;
  const { x, y } = node.position();
  const zoom = Math.max(cy.zoom(), 0.8);
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } });
}

export function toChart(cy: Core, at: Point): Point {
  const pan = cy.pan();
  return { x: (at.x - pan.x) / cy.zoom(), y: (at.y - pan.y) / cy.zoom() };
}

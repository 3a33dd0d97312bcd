import type { Core } from 'cytoscape';

export const LEAST_ZOOM = 0.03;
export const MOST_ZOOM = 4;
/** A chart of a few items is not blown up beyond this. */
const FIT_ZOOM = 1.15;
/** Room for labels and badges round the items, chart units. */
const BESIDE = 70;
const ABOVE = 34;
const BELOW = 52;

/** Smallest part of a window that a chart is fitted into, CSS pixels. */
const LEAST_WINDOW = 240;

/** Captions do not shrink with the chart: room for two lines of its smallest letters stays free round it, CSS pixels. */
const edgeFor = (letters: number): number => letters * 2.35;
/** Height of the smallest letters where nothing else is asked for, CSS pixels. */
const LETTERS = 9.5;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Something that lies over the canvas, CSS pixels in it. */
export interface Cover {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Window = Cover;

/** What is left of a window beside, above or below something that lies over it, the larger parts first. */
function clearOf(window: Window, cover: Cover): Window[] {
  const parts = [
    { ...window, left: Math.max(window.left, cover.right) }, { ...window, right: Math.min(window.right, cover.left) },
    { ...window, top: Math.max(window.top, cover.bottom) }, { ...window, bottom: Math.min(window.bottom, cover.top) },
  ];
  return parts.filter((part) => part.right - part.left > LEAST_WINDOW && part.bottom - part.top > LEAST_WINDOW);
}

/** Brings the given items, or all with the frames of what is drawn beside them (`beside`, chart units), into the window with their labels, no larger than `most`, with room for `letters` of that height, and out from under what lies over it. */
export function fitView(cy: Core, ids?: readonly string[], covers: readonly Cover[] = [], beside: readonly Cover[] = [], most: number = FIT_ZOOM, letters: number = LETTERS): void {
  const edge = edgeFor(letters);
  const wanted = ids ? new Set(ids) : null;
  const nodes = wanted ? cy.nodes().filter((node) => wanted.has(node.id())) : cy.nodes();
  if ((nodes.empty() && beside.length === 0) || cy.width() === 0 || cy.height() === 0) return;
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  const places: readonly Point[] = nodes.map((node) => ({ ...node.position() }));
  for (const { x, y } of places) {
    left = Math.min(left, x - BESIDE);
    right = Math.max(right, x + BESIDE);
    top = Math.min(top, y - ABOVE);
    bottom = Math.max(bottom, y + BELOW);
  }
  for (const box of ids === undefined ? beside : []) {
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  const into = (window: Window): { readonly zoom: number; readonly pan: Point } => {
    const width = Math.max(50, window.right - window.left - 2 * edge);
    const height = Math.max(50, window.bottom - window.top - 2 * edge);
    const zoom = Math.max(LEAST_ZOOM, Math.min(most, width / (right - left), height / (bottom - top)));
    return { zoom, pan: { x: (window.left + window.right) / 2 - ((left + right) / 2) * zoom, y: (window.top + window.bottom) / 2 - ((top + bottom) / 2) * zoom } };
  };
  const hides = (view: { readonly zoom: number; readonly pan: Point }, cover: Cover): boolean => places.some(({ x, y }) => {
    const at = { x: x * view.zoom + view.pan.x, y: y * view.zoom + view.pan.y };
    return at.x + BESIDE * view.zoom > cover.left && at.x - BESIDE * view.zoom < cover.right && at.y + BELOW * view.zoom > cover.top && at.y - ABOVE * view.zoom < cover.bottom;
  });
  let windows: Window[] = [{ left: 0, top: 0, right: cy.width(), bottom: cy.height() }];
  for (const cover of covers) windows = windows.flatMap((window) => (hides(into(window), cover) ? [...clearOf(window, cover), window] : [window]));
  const views = windows.map(into);
  // Something that cannot be kept clear lies over an item: better than a picture too small to read.
  const clear = views.filter((view) => !covers.some((cover) => hides(view, cover)));
  cy.viewport((clear.length > 0 ? clear : views.slice(-1)).reduce((best, view) => (view.zoom > best.zoom ? view : best)));
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

/** True when a place, CSS pixels in the container, is in the window. */
export const isInView = (cy: Core, { x, y }: Point): boolean => x >= 0 && y >= 0 && x <= cy.width() && y <= cy.height();

/** A part of a chart, chart units. */
export interface ChartBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Shows just a part of the chart, as large as the window lets it be. */
export function showBox(cy: Core, { x, y, width, height }: ChartBox): void {
  if (cy.width() === 0 || cy.height() === 0) return;
  const zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, cy.width() / width, cy.height() / height));
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - (x + width / 2) * zoom, y: cy.height() / 2 - (y + height / 2) * zoom } });
}

/** The part of the chart that is in the window. */
export function boxInView(cy: Core): ChartBox {
  const [zoom, pan] = [cy.zoom(), cy.pan()];
  return { x: -pan.x / zoom, y: -pan.y / zoom, width: Math.max(1, cy.width() / zoom), height: Math.max(1, cy.height() / zoom) };
}

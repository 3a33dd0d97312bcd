import type { Core } from 'cytoscape';

/** Beyond this many items and lines Cytoscape is given its cheap style; beyond some thousands only an own layer is quick. */
export const CROWDED = 1500;

/** Parts of Cytoscape's canvas renderer that it offers only when it is created; a chart grows afterwards. */
interface CanvasRenderer {
  textureOnViewport?: boolean;
  forcedPixelRatio?: number | null;
  hoverData?: { dragging?: boolean };
  data?: { wheelZooming?: boolean };
}

const rendererOf = (cy: Core): CanvasRenderer | null => (cy as unknown as { renderer(): CanvasRenderer | null }).renderer() ?? null;

/** Switches drawing for large charts on or off: one device pixel per pixel, and a picture of the chart while it is moved. */
export function drawCheaply(cy: Core, cheap: boolean): void {
  const renderer = rendererOf(cy);
  if (!renderer) return;
  renderer.textureOnViewport = cheap;
  renderer.forcedPixelRatio = cheap ? 1 : null;
  cy.resize();
}

/** Tells Cytoscape that the view is being moved, so that it may show its picture instead of drawing all. */
export function viewMoves(cy: Core, moving: boolean): void {
  const renderer = rendererOf(cy);
  if (!renderer?.textureOnViewport) return;
  if (renderer.data) renderer.data.wheelZooming = moving;
  if (!moving) cy.forceRender();
}

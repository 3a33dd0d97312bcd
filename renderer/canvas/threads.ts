import type { Core } from 'cytoscape';
import { DOTS_BELOW } from './captions';
import type { Theme } from './theme';

const WIDTH = 0.8;
/** Opacity of few lines and the least of many: where lines crowd, each is paler so that their density shows instead of a blot. */
const CLEAR = 0.75;
const PALEST = 0.28;
const MANY = 800;

/** Opacity of each of so many lines. */
export const threadOpacity = (lines: number): number => Math.max(PALEST, Math.min(CLEAR, CLEAR * Math.sqrt(MANY / Math.max(1, lines))));

/**
 * Far out a line that keeps its width in chart units is thinner than a tenth of a pixel and cannot be seen: here each is a thread of the same width at
 * every zoom. Drawn under the dots.
 */
export function drawThreads(context: CanvasRenderingContext2D, cy: Core, zoom: number, theme: Theme): void {
  if (zoom >= DOTS_BELOW) return;
  const edges = cy.edges();
  const pan = cy.pan();
  const plain = new Path2D();
  const faded = new Path2D();
  const near = new Path2D();
  edges.forEach((edge) => {
    const from = edge.source().position();
    const to = edge.target().position();
    const path = edge.hasClass('near') || edge.hasClass('chosen') ? near : edge.hasClass('faded') ? faded : plain;
    path.moveTo(from.x * zoom + pan.x, from.y * zoom + pan.y);
    path.lineTo(to.x * zoom + pan.x, to.y * zoom + pan.y);
  });
  const alpha = threadOpacity(edges.length);
  context.lineWidth = WIDTH;
  for (const [path, colour, opacity] of [[faded, theme.line, alpha * 0.35], [plain, theme.line, alpha], [near, theme.accent, CLEAR]] as const) {
    context.strokeStyle = colour;
    context.globalAlpha = opacity;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

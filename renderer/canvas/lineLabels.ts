import type { Core } from 'cytoscape';
import type { EdgeData } from './elements';
import type { GlLayer, ShownLine } from './gl/layer';
import type { Theme } from './theme';

const SIZE = 11;
const LEAST_SIZE = 8.5;
const MOST_SIZE = 16;
/** Zoom from which the types of single lines are written beside them, and from which counts are. */
const TYPES_FROM = 1.4;
const PILLS_FROM = 0.42;
/** On crowded charts lines are only labelled when few of them are in view. */
const CROWDED_FROM = 0.8;
const FADED = 0.35;

interface Wishes {
  readonly theme: Theme;
  readonly font: string;
  readonly cheap: boolean;
  readonly width: number;
  readonly height: number;
  /** What draws the lines, where it is not Cytoscape. */
  readonly gl: GlLayer | null;
}

/** Lines in the window, as Cytoscape knows them; only those that are chosen or under the pointer where `all` is false. */
function linesOf(cy: Core, width: number, height: number, all: boolean): ShownLine[] {
  const zoom = cy.zoom();
  const pan = cy.pan();
  return (all ? cy.edges() : cy.edges('.chosen, .hovered')).toArray().flatMap((edge) => {
    if (edge.hasClass('dimmed')) return [];
    const middle = edge.midpoint();
    const x = middle.x * zoom + pan.x;
    const y = middle.y * zoom + pan.y;
    if (!(x > -80 && y > -20 && x < width + 80 && y < height + 20)) return [];
    return [{ data: edge.data() as EdgeData, x, y, faded: edge.hasClass('faded'), near: edge.hasClass('near'), foremost: edge.hasClass('chosen') || edge.hasClass('hovered') }];
  });
}

/** Writes counts and sums of folded lines in pills, and the types of lines that are selected, near the selection, under the pointer or large on screen. */
export function drawLineLabels(context: CanvasRenderingContext2D, cy: Core, wishes: Wishes): void {
  const { theme, font, cheap, width, height, gl } = wishes;
  const zoom = cy.zoom();
  const size = Math.min(MOST_SIZE, Math.max(LEAST_SIZE, SIZE * zoom));
  const pills = zoom >= (cheap ? CROWDED_FROM : PILLS_FROM);
  const types = zoom >= TYPES_FROM;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.font = `500 ${size}px ${font}`;
  const taken: Box[] = [];
  const lines = gl === null ? linesOf(cy, width, height, pills) : gl.lines(width, height, pills);
  const shown = lines.map((line) => ({ ...line, first: (pills && line.near) || line.foremost }));
  // What was asked for comes first, then the thickest: where there is no room for all, the busiest keep their number.
  shown.sort((a, b) => Number(b.first) - Number(a.first) || b.data.width - a.data.width);
  for (const { data, x, y, faded, first } of shown) {
    // Of a fan of lines between the same two, words are only read where they are asked for.
    if ((data.pill === undefined || data.step !== undefined) && !types && !first) continue;
    if (data.pill !== undefined) {
      const box = pillBox(context, data.pill, x, y, size);
      if (!first && taken.some((other) => Math.abs(other.x - box.x) < (other.width + box.width) / 2 && Math.abs(other.y - box.y) < (other.height + box.height) / 2)) continue;
      taken.push(box);
    }
    context.globalAlpha = faded ? FADED : 1;
    if (data.pill !== undefined) drawPill(context, data.pill, x, y, size, first, theme);
    else {
      context.strokeStyle = theme.background;
      context.lineWidth = Math.max(2.5, size * 0.32);
      context.strokeText(data.label, x, y);
      context.fillStyle = first ? theme.accent : theme.quiet;
      context.fillText(data.label, x, y);
    }
  }
  context.globalAlpha = 1;
}

/** A rectangle around a middle, CSS pixels. */
interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function pillBox(context: CanvasRenderingContext2D, text: string, x: number, y: number, size: number): Box {
  const height = size * 1.55;
  return { x, y, width: Math.max(height * 1.25, context.measureText(text).width + size * 1.1), height };
}

function drawPill(context: CanvasRenderingContext2D, text: string, x: number, y: number, size: number, first: boolean, theme: Theme): void {
  const { width, height } = pillBox(context, text, x, y, size);
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, height / 2);
  context.fillStyle = theme.pill;
  context.fill();
  context.strokeStyle = first ? theme.accent : theme.pillBorder;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = theme.text;
  context.fillText(text, x, y + size * 0.06);
}

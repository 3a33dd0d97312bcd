import type { Core } from 'cytoscape';
import { frameOf, type NodeData } from './elements';
import type { Theme } from './theme';
import type { Point } from './viewport';

/** What became of a chart, to be marked on it. */
export interface ChangeMarks {
  /** Ids of what came. */
  readonly added: ReadonlySet<string>;
  /** Ids of what other things are said of. */
  readonly changed: ReadonlySet<string>;
  /** Where what moved stood before, chart units. */
  readonly moved: ReadonlyMap<string, Point>;
  /** What went, with its place. */
  readonly gone: readonly { readonly caption: string; readonly x: number; readonly y: number }[];
}

/** The signs of the marks, each of a form of its own: nobody needs their colour. The list of changes and the strip over the chart use the same. */
export const CHANGE_SIGNS = { added: '+', gone: '−', moved: '→', changed: '≠' } as const;

const GHOST = 17;
const RING = 6;
/** Smaller than this a sign is no longer read, CSS pixels. */
const LEAST_SIGN = 6;
const CAPTIONS_FROM = 0.45;

function sign(context: CanvasRenderingContext2D, text: string, x: number, y: number, zoom: number, { fill, ink, edge }: { readonly fill: string; readonly ink: string; readonly edge: string }, font: string): void {
  const radius = Math.max(LEAST_SIGN, 7 * zoom);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = edge;
  context.stroke();
  context.fillStyle = ink;
  context.font = `700 ${radius * 1.5}px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + radius * 0.06);
}

/** From where an item stood to where it stands, ended by an arrow head short of its frame. */
function trail(context: CanvasRenderingContext2D, from: Point, to: Point, short: number, zoom: number, theme: Theme): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < short + 8) return;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const end = { x: to.x - ux * short, y: to.y - uy * short };
  context.strokeStyle = theme.quiet;
  context.fillStyle = theme.quiet;
  context.lineWidth = 1.2;
  context.setLineDash([5, 4]);
  context.beginPath();
  context.arc(from.x, from.y, Math.max(4, 9 * zoom), 0, 2 * Math.PI);
  context.moveTo(from.x, from.y);
  context.lineTo(end.x, end.y);
  context.stroke();
  context.setLineDash([]);
  const head = Math.max(5, 7 * zoom);
  context.beginPath();
  context.moveTo(end.x, end.y);
  context.lineTo(end.x - ux * head - uy * head * 0.5, end.y - uy * head + ux * head * 0.5);
  context.lineTo(end.x - ux * head + uy * head * 0.5, end.y - uy * head - ux * head * 0.5);
  context.closePath();
  context.fill();
}

/** What went: an empty dashed disc where it stood, with its name struck through. */
function ghost(context: CanvasRenderingContext2D, caption: string, at: Point, zoom: number, theme: Theme, font: string): void {
  const radius = Math.max(5, GHOST * zoom);
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1.5;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
  sign(context, CHANGE_SIGNS.gone, at.x, at.y, zoom, { fill: theme.background, ink: theme.quiet, edge: theme.quiet }, font);
  if (zoom < CAPTIONS_FROM) return;
  context.font = `400 11px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  const text = caption.length > 28 ? `${caption.slice(0, 27)}…` : caption;
  const y = at.y + radius + 5;
  context.lineWidth = 3;
  context.strokeStyle = theme.background;
  context.strokeText(text, at.x, y);
  context.fillStyle = theme.quiet;
  context.fillText(text, at.x, y);
  const half = context.measureText(text).width / 2;
  context.fillRect(at.x - half, y + 6, half * 2, 1);
}

/** Marks on the chart what came, went, moved and changed: a plus in a second ring, an empty disc with a minus, an arrow from the old place, a sign in amber. */
export function drawChanges(context: CanvasRenderingContext2D, cy: Core, marks: ChangeMarks, { theme, font }: { readonly theme: Theme; readonly font: string }): void {
  const zoom = cy.zoom();
  const pan = cy.pan();
  const inView = ({ x, y }: Point): Point => ({ x: x * zoom + pan.x, y: y * zoom + pan.y });
  const { ink: green } = theme.families.places;
  context.save();
  for (const { caption, x, y } of marks.gone) ghost(context, caption, inView({ x, y }), zoom, theme, font);
  for (const [id, from] of marks.moved) {
    const node = cy.getElementById(id);
    if (node.nonempty()) trail(context, inView(from), inView(node.position()), (frameOf(node.data() as NodeData).width / 2 + 4) * zoom, zoom, theme);
  }
  const ringed = (id: string, text: string, colours: { readonly fill: string; readonly ink: string; readonly edge: string }, dash: readonly number[]): void => {
    const node = cy.getElementById(id);
    if (node.empty()) return;
    const at = inView(node.position());
    const { width, height } = frameOf(node.data() as NodeData);
    const radius = (Math.max(width, height) / 2 + RING) * zoom;
    context.strokeStyle = colours.edge;
    context.lineWidth = 2;
    context.setLineDash([...dash]);
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
    sign(context, text, at.x, at.y - radius, zoom, colours, font);
  };
  for (const id of marks.changed) ringed(id, CHANGE_SIGNS.changed, { fill: theme.background, ink: theme.text, edge: theme.amber }, [2, 3]);
  for (const id of marks.added) ringed(id, CHANGE_SIGNS.added, { fill: green, ink: theme.background, edge: green }, []);
  context.restore();
}

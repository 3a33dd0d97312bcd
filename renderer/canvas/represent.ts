import type { Representation } from '../../shared/model/drawing';
import { wrapped, withinLines } from './annotations/wrap';
import type { ShownItem } from './captions';
import type { NodeData } from './elements';
import type { Theme } from './theme';

/** Representations that hold their words inside, with their usual size in chart units and where the words go in it (shares of the frame, insets in chart units). */
interface Holder {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly align: 'left' | 'center';
  readonly glyph: { readonly x: string; readonly y: string } | null;
  readonly ellipse?: boolean;
}

export const HOLDERS: Readonly<Partial<Record<Representation, Holder>>> = {
  box: { width: 158, height: 64, left: 36, right: 10, top: 8, align: 'left', glyph: { x: '6%', y: '50%' } },
  circle: { width: 118, height: 118, left: 14, right: 14, top: 26, align: 'center', glyph: { x: '50%', y: '11%' }, ellipse: true },
  eventFrame: { width: 186, height: 54, left: 36, right: 26, top: 6, align: 'left', glyph: { x: '5%', y: '50%' } },
  text: { width: 176, height: 56, left: 8, right: 4, top: 4, align: 'left', glyph: null },
};

/** Words inside are written from this size on, CSS px; smaller, the name stands below as with all others. */
const READABLE = 7;
const LETTERS = 12;
const LINE = 1.25;
const FADED = 0.4;

export const holdsWords = ({ as }: Pick<NodeData, 'as'>, zoom: number): boolean => as !== undefined && HOLDERS[as] !== undefined && LETTERS * zoom >= READABLE;

/** What one representation changes of a node's measures, at a factor on the usual size; nothing for an icon. */
export function heldMeasures(as: Representation | undefined, size: number): Partial<Pick<NodeData, 'as' | 'frameWidth' | 'frameHeight' | 'glyphSize' | 'size'>> {
  const holder = as === undefined ? undefined : HOLDERS[as];
  if (holder === undefined) return as === undefined || as === 'icon' ? {} : { as };
  return { as, size, frameWidth: holder.width * size, frameHeight: holder.height * size, glyphSize: 21 };
}

/** Writes name, date and key of an item inside its frame, as much as there is room for. */
export function drawInside(context: CanvasRenderingContext2D, { data, x, y, faded }: ShownItem, zoom: number, theme: Theme, font: string): void {
  const holder = data.as === undefined ? undefined : HOLDERS[data.as];
  if (holder === undefined || data.frameWidth === undefined || data.frameHeight === undefined) return;
  const size = LETTERS * zoom;
  const left = x - (data.frameWidth / 2 - holder.left) * zoom;
  const right = x + (data.frameWidth / 2 - holder.right) * zoom;
  const room = Math.floor((data.frameHeight - holder.top * (holder.ellipse ? 2.1 : 2)) / (LETTERS * LINE));
  const ink = data.fill === undefined || data.as === 'text' ? theme.text : (data.ring ?? theme.text);
  const second = data.as === 'eventFrame' ? (data.when ?? '') : data.key;
  context.save();
  const strong = `600 ${size}px ${font}`;
  context.textAlign = holder.align;
  context.textBaseline = 'alphabetic';
  context.globalAlpha = faded ? FADED : 1;
  const plain = `400 ${size * 0.94}px ${font}`;
  const width = Math.max(1, right - left);
  const widthOf = (text: string): number => context.measureText(text).width;
  context.font = plain;
  const below = second === '' || room < 2 ? [] : withinLines(wrapped(second, width, widthOf), Math.max(1, room - 2));
  context.font = strong;
  const above = withinLines(wrapped(data.caption, width, widthOf), Math.max(1, room - below.length));
  const lines = [...above.map((text) => ({ text, font: strong, ink })), ...below.map((text) => ({ text, font: plain, ink: data.fill === undefined ? theme.quiet : ink }))];
  if (data.as === 'text') {
    // A rule at its side says whose words these are, and how far they reach.
    context.fillStyle = data.ring ?? theme.families[data.family].ink;
    context.fillRect(left - 7 * zoom, y - (lines.length / 2) * size * LINE, Math.max(1.5, 2 * zoom), lines.length * size * LINE);
  }
  const start = y - ((lines.length - 1) / 2) * size * LINE + size * (holder.ellipse ? 0.75 : 0.36);
  lines.forEach((line, at) => {
    context.font = line.font;
    if (data.as === 'text') {
      context.lineJoin = 'round';
      context.strokeStyle = theme.background;
      context.lineWidth = size * 0.27;
      context.strokeText(line.text, left, start + at * size * LINE);
    }
    context.fillStyle = line.ink;
    context.fillText(line.text, holder.align === 'center' ? (left + right) / 2 : left, start + at * size * LINE);
  });
  context.restore();
}

import { spanning } from '../../shared/analysis/drawing/outline';
import type { Figure } from '../../shared/briefing/document';
import { KEY_SIZE, LINE_HEIGHT, type NodeLabel } from './figureLabels';
import { textWidth } from './figureText';

type Frame = NonNullable<Figure['frames']>[number];

/** A frame on paper, CSS px; its title stands in the strip along its top. */
export interface DrawnFrame {
  readonly frame: Frame;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Height of the letters of its title, and where that begins. */
  readonly size: number;
  readonly title: { readonly x: number; readonly y: number };
  /** Where something else stands between what it holds, it is no box but a band along these lines: a path, and half its width. */
  readonly band: { readonly path: string; readonly radius: number } | null;
}

const AIR = 5;
const STRIP = 1.7;

/** How much further than without frames things must stay from the edges of a figure, CSS px: at the top, where titles are, and elsewhere. */
export function roomOfFrames(frames: readonly Frame[], fontSize: number): { readonly above: number; readonly beside: number } {
  const levels = frames.reduce((most, { depth }) => Math.max(most, depth + 1), 0);
  return { above: levels * (fontSize * STRIP + AIR / 2), beside: levels * AIR };
}

interface Placed { readonly node: { readonly id: string }; readonly x: number; readonly y: number; readonly label: NodeLabel | null }
interface Box { left: number; top: number; right: number; bottom: number }

const joined = (box: Box, other: Box): Box => ({ left: Math.min(box.left, other.left), top: Math.min(box.top, other.top), right: Math.max(box.right, other.right), bottom: Math.max(box.bottom, other.bottom) });
const NOWHERE: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/** A mark with its name. */
function boxOf({ x, y, label }: Placed, radius: number, fontSize: number): Box {
  const mark = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
  if (label === null) return mark;
  const wide = Math.max(...label.lines.map((line) => textWidth(line, fontSize)), textWidth(label.key, fontSize * KEY_SIZE), textWidth(label.category, fontSize * KEY_SIZE));
  const tall = (label.lines.length + (label.key === '' ? 0 : KEY_SIZE) + (label.category === '' ? 0 : KEY_SIZE)) * fontSize * LINE_HEIGHT;
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - wide : label.x - wide / 2;
  const top = label.y - fontSize * 0.86;
  return joined(mark, { left, top, right: left + wide, bottom: top + tall });
}

/** A path from each to the next with the least length of line; a single one is a line of no length, whose round ends are a disc. */
const pathAlong = (points: readonly { readonly x: number; readonly y: number }[]): string => [
  ...points.map(({ x, y }) => `M${x} ${y}v0.01`), ...spanning(points).flatMap(([a, b]) => [points[a], points[b]]).map((point, at) => (point === undefined ? '' : `${at % 2 === 0 ? 'M' : 'L'}${point.x} ${point.y}`)),
].join('');

/** Lays frames round what they hold, those that lie round others first; a frame of which nothing is drawn is none. */
export function layOutFrames(frames: readonly Frame[], nodes: readonly Placed[], { markRadius, fontSize, width, height }: { readonly markRadius: number; readonly fontSize: number; readonly width: number; readonly height: number }): DrawnFrame[] {
  const boxes = new Map(nodes.map((drawn) => [drawn.node.id, boxOf(drawn, markRadius, fontSize)]));
  const strip = fontSize * STRIP;
  const placed = new Map<Frame, Box>();
  for (const frame of frames.toReversed()) {
    const own = new Set(frame.members);
    const inner = [...placed].flatMap(([other, box]) => (other.depth > frame.depth && other.members.every((id) => own.has(id)) ? [box] : []));
    const box = [...frame.members.flatMap((id) => boxes.get(id) ?? []), ...inner].reduce(joined, NOWHERE);
    if (box.left < box.right) placed.set(frame, { left: Math.max(0.6, box.left - AIR), top: Math.max(0.6, box.top - AIR / 2 - strip), right: Math.min(width - 0.6, box.right + AIR), bottom: Math.min(height - 0.6, box.bottom + AIR) });
  }
  return [...placed].reverse().map(([frame, { left, top, right, bottom }]): DrawnFrame => {
    const own = new Set(frame.members);
    const held = nodes.filter(({ node }) => own.has(node.id));
    // A box must not look as if it held what it does not hold.
    const strangers = nodes.some(({ node, x, y }) => !own.has(node.id) && x > left && x < right && y > top && y < bottom);
    const [highest] = held.toSorted((a, b) => a.y - b.y);
    const radius = markRadius + AIR + frames.filter((other) => other.depth > frame.depth && other.members.every((id) => own.has(id))).length * 2;
    const band = strangers && highest !== undefined ? { path: pathAlong(held), radius } : null;
    return { frame, left, top, width: right - left, height: bottom - top, size: fontSize, title: band === null || highest === undefined ? { x: left + fontSize * 0.7, y: top + fontSize * 1.25 } : { x: Math.max(0, highest.x - radius), y: Math.max(fontSize, highest.y - radius - fontSize * 0.5) }, band };
  });
}

import { distanceFrom, spanning } from '../../shared/analysis/drawing/outline';
import type { DrawnFrame } from '../case/drawn/drawnChart';

/** A frame as it lies in the container, CSS pixels, with its title. */
export interface PlacedFrame {
  readonly frame: DrawnFrame;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Left upper corner and height of its title; the title of a box is the strip along its top. */
  readonly title: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Where something else stands between what it holds, it is no box but a band along these. */
  readonly band: { readonly points: readonly { readonly x: number; readonly y: number }[]; readonly pairs: readonly (readonly [number, number])[]; readonly radius: number } | null;
}

type Band = NonNullable<PlacedFrame['band']>;

/** A band of more would take too long to find for each picture; beyond that the discs alone are drawn. */
const MOST = 400;

export const bandOf = (points: Band['points'], radius: number): Band => ({ points, pairs: points.length > MOST ? [] : spanning(points), radius });

export const isInBox = ({ left, right, top, bottom }: Pick<PlacedFrame, 'left' | 'right' | 'top' | 'bottom'>, x: number, y: number): boolean => x >= left && x <= right && y >= top && y <= bottom;

/** True when a point of the container lies in what a frame encloses. */
export function holdsPoint(placed: PlacedFrame, x: number, y: number): boolean {
  if (!isInBox(placed, x, y)) return false;
  const { band } = placed;
  if (band === null) return true;
  const at = { x, y };
  return band.points.some((point) => Math.hypot(point.x - x, point.y - y) <= band.radius) || band.pairs.some(([a, b]) => distanceFrom(at, band.points[a] ?? at, band.points[b] ?? at) <= band.radius);
}

/** Strokes the whole band as one line with round ends, `wider` than it is. */
function strokeBand(context: CanvasRenderingContext2D, { points, pairs, radius }: Band, wider: number): void {
  context.lineWidth = 2 * (radius + wider);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  // A line of no length is drawn as its round end: a disc.
  for (const { x, y } of points) {
    context.moveTo(x, y);
    context.lineTo(x, y + 0.01);
  }
  for (const [a, b] of pairs) {
    context.moveTo(points[a]?.x ?? 0, points[a]?.y ?? 0);
    context.lineTo(points[b]?.x ?? 0, points[b]?.y ?? 0);
  }
  context.stroke();
}

/** Draws the ground and the outline of a frame. */
export function drawShape(context: CanvasRenderingContext2D, { left, top, right, bottom, band }: PlacedFrame, ground: string, line: string, width: number): void {
  if (band !== null) {
    context.strokeStyle = line;
    strokeBand(context, band, width);
    context.strokeStyle = ground;
    strokeBand(context, band, 0);
    return;
  }
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 8);
  context.fillStyle = ground;
  context.fill();
  context.strokeStyle = line;
  context.lineWidth = width;
  context.stroke();
}

import type { AnnotationKind, AnnotationRecord } from '../../../shared/model/drawing';
import type { Point } from '../viewport';

/** An annotation at its place: as its record, with (x, y) in chart units of the chart itself, not of what it is tied to. */
export interface Placed {
  readonly record: AnnotationRecord;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Middle of what it is tied to; null when it stands by itself. */
  readonly tie: Point | null;
  /** How strongly it is drawn, 0 to 1: as what it is tied to. */
  readonly strength: number;
}

export interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A corner or end by which it is made larger. Arrows have a start and an end. */
export const HANDLES = ['nw', 'ne', 'se', 'sw'] as const;
export const ENDS = ['start', 'end'] as const;
export type Handle = (typeof HANDLES)[number] | (typeof ENDS)[number];

/** What a click without a drag makes, chart units. */
export const USUAL_SIZE: Readonly<Record<AnnotationKind, { readonly width: number; readonly height: number }>> = {
  note: { width: 170, height: 84 }, heading: { width: 320, height: 40 }, text: { width: 220, height: 44 },
  box: { width: 240, height: 160 }, circle: { width: 180, height: 180 }, arrow: { width: 140, height: 0 },
};

/** Height of its letters where it does not say, chart units. */
export const USUAL_LETTERS: Readonly<Record<AnnotationKind, number>> = { note: 12, heading: 28, text: 14, box: 13, circle: 13, arrow: 12 };

const LEAST = 24;

export const lettersOf = ({ kind, style }: Pick<AnnotationRecord, 'kind' | 'style'>): number => style?.size ?? USUAL_LETTERS[kind];

/** True for those that lie under the items and are only taken by their line. */
export const liesUnder = (kind: AnnotationKind): boolean => kind === 'box' || kind === 'circle';

/** True for those that are nothing without words. */
export const isWords = (kind: AnnotationKind): boolean => kind === 'note' || kind === 'heading' || kind === 'text';

/** The upright rectangle that it fills; an arrow's width and height may be negative. */
export function boxOf({ x, y, width, height }: Pick<Placed, 'x' | 'y' | 'width' | 'height'>): Box {
  return { left: Math.min(x, x + width), top: Math.min(y, y + height), right: Math.max(x, x + width), bottom: Math.max(y, y + height) };
}

/** Where its handles are, chart units. */
export function handlesOf({ record, x, y, width, height }: Placed): readonly { readonly handle: Handle; readonly at: Point }[] {
  if (record.kind === 'arrow') return [{ handle: 'start', at: { x, y } }, { handle: 'end', at: { x: x + width, y: y + height } }];
  return [{ handle: 'nw', at: { x, y } }, { handle: 'ne', at: { x: x + width, y } }, { handle: 'se', at: { x: x + width, y: y + height } }, { handle: 'sw', at: { x, y: y + height } }];
}

/** Distance of a point from the straight line between two others. */
export function distanceToLine(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}

/** How far a point is from an ellipse's line, nearly enough for a hand. */
function distanceToEllipse(at: Point, box: Box): number {
  const [rx, ry] = [(box.right - box.left) / 2, (box.bottom - box.top) / 2];
  const [dx, dy] = [at.x - (box.left + box.right) / 2, at.y - (box.top + box.bottom) / 2];
  if (rx === 0 || ry === 0) return Math.hypot(dx, dy);
  const share = Math.hypot(dx / rx, dy / ry);
  return share === 0 ? Math.min(rx, ry) : Math.abs(share - 1) * Math.hypot(dx, dy) / share;
}

const isInside = (at: Point, box: Box, reach = 0): boolean => at.x >= box.left - reach && at.x <= box.right + reach && at.y >= box.top - reach && at.y <= box.bottom + reach;

/** How far a point is from a rectangle's line. */
function distanceToBox(at: Point, box: Box): number {
  const dx = Math.max(box.left - at.x, at.x - box.right);
  const dy = Math.max(box.top - at.y, at.y - box.bottom);
  return dx <= 0 && dy <= 0 ? Math.min(-dx, -dy) : Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
}

/** True when a point (chart units) takes hold of it; `reach` in chart units. What is written in a box or circle stands at its upper edge, and takes it as well. */
export function isOn(placed: Placed, at: Point, reach: number): boolean {
  const box = boxOf(placed);
  const { kind, text } = placed.record;
  if (kind === 'arrow') return distanceToLine(at, placed, { x: placed.x + placed.width, y: placed.y + placed.height }) <= reach;
  const letters = lettersOf(placed.record) * 1.4;
  if (kind === 'box') return distanceToBox(at, box) <= reach || (text !== '' && isInside(at, { ...box, bottom: Math.min(box.bottom, box.top + letters) }));
  if (kind === 'circle') return distanceToEllipse(at, box) <= reach || (text !== '' && isInside(at, { ...box, top: box.top, bottom: box.top + letters * 1.6, left: (box.left * 3 + box.right) / 4, right: (box.left + box.right * 3) / 4 }));
  return isInside(at, box, reach / 3);
}

/** The handle at a point (chart units) within reach; null for none. */
export const handleAt = (placed: Placed, at: Point, reach: number): Handle | null => handlesOf(placed).find((each) => Math.hypot(each.at.x - at.x, each.at.y - at.y) <= reach)?.handle ?? null;

type Frame = Pick<Placed, 'x' | 'y' | 'width' | 'height'>;

/** Its frame when a handle is drawn to a point; never turned inside out, never too small to be taken hold of. `even` keeps a box square and an arrow straight across or down. */
export function resized(before: Frame, handle: Handle, to: Point, even: boolean): Frame {
  if (handle === 'start' || handle === 'end') {
    const fixed = handle === 'start' ? { x: before.x + before.width, y: before.y + before.height } : { x: before.x, y: before.y };
    const free = even ? straightened(fixed, to) : to;
    return handle === 'start' ? { x: free.x, y: free.y, width: fixed.x - free.x, height: fixed.y - free.y } : { ...fixed, width: free.x - fixed.x, height: free.y - fixed.y };
  }
  const { left, top, right, bottom } = boxOf(before);
  const [west, north] = [handle === 'nw' || handle === 'sw', handle === 'nw' || handle === 'ne'];
  let width = Math.max(LEAST, west ? right - to.x : to.x - left);
  let height = Math.max(LEAST, north ? bottom - to.y : to.y - top);
  if (even) width = height = Math.max(width, height);
  return { x: west ? right - width : left, y: north ? bottom - height : top, width, height };
}

function straightened(from: Point, to: Point): Point {
  return Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) ? { x: to.x, y: from.y } : { x: from.x, y: to.y };
}

/** The frame that a drag from one point to another draws; with hardly a way between, one of the usual size. */
export function drawnFrame(kind: AnnotationKind, from: Point, to: Point, even: boolean): Frame {
  if (Math.hypot(to.x - from.x, to.y - from.y) < 8) return { ...from, ...USUAL_SIZE[kind] };
  if (kind === 'arrow') {
    const end = even ? straightened(from, to) : to;
    return { ...from, width: end.x - from.x, height: end.y - from.y };
  }
  const side = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  const width = Math.max(LEAST, even ? side : Math.abs(to.x - from.x));
  const height = Math.max(LEAST, even ? side : Math.abs(to.y - from.y));
  return { x: to.x < from.x ? from.x - width : from.x, y: to.y < from.y ? from.y - height : from.y, width, height };
}

/** Places of all that is drawn now, those tied to something from its place; what is tied to something that is not drawn is left out. `placeOf` gives the middle and strength of an item, group or frame. */
export function placedAll(records: readonly AnnotationRecord[], placeOf: (id: string) => (Point & { readonly strength: number }) | null): Placed[] {
  return records.flatMap((record): Placed[] => {
    const { x, y, width, height, style } = record;
    if (style?.anchor === undefined) return [{ record, x, y, width, height, tie: null, strength: 1 }];
    const at = placeOf(style.anchor);
    return at === null ? [] : [{ record, x: x + at.x, y: y + at.y, width, height, tie: { x: at.x, y: at.y }, strength: at.strength }];
  });
}

/** The annotation at a point: words and arrows before boxes, what was drawn later before what was drawn earlier. */
export function annotationAt(placed: readonly Placed[], at: Point, reach: number): Placed | null {
  const hit = placed.filter((each) => isOn(each, at, reach));
  return hit.findLast((each) => !liesUnder(each.record.kind)) ?? hit.at(-1) ?? null;
}

/** Row by row from the upper left corner, for who goes through them with the keys. */
export const inOrder = (placed: readonly Placed[]): Placed[] => [...placed].sort((a, b) => Math.round(boxOf(a).top / 60) - Math.round(boxOf(b).top / 60) || boxOf(a).left - boxOf(b).left || (a.record.id < b.record.id ? -1 : 1));

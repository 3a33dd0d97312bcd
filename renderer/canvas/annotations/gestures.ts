import type { AnnotationKind, AnnotationRecord } from '../../../shared/model/drawing';
import type { Point } from '../viewport';
import { drawnFrame, resized, type Handle, type Placed } from './geometry';

/** Where the hand is on the chart, and whether it asks for straight and square (Shift). */
export interface HandAt { readonly chart: Point; readonly even: boolean }

/** What a hand does with one annotation between pressing and letting go: shows it as it would be, and in the end gives its record. */
export interface MarkGesture {
  readonly id: string;
  /** The record as it would be if the hand let go here. */
  at(hand: HandAt): AnnotationRecord;
  /** True when letting go over an item ties it to that item. */
  readonly ties: boolean;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** A record at a place on the chart, counted from what it is tied to where it is. */
export function recordAt(record: AnnotationRecord, frame: Pick<Placed, 'x' | 'y' | 'width' | 'height'>, tie: Point | null): AnnotationRecord {
  return { ...record, x: rounded(frame.x - (tie?.x ?? 0)), y: rounded(frame.y - (tie?.y ?? 0)), width: rounded(frame.width), height: rounded(frame.height) };
}

/** Draws a new one. */
export const beginDraw = (id: string, chart: string, kind: AnnotationKind, from: Point): MarkGesture => ({
  id, ties: kind === 'note',
  at: ({ chart: to, even }) => recordAt({ id, chart, kind, x: 0, y: 0, width: 0, height: 0, text: '' }, drawnFrame(kind, from, to, even), null),
});

/** Moves one as it is. */
export const beginMove = ({ record, x, y, width, height, tie }: Placed, from: Point): MarkGesture => ({
  id: record.id, ties: record.kind === 'note' && tie === null,
  at: ({ chart: to, even }) => {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const across = Math.abs(dx) >= Math.abs(dy);
    return recordAt(record, { x: x + (even && !across ? 0 : dx), y: y + (even && across ? 0 : dy), width, height }, tie);
  },
});

/** Draws a corner or end of one. */
export const beginResize = (placed: Placed, handle: Handle): MarkGesture => ({ id: placed.record.id, ties: false, at: ({ chart: to, even }) => recordAt(placed.record, resized(placed, handle, to, even), placed.tie) });

/** The same record tied to an item: it stays where it is, beside the item where it would cover it. */
export function tiedTo(record: AnnotationRecord, anchor: string, at: Point): AnnotationRecord {
  const middle = { x: record.x + record.width / 2, y: record.y + record.height / 2 };
  const covers = Math.abs(middle.x - at.x) < record.width / 2 + 20 && Math.abs(middle.y - at.y) < record.height / 2 + 20;
  const place = covers ? { x: 34, y: -record.height - 16 } : { x: record.x - at.x, y: record.y - at.y };
  return { ...record, x: rounded(place.x), y: rounded(place.y), style: { ...record.style, anchor } };
}

/** The same record standing by itself where it is. */
export function loosened(record: AnnotationRecord, tie: Point): AnnotationRecord {
  const { anchor: _anchor, ...style } = record.style ?? {};
  const { style: _style, ...bare } = record;
  return { ...bare, x: rounded(record.x + tie.x), y: rounded(record.y + tie.y), ...(Object.keys(style).length === 0 ? {} : { style }) };
}

import type { Figure } from '../../shared/briefing/document';
import { boxOf, USUAL_LETTERS } from '../canvas/annotations/geometry';

type Annotation = NonNullable<Figure['annotations']>[number];
interface Point { readonly x: number; readonly y: number }

/** Something that was written or drawn on the chart, at its place on paper; an arrow's width and height may be negative. */
export interface DrawnMark {
  readonly annotation: Annotation;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Height of its letters, CSS px. */
  readonly size: number;
  /** A thin line to what it is tied to; null where there is none, or it lies on it. */
  readonly tie: { readonly from: Point; readonly to: Point } | null;
}

/** 5.5 pt, below which nothing is printed. */
const SMALLEST = 7.4;
const LARGEST = 26;

/** Corners of all that is drawn beside the nodes, chart units: the figure must hold them. */
export const markCorners = (annotations: readonly Annotation[]): Point[] => annotations.flatMap((each) => {
  const box = boxOf(each);
  return [{ x: box.left, y: box.top }, { x: box.right, y: box.bottom }];
});

/**
 * Puts annotations on paper with the nodes: places as those, words as large as can be read. What is tied to a node keeps its own size and stays beside it; notes grow where their words would
 * not fit at that size.
 */
export function layOutMarks(annotations: readonly Annotation[], nodes: ReadonlyMap<string, Point>, place: (at: Point) => Point, scale: { readonly across: number; readonly down: number }, markRadius: number): DrawnMark[] {
  const even = Math.sqrt(scale.across * scale.down);
  return annotations.map((annotation) => {
    const node = annotation.tie === undefined ? undefined : nodes.get(annotation.tie);
    const at = place(annotation);
    const size = Math.max(SMALLEST, Math.min(LARGEST, (annotation.size ?? USUAL_LETTERS[annotation.kind]) * even * 0.92));
    // Words do not shrink as far as places do: their paper keeps pace with them.
    const grow = annotation.kind === 'note' || annotation.kind === 'text' || annotation.kind === 'heading' ? Math.max(1, size / ((annotation.size ?? USUAL_LETTERS[annotation.kind]) * even)) : 1;
    const mark = { annotation, x: at.x, y: at.y, width: annotation.width * scale.across * grow, height: annotation.height * scale.down * grow, size };
    if (node === undefined) return { ...mark, tie: null };
    const box = boxOf(mark);
    const near = { x: Math.max(box.left, Math.min(box.right, node.x)), y: Math.max(box.top, Math.min(box.bottom, node.y)) };
    const away = Math.hypot(near.x - node.x, near.y - node.y);
    const share = away === 0 ? 0 : (markRadius + 1) / away;
    return { ...mark, tie: away <= markRadius + 1 ? null : { from: near, to: { x: node.x + (near.x - node.x) * share, y: node.y + (near.y - node.y) * share } } };
  });
}

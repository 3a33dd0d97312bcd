import type { Core } from 'cytoscape';
import type { Selection } from '../../case/selection';
import type { Theme } from '../theme';
import type { Point } from '../viewport';

/** Where the pointer is and what is under it. */
export interface Pointer {
  /** Chart units. */
  readonly chart: Point;
  /** CSS pixels in the container. */
  readonly view: Point;
  /** Id of the item, line or frame under it; null over empty space. */
  readonly target: string | null;
  /** frame: the title of an open group's frame. */
  readonly kind: 'entity' | 'line' | 'frame' | 'empty';
  /** Ctrl, Cmd or Shift: add to the selection or take from it. */
  readonly toggles: boolean;
  readonly alt: boolean;
}

/** One thing that a hand does between pressing and letting go. Exactly one of commit and cancel ends it. */
export interface Gesture {
  move(at: Pointer): void;
  commit(at: Pointer): void;
  /** Leaves everything as it was before the gesture began. */
  cancel(): void;
  /** Draws its preview over the chart, CSS pixels. */
  paint?(context: CanvasRenderingContext2D, theme: Theme): void;
}

export interface Move {
  readonly subject: string;
  readonly x: number;
  readonly y: number;
}

/** What gestures can do to the canvas; all that changes the case goes out of here as a wish. */
export interface Hands {
  readonly cy: Core;
  selection(): Selection;
  select(selection: Selection): void;
  /** Keeps synchronisation from moving these while a gesture has them. */
  hold(ids: readonly string[]): void;
  /** Lets go without a change: places are again those of the mirror. */
  letGo(): void;
  /** Asks for one move of all, `into` a frame where they are to belong there from now on; they stay held until the mirror has answered or the wish was refused. */
  commitMoves(items: readonly Move[], layout?: string, into?: string): void;
  /** Ids of what is drawn in a frame. */
  inFrame(id: string): readonly string[];
  /** The innermost frame that a point lies in, CSS pixels in the container. */
  frameAt(at: Point): string | null;
  /** Shows into which frame what is dragged would go; null for none. */
  aimAt(frame: string | null): void;
  /** Shows at which item a line that is being drawn would end; null for none. */
  aimAtItem(id: string | null): void;
  drawLink(from: string, to: string): void;
  createAt(at: Point): void;
  /** The drag has left the canvas with these, held at a place, the pointer where it is in the container: true when it goes on elsewhere. */
  carry(ids: readonly string[], heldAt: Point, view: Point): boolean;
  redraw(): void;
}

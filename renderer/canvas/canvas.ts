import type { DrawnChart } from '../case/drawn/drawnChart';
import type { Language } from '../../shared/values/kind';
import type { Selection } from '../case/selection';
import type { Mode } from './gestures/pointer';
import type { Move } from './gestures/gesture';
import type { WheelMeaning } from './gestures/wheel';
import type { Glyphs } from './glyph';
import type { AdjustmentId } from '../../shared/analysis/layout/adjust';
import type { AnnotationKind } from '../../shared/model/drawing';
import type { MarkCallbacks } from './annotations/marks';
import type { LoadPicture } from './photos';
import type { BlockTitle } from './blocks';
import type { ChangeMarks } from './changes';
import type { LayoutId } from './layouts/offered';
import type { PlacedItem } from '../../shared/analysis/layout/placeNew';
import type { LayoutOutcome } from './layoutRun';
import type { DrawnTypes } from './looks';
import type { ThemeName } from './theme';
import type { ChartBox, Cover, Point } from './viewport';

/** How the canvas looks; may change at any time. */
export interface Appearance {
  readonly catalogue: DrawnTypes;
  readonly glyphs: Glyphs;
  readonly language: Language;
  readonly theme: ThemeName;
}

/** What was asked a menu for. */
export interface MenuRequest {
  /** CSS pixels in the window. */
  readonly x: number;
  readonly y: number;
  /** The same place on the chart. */
  readonly chart: Point;
  readonly target: { readonly kind: 'entity' | 'line' | 'frame' | 'empty' | 'mark'; readonly id: string | null };
}

/** A layout under way: worked out, or on show with so many items that it moves. */
export interface Arranging {
  readonly layout: LayoutId;
  readonly phase: 'running' | 'shown';
  readonly items: number;
}

/** What the canvas wishes. It changes nothing of the case itself. */
export interface CanvasCallbacks {
  onSelect(selection: Selection): void;
  /** To be sent as one chart.moveItems, or, `into` an open group, with that. A promise that rejects puts everything back. */
  onMoveCommit(items: readonly Move[], layout?: LayoutId | AdjustmentId, into?: string): Promise<unknown> | void;
  /** A layout is worked out, or its result is on show and waits to be kept or cancelled; null: neither. */
  onArranging?(state: Arranging | null): void;
  onContextMenu?(request: MenuRequest): void;
  /** Double click or Enter on an item or line, or on the title of a frame. */
  onOpen?(id: string, kind: 'entity' | 'line' | 'frame'): void;
  /** What the pointer is over, at once. */
  onHover?(id: string | null): void;
  /** What the pointer rests on, for a card. */
  onRest?(at: { id: string; x: number; y: number } | null): void;
  onDrawLink?(from: string, to: string): void;
  onCreateAt?(at: Point): void;
  onDropEntities?(ids: readonly string[], at: Point): void;
  onDropText?(text: string, at: Point): void;
  /** Items are dragged out of the canvas, held at a place of the chart, with the pointer there in the window; true when they are carried on elsewhere, and here the drag ends without a change. */
  onCarry?(entities: readonly string[], heldAt: Point, pointer: Point): boolean;
  onZoom?(zoom: number): void;
  /** The sentence that a screen reader hears when the keys have come to an item. */
  describe?(id: string, neighbours: number): string;
  /** Says of an amount on a line that it is what is left after what came back. */
  netText?(amount: string): string;
  /** The heading over items that a layout has set together. */
  blockTitle?: BlockTitle;
  /** Bytes of a picture that is a source; null where it cannot be shown. */
  onPicture?: LoadPicture;
  /** A picture file was dropped on an item. */
  onDropPicture?(file: File, id: string): void;
  /** What annotations wish; without it there are none to be drawn by hand. */
  marks?: MarkCallbacks;
}

export interface CanvasOptions extends Appearance {
  readonly callbacks: CanvasCallbacks;
  /** What lies over the canvas now, CSS pixels in it: fitting keeps the items out from under it. */
  readonly covers?: () => readonly Cover[];
  /** Name of the chart for screen readers. */
  readonly label?: string;
  /** What dragging over empty space does; Space with a drag always pans. */
  readonly dragEmpty?: 'select' | 'pan';
  /** Height of the smallest letters of names, CSS pixels, where it is read from further off than a screen is. */
  readonly letters?: number;
}

/** One chart on screen. */
export interface Canvas {
  /** Makes the drawing equal to the view. The first view that has items is fitted into the window. */
  sync(view: DrawnChart): void;
  /** Puts everything back to the last view, after a refused wish. */
  restore(): void;
  setSelection(selection: Selection): void;
  setAppearance(appearance: Partial<Appearance>): void;
  setLabel(label: string): void;
  /** Marks items with an amber halo (search hits, found paths); an empty list marks none. */
  highlight(ids: readonly string[]): void;
  /** Marks items that are new, or of which more was said. */
  setNews(news: ReadonlyMap<string, 'added' | 'changed'>): void;
  /** Writes what a measure says of items over them, by the ids that are drawn. */
  setRanks(ranks: ReadonlyMap<string, string>): void;
  /** Dims all items and lines but these; null dims none. */
  filter(ids: ReadonlySet<string> | null): void;
  /** Marks what came, went, moved and changed since an earlier state; null marks nothing. */
  setChanges(changes: ChangeMarks | null): void;
  setMode(mode: Mode): void;
  /** Opens the words of an annotation. */
  editMark(id: string): void;
  /** Opens a new annotation: tied to an item, or in the middle of the window. */
  beginMark(kind: AnnotationKind, anchor: string | null): void;
  /** Lets an annotation that is tied to an item stand by itself where it is. */
  loosenMark(id: string): void;
  /** What the wheel does; "auto" tells a mouse from a touchpad. */
  setWheel(meaning: WheelMeaning): void;
  setDragEmpty(meaning: 'select' | 'pan'): void;
  fit(ids?: readonly string[]): void;
  zoomBy(factor: number): void;
  zoom(): number;
  setZoom(level: number): void;
  centre(id: string): void;
  /** Shows just a part of the chart. */
  showBox(box: ChartBox): void;
  /** The part of the chart that is in the window. */
  inView(): ChartBox;
  /** Middle of what is in view, chart units. */
  middle(): Point;
  toChart(clientX: number, clientY: number): Point;
  /** Place under the pointer, chart units; null while it is not over the canvas. */
  pointer(): Point | null;
  /** Where an item is in the window, CSS pixels; null when it is not on the chart. */
  inWindow(id: string): Point | null;
  /**
   * Lays out all that is not pinned, or only the selection; ends in one onMoveCommit. With `preview` the result is shown first and waits for keepLayout or cancel. `values`: what
   * "byProperty" puts together, by entity.
   */
  runLayout(layout: LayoutId, wishes?: { readonly scope?: 'all' | 'selection'; readonly preview?: boolean; readonly values?: ReadonlyMap<string, string> }): Promise<LayoutOutcome>;
  keepLayout(): void;
  /** Aligns, distributes, mirrors, spreads or tightens the selection where it has two items or more, else the whole chart; one onMoveCommit. */
  adjust(adjustment: AdjustmentId): Promise<LayoutOutcome>;
  /** True while a layout runs. */
  isLayingOut(): boolean;
  /** Places for entities that are about to be added; nothing that is there moves. */
  placesFor(added: readonly string[], lines: readonly { readonly from: string; readonly to: string }[], at?: Point): Promise<PlacedItem[]>;
  /** Ends a gesture or layout that is under way, without a change; true when there was one. */
  cancel(): boolean;
  focus(): void;
  destroy(): void;
}

import type { EventObject } from 'cytoscape';
import type { AnnotationKind } from '../../../shared/model/drawing';
import { beginBoxSelect } from './boxSelect';
import { clickSelect } from './clickSelect';
import { beginDragItems } from './dragItems';
import { drawEntity } from './drawEntity';
import { beginDrawLink } from './drawLink';
import type { Gesture, Hands, Pointer } from './gesture';

/** What pressing the pointer means now. Annotations are drawn by a hand of their own. */
export type Mode = 'select' | 'drawLink' | 'drawEntity' | AnnotationKind;

/** A press that moves less than this (CSS pixels) is a click. */
const CLICK_REACH = 4;

export interface PointerGestures {
  /** The gesture under way; its preview is painted by the canvas. */
  current(): Gesture | null;
  /** Ends what is under way without a change; true when there was something. */
  cancel(): boolean;
  detach(): void;
}

interface Wishes {
  mode(): Mode;
  /** Item whose caption is at a point; clicking a caption is clicking its item. */
  captionAt(x: number, y: number): string | null;
  /** Frame whose title is at a point. */
  titleAt(x: number, y: number): string | null;
}

/** What is under the pointer that Cytoscape does not know of. */
export type Beneath = Pick<Wishes, 'captionAt' | 'titleAt'>;

/** Reads Cytoscape's pointer events into one description. */
export function pointerOf(event: EventObject, beneath: Beneath): Pointer {
  const original = event.originalEvent as Partial<MouseEvent> | undefined;
  const element = event.target === event.cy ? null : (event.target as { id(): string; isNode(): boolean } | null);
  const caption = element?.isNode() ? null : beneath.captionAt(event.renderedPosition.x, event.renderedPosition.y);
  // A title is taken hold of where lines run over it, too.
  const frame = caption !== null || element?.isNode() ? null : beneath.titleAt(event.renderedPosition.x, event.renderedPosition.y);
  const target = caption ?? frame ?? element?.id() ?? null;
  return {
    chart: { ...event.position },
    view: { ...event.renderedPosition },
    target,
    kind: target === null ? 'empty' : frame !== null ? 'frame' : caption !== null || element?.isNode() ? 'entity' : 'line',
    toggles: Boolean(original?.ctrlKey || original?.metaKey || original?.shiftKey),
    alt: Boolean(original?.altKey),
  };
}

/** Turns presses, drags and releases into gestures. Cytoscape's own dragging, boxes and selection are off. */
export function attachPointer(hands: Hands, wishes: Wishes): PointerGestures {
  const { cy } = hands;
  let pressed: Pointer | null = null;
  let gesture: Gesture | null = null;

  const begin = (from: Pointer): Gesture | null => {
    const mode = wishes.mode();
    if (mode === 'drawEntity') return null;
    if (from.kind === 'entity' && (mode === 'drawLink' || from.alt)) return beginDrawLink(hands, from);
    if ((from.kind === 'entity' || (from.kind === 'frame' && mode === 'select')) && !from.toggles) return beginDragItems(hands, from);
    return mode === 'select' ? beginBoxSelect(hands, from) : null;
  };
  const start = (event: EventObject): void => {
    if ((event.originalEvent as Partial<MouseEvent> | undefined)?.button) return;
    pressed = pointerOf(event, wishes);
  };
  const drag = (event: EventObject): void => {
    if (!pressed) return;
    const at = pointerOf(event, wishes);
    if (!gesture) {
      if (Math.hypot(at.view.x - pressed.view.x, at.view.y - pressed.view.y) < CLICK_REACH) return;
      gesture = begin(pressed);
      if (!gesture) pressed = null;
    }
    gesture?.move(at);
  };
  const end = (event: EventObject): void => {
    if (!pressed) return;
    const at = pointerOf(event, wishes);
    const running = gesture;
    pressed = null;
    gesture = null;
    if (running) running.commit(at);
    else if (wishes.mode() !== 'drawEntity' || !drawEntity(hands, at)) clickSelect(hands, at);
  };
  cy.on('tapstart', start);
  cy.on('tapdrag', drag);
  cy.on('tapend', end);
  return {
    current: () => gesture,
    cancel: () => {
      const running = gesture;
      pressed = null;
      gesture = null;
      running?.cancel();
      return running !== null;
    },
    detach: () => {
      cy.removeListener('tapstart', start as never);
      cy.removeListener('tapdrag', drag as never);
      cy.removeListener('tapend', end as never);
    },
  };
}

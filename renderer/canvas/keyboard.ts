import { inReadingOrder, neighbourTowards } from './gestures/walk';
import { wayOf, type Nudge } from './gestures/nudge';
import type { Hands } from './gestures/gesture';

interface Wishes {
  readonly nudge: Nudge;
  /** Ends what is under way; true when there was something. */
  cancel(): boolean;
  /** Called when the keys have come to another item. */
  walked(id: string): void;
  open(id: string): void;
  /** The context menu of the selection, at an item's place. */
  menu(id: string | null): void;
}

const PAN_STEP = 60;

/**
 * The keys of the chart itself; commands (delete, undo, fit) belong to the actions. Arrows nudge the selection, or pan when
 * nothing is selected; Ctrl and an arrow go to the neighbour on that side; Tab goes through the items in reading order.
 */
export function attachKeyboard(hands: Hands, container: HTMLElement, wishes: Wishes): () => void {
  // Tab walks through the items; after Escape with nothing selected it leaves the chart, so that no one is caught in it.
  let leaving = false;
  const go = (id: string): void => {
    hands.select({ entities: [id], lines: [] });
    wishes.walked(id);
  };
  const current = (): string | null => hands.selection().entities.at(-1) ?? null;

  const arrow = (event: KeyboardEvent, way: readonly [number, number]): boolean => {
    if (event.ctrlKey || event.metaKey) {
      const from = current();
      const next = from === null ? inReadingOrder(hands.cy, null, false) : neighbourTowards(hands.cy, from, way);
      if (next !== null) go(next);
      return true;
    }
    if (wishes.nudge.press(way, event.shiftKey)) return true;
    hands.cy.panBy({ x: -way[0] * PAN_STEP, y: -way[1] * PAN_STEP });
    return true;
  };
  const escape = (): boolean => {
    if (wishes.cancel() || wishes.nudge.cancel()) return true;
    const { entities, lines } = hands.selection();
    leaving = entities.length + lines.length === 0;
    if (leaving) return false;
    hands.select({ entities: [], lines: [] });
    return true;
  };
  const tab = (event: KeyboardEvent): boolean => {
    if (leaving) {
      leaving = false;
      return false;
    }
    const next = inReadingOrder(hands.cy, current(), event.shiftKey);
    if (next !== null) go(next);
    return next !== null;
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== container || event.altKey) return;
    const way = wayOf(event.key);
    const id = current();
    let used = false;
    if (way) used = arrow(event, way);
    else if (event.key === 'Escape') used = escape();
    else if (event.key === 'Tab' && !event.ctrlKey) used = tab(event);
    else if (event.key === 'Enter' && id !== null) {
      wishes.open(id);
      used = true;
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      wishes.menu(id);
      used = true;
    }
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
  };
  container.addEventListener('keydown', press);
  return () => container.removeEventListener('keydown', press);
}

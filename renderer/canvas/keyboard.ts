import { inReadingOrder, lineAfter, neighbourTowards } from './gestures/walk';
import { wayOf, type Nudge } from './gestures/nudge';
import type { Hands } from './gestures/gesture';

interface Wishes {
  readonly nudge: Nudge;
  /** Ends what is under way; true when there was something. */
  cancel(): boolean;
  /** Called when the keys have come to another item or line. */
  walked(id: string): void;
  open(id: string, kind: 'entity' | 'line'): void;
  /** The context menu of the selection, at the place of an item or line. */
  menu(id: string | null, kind: 'entity' | 'line'): void;
}

const PAN_STEP = 60;

/**
 * The keys of the chart itself; commands (delete, undo, fit) belong to the actions. Arrows nudge the selection, or pan when
 * nothing is selected; Ctrl and an arrow go to the neighbour on that side, with Shift they add it; Tab goes through the items in reading order, Home and End to the first and last; Page
 * Down and Page Up go through the lines of an item.
 */
export function attachKeyboard(hands: Hands, container: HTMLElement, wishes: Wishes): () => void {
  // Tab walks through the items; after Escape with nothing selected it leaves the chart, so that no one is caught in it.
  let leaving = false;
  const go = (id: string): void => {
    hands.select({ entities: [id], lines: [] });
    wishes.walked(id);
  };
  const current = (): string | null => hands.selection().entities.at(-1) ?? null;
  // The item whose lines the keys go through: a line that is selected has two.
  let owner: string | null = null;
  const line = (backwards: boolean): boolean => {
    owner = current() ?? owner;
    const next = owner === null ? null : lineAfter(hands.cy, owner, hands.selection().lines[0] ?? null, backwards);
    if (next === null) return false;
    hands.select({ entities: [], lines: [next] });
    wishes.walked(next);
    return true;
  };
  const end = (last: boolean): boolean => {
    const next = inReadingOrder(hands.cy, null, last);
    if (next !== null) go(next);
    return next !== null;
  };
  /** What the keys act on: the item that was come to last, else the line. */
  const target = (): { readonly id: string; readonly kind: 'entity' | 'line' } | null => {
    const [id, only] = [current(), hands.selection().lines[0]];
    return id !== null ? { id, kind: 'entity' } : only === undefined ? null : { id: only, kind: 'line' };
  };

  const arrow = (event: KeyboardEvent, way: readonly [number, number]): boolean => {
    if (event.ctrlKey || event.metaKey) {
      const from = current();
      const next = from === null ? inReadingOrder(hands.cy, null, false) : neighbourTowards(hands.cy, from, way);
      if (next === null) return true;
      if (event.shiftKey && from !== null) {
        const { entities, lines } = hands.selection();
        hands.select({ entities: [...entities.filter((id) => id !== next), next], lines });
        wishes.walked(next);
      } else go(next);
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
    const on = target();
    let used = false;
    if (way) used = arrow(event, way);
    else if (event.key === 'Escape') used = escape();
    else if (event.key === 'Tab' && !event.ctrlKey) used = tab(event);
    else if ((event.key === 'PageDown' || event.key === 'PageUp') && !event.ctrlKey) used = line(event.key === 'PageUp');
    else if ((event.key === 'Home' || event.key === 'End') && !event.ctrlKey) used = end(event.key === 'End');
    else if (event.key === 'Enter' && on !== null) {
      wishes.open(on.id, on.kind);
      used = true;
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      wishes.menu(on?.id ?? null, on?.kind ?? 'entity');
      used = true;
    }
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
  };
  container.addEventListener('keydown', press);
  return () => container.removeEventListener('keydown', press);
}

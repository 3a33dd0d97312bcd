import type { Core, EventObject } from 'cytoscape';

/** Rests this long on an item before its card is asked for. */
const REST = 400;

interface Wishes {
  /** At once: the item or line under the pointer, null when it left. */
  over(id: string | null): void;
  /** After a rest, with the place in the window; null when the pointer left again. */
  rested(at: { id: string; x: number; y: number } | null): void;
}

/** Watches what the pointer is over. */
export function attachHover(cy: Core, wishes: Wishes): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = false;
  const leave = (): void => {
    clearTimeout(timer);
    if (shown) wishes.rested(null);
    shown = false;
  };
  const enter = (event: EventObject): void => {
    leave();
    const element = event.target as { id(): string; addClass(name: string): void };
    element.addClass('hovered');
    wishes.over(element.id());
    const original = event.originalEvent as Partial<MouseEvent> | undefined;
    timer = setTimeout(() => {
      shown = true;
      wishes.rested({ id: element.id(), x: original?.clientX ?? 0, y: original?.clientY ?? 0 });
    }, REST);
  };
  const exit = (event: EventObject): void => {
    leave();
    (event.target as { removeClass(name: string): void }).removeClass('hovered');
    wishes.over(null);
  };
  cy.on('mouseover', 'node, edge', enter);
  cy.on('mouseout', 'node, edge', exit);
  cy.on('tapstart viewport', leave);
  return leave;
}

import type { KeyboardEvent } from 'react';

const ITEM = '[role="menuitem"]:not([aria-disabled="true"])';

/** The keyboard begins on the first entry of a menu that opens. */
export const focusFirstItem = (popover: HTMLElement): void => popover.querySelector<HTMLElement>(ITEM)?.focus();

/** Arrow keys, Home and End go through the entries of a menu; Enter runs one, as a click does. */
export function walkMenu(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEM)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: (at + 1) % items.length, ArrowUp: at <= 0 ? items.length - 1 : at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}

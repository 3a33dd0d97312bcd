import type { Core, EventObject } from 'cytoscape';
import { pointerOf, type Beneath } from './pointer';
import type { Pointer } from './gesture';

/** Calls when the same thing is clicked twice: Cytoscape takes two quick clicks on different things for a double one, too. Clicks that add to the selection are none. */
export function onDoubleClick(cy: Core, beneath: Beneath, open: (id: string, kind: Exclude<Pointer['kind'], 'empty'>) => void): void {
  const pressed: (string | null)[] = [];
  cy.on('tapstart', (event: EventObject) => {
    pressed.push(pointerOf(event, beneath).target);
    if (pressed.length > 2) pressed.shift();
  });
  cy.on('dbltap', (event: EventObject) => {
    const { target, kind, toggles } = pointerOf(event, beneath);
    if (target !== null && kind !== 'empty' && !toggles && pressed.every((each) => each === target)) open(target, kind);
  });
}

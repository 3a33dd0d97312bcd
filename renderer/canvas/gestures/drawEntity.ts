import type { Hands, Pointer } from './gesture';

/** A click while drawing items: asks for a new one there. On an item it does nothing, so that none comes to lie on another. */
export function drawEntity(hands: Hands, at: Pointer): boolean {
  if (at.kind === 'entity') return false;
  hands.createAt(at.chart);
  return true;
}

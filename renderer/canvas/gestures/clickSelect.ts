import type { Selection } from '../../case/selection';
import type { Hands, Pointer } from './gesture';

const toggled = (ids: readonly string[], id: string): string[] => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

/** What a click selects: the item or line under it alone, or toggled with Ctrl; empty space clears. */
export function clickedSelection(before: Selection, at: Pointer): Selection {
  if (at.target === null) return at.toggles ? before : { entities: [], lines: [] };
  const entity = at.kind === 'entity';
  if (!at.toggles) return entity ? { entities: [at.target], lines: [] } : { entities: [], lines: [at.target] };
  return entity ? { ...before, entities: toggled(before.entities, at.target) } : { ...before, lines: toggled(before.lines, at.target) };
}

/** A press and release without a way in between. */
export function clickSelect(hands: Hands, at: Pointer): void {
  hands.select(clickedSelection(hands.selection(), at));
}

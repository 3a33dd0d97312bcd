import type { Selection } from '../../case/selection';
import type { Hands, Pointer } from './gesture';

const toggled = (ids: readonly string[], id: string): string[] => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

/** All of them at once: taken away when all are selected, else added. */
const toggledAll = (ids: readonly string[], held: readonly string[]): string[] => (held.every((id) => ids.includes(id)) ? ids.filter((id) => !held.includes(id)) : [...new Set([...ids, ...held])]);

/** What a click selects: the item or line under it alone, all of a frame, or toggled with Ctrl; empty space clears. `inFrame` tells what is in one. */
export function clickedSelection(before: Selection, at: Pointer, inFrame: (id: string) => readonly string[] = () => []): Selection {
  if (at.target === null) return at.toggles ? before : { entities: [], lines: [] };
  if (at.kind === 'frame') return at.toggles ? { ...before, entities: toggledAll(before.entities, inFrame(at.target)) } : { entities: [...inFrame(at.target)], lines: [] };
  const entity = at.kind === 'entity';
  if (!at.toggles) return entity ? { entities: [at.target], lines: [] } : { entities: [], lines: [at.target] };
  return entity ? { ...before, entities: toggled(before.entities, at.target) } : { ...before, lines: toggled(before.lines, at.target) };
}

/** A press and release without a way in between. */
export function clickSelect(hands: Hands, at: Pointer): void {
  hands.select(clickedSelection(hands.selection(), at, hands.inFrame));
}

import type { Id } from '../model/ids';

/** Digits of an id behind its last hyphen. */
const TAIL = 12;

/**
 * The nth id (from 1) of parts of a briefing, made from the briefing's own: the same whoever makes them, and unlike each other within one briefing, which is all
 * that ids of blocks and sentences have to be.
 */
export const partId = (briefing: Id, n: number): Id => `${briefing.slice(0, -TAIL)}${n.toString(16).padStart(TAIL, '0')}`;

/** Gives ids of parts one after another. */
export function partIds(briefing: Id): () => Id {
  let n = 0;
  return () => partId(briefing, (n += 1));
}

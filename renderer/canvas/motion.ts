import type { Core } from 'cytoscape';
import type { Move } from './gestures/gesture';

const DURATION = 180;
/** More items than this jump: a slow picture explains nothing. */
const MOST = 600;

const eased = (part: number): number => 1 - (1 - part) ** 3;

/**
 * Moves items to their new places so that the eye can follow, in at most 180 ms; at once when less motion is wanted or the
 * chart is large. `finished` is called in the end, `stop` ends where it is.
 */
export function moveTo(cy: Core, moves: readonly Move[], still: boolean, finished: () => void): { stop(): void } {
  const starts = moves.map((move) => ({ ...cy.getElementById(move.subject).position() }));
  let frame = 0;
  const show = (part: number): void => {
    cy.batch(() => {
      moves.forEach((move, i) => {
        const start = starts[i]!;
        const place = part >= 1 ? { x: move.x, y: move.y } : { x: start.x + (move.x - start.x) * part, y: start.y + (move.y - start.y) * part };
        cy.getElementById(move.subject).position(place);
      });
    });
  };
  if (still || moves.length > MOST) {
    show(1);
    finished();
    return { stop: () => undefined };
  }
  const begun = performance.now();
  const step = (): void => {
    const part = (performance.now() - begun) / DURATION;
    show(eased(Math.min(1, part)));
    if (part < 1) frame = requestAnimationFrame(step);
    else finished();
  };
  frame = requestAnimationFrame(step);
  return { stop: () => cancelAnimationFrame(frame) };
}

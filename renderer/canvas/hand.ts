import type { Point } from './viewport';

/** Where the pointer was last seen in the window. Kept beside all canvases: one that has just come knows where the hand is before it moves. */
let last: { readonly x: number; readonly y: number } | null = null;
const seen = (event: PointerEvent): void => {
  last = { x: event.clientX, y: event.clientY };
};

/** Follows the pointer, and gives a function that tells its place on the chart, null while it is not over the canvas: what is pasted comes under it. */
export function followHand(container: HTMLElement, toChart: (clientX: number, clientY: number) => Point): () => Point | null {
  // The same listener once more is the same listener.
  window.addEventListener('pointermove', seen, true);
  return () => {
    const box = container.getBoundingClientRect();
    return last === null || last.x < box.left || last.x > box.right || last.y < box.top || last.y > box.bottom ? null : toChart(last.x, last.y);
  };
}

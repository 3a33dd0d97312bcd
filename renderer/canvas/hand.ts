import type { Point } from './viewport';

/** Follows the pointer over the canvas: what is pasted comes under it. */
export function followHand(container: HTMLElement, toChart: (clientX: number, clientY: number) => Point): { at(): Point | null; detach(): void } {
  let last: { readonly x: number; readonly y: number } | null = null;
  const move = (event: PointerEvent): void => {
    last = { x: event.clientX, y: event.clientY };
  };
  const leave = (): void => {
    last = null;
  };
  container.addEventListener('pointermove', move);
  container.addEventListener('pointerleave', leave);
  return {
    at: () => (last === null ? null : toChart(last.x, last.y)),
    detach: () => {
      container.removeEventListener('pointermove', move);
      container.removeEventListener('pointerleave', leave);
    },
  };
}

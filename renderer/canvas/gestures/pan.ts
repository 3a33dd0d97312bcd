import type { Core } from 'cytoscape';
import { viewMoves } from '../crowded';
import { zoomBy, type Point } from '../viewport';
import { WheelSense, type WheelMeaning } from './wheel';

/** Zooming of one notch, and of one unit of a pinch, whose amount is a hundred times the logarithm of how far the fingers part. */
const PER_NOTCH = 0.0018;
const PER_PINCH = 0.01;
const LARGEST_TURN = 240;

/**
 * Space or the middle button with a drag pans. A mouse's wheel zooms at the pointer, with Shift it goes sideways; two fingers on a touchpad move the view, and pinch to zoom. Returns
 * the removal.
 */
export function attachPan(cy: Core, container: HTMLElement, dragEmptyPans: () => boolean, wheelMeans: () => WheelMeaning = () => 'auto'): () => void {
  const sense = new WheelSense();
  let space = false;
  let from: { pointer: Point; pan: Point } | null = null;
  let settle: ReturnType<typeof setTimeout> | undefined;

  const moved = (): void => {
    viewMoves(cy, true);
    clearTimeout(settle);
    settle = setTimeout(() => viewMoves(cy, false), 150);
  };
  const cursor = (name: string): void => {
    container.style.cursor = name;
  };
  const press = (event: MouseEvent): void => {
    const empty = dragEmptyPans() && event.button === 0;
    if (event.button !== 1 && !(event.button === 0 && space) && !empty) return;
    // Cytoscape and the other gestures must not see it.
    event.preventDefault();
    event.stopPropagation();
    from = { pointer: { x: event.clientX, y: event.clientY }, pan: { ...cy.pan() } };
    cursor('grabbing');
    container.focus({ preventScroll: true });
  };
  const drag = (event: MouseEvent): void => {
    if (!from) return;
    event.stopPropagation();
    cy.pan({ x: from.pan.x + event.clientX - from.pointer.x, y: from.pan.y + event.clientY - from.pointer.y });
    moved();
  };
  const release = (event: MouseEvent): void => {
    if (!from) return;
    event.stopPropagation();
    from = null;
    cursor(space ? 'grab' : '');
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const box = container.getBoundingClientRect();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const touchpad = sense.isTouchpad(event);
    const means = wheelMeans() === 'auto' ? (touchpad ? 'pan' : 'zoom') : wheelMeans();
    const turn = Math.max(-LARGEST_TURN, Math.min(LARGEST_TURN, event.deltaY * lines));
    // A pinch comes as a turn with Ctrl held; so does Ctrl with the wheel, by notches.
    if (event.ctrlKey) zoomBy(cy, Math.exp(-turn * (Math.abs(turn) < 60 ? PER_PINCH : PER_NOTCH)), at);
    else if (event.shiftKey) cy.panBy({ x: -(event.deltaX || event.deltaY) * lines, y: 0 });
    else if (means === 'pan') cy.panBy({ x: -event.deltaX * lines, y: -event.deltaY * lines });
    else zoomBy(cy, Math.exp(-turn * PER_NOTCH), at);
    moved();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Space' || event.target !== container) return;
    event.preventDefault();
    if (!space) cursor('grab');
    space = true;
  };
  const keyUp = (event: KeyboardEvent): void => {
    if (event.code !== 'Space') return;
    space = false;
    if (!from) cursor('');
  };

  container.addEventListener('mousedown', press, true);
  window.addEventListener('mousemove', drag, true);
  window.addEventListener('mouseup', release, true);
  container.addEventListener('wheel', wheel, { capture: true, passive: false });
  container.addEventListener('keydown', keyDown);
  window.addEventListener('keyup', keyUp);
  return () => {
    clearTimeout(settle);
    container.removeEventListener('mousedown', press, true);
    window.removeEventListener('mousemove', drag, true);
    window.removeEventListener('mouseup', release, true);
    container.removeEventListener('wheel', wheel, true);
    container.removeEventListener('keydown', keyDown);
    window.removeEventListener('keyup', keyUp);
  };
}

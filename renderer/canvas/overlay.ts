import type { Core } from 'cytoscape';

/** A sheet over Cytoscape's own on which captions, badges and previews of gestures are drawn. It lets the pointer through. */
export interface Overlay {
  readonly element: HTMLCanvasElement;
  /** Draws anew at the next frame, also when Cytoscape itself has nothing to draw. */
  redraw(): void;
  destroy(): void;
}

export type Paint = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** While a large chart is moved, letters and signs ride along with the picture. Standing still for so long (ms) it is written anew, and on a long way so often: after so many ms and frames, and for no more than a part of the time. */
const STILL = 110;
const LEAST_PAUSE = 250;
const LEAST_FRAMES = 20;
const SHARE = 12;

/** Puts an overlay into the container, or a sheet `under` Cytoscape's, and has it painted after each frame of Cytoscape; `lazily` asks whether it rides along while the view moves. Coordinates given to `paint` are CSS pixels. */
export function createOverlay(cy: Core, container: HTMLElement, paint: Paint, place: 'over' | 'under' = 'over', lazily: () => boolean = () => false): Overlay {
  const element = document.createElement('canvas');
  Object.assign(element.style, { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%', pointerEvents: 'none', transformOrigin: '0 0', zIndex: place === 'over' ? '3' : '0' });
  element.setAttribute('aria-hidden', 'true');
  if (place === 'over') container.append(element);
  else container.prepend(element);
  const context = element.getContext('2d');
  let frame = 0;
  /** The view that was painted, when, and how long that took; ms. */
  let painted: { zoom: number; x: number; y: number; at: number; took: number; frame: number; ridden: number } | null = null;
  let due: ReturnType<typeof setTimeout> | undefined;

  /** Moves what was painted to where it belongs now; true when that will do for the moment. */
  const rideAlong = (): boolean => {
    if (painted === null || !lazily()) return false;
    const zoom = cy.zoom();
    const pan = cy.pan();
    if (zoom === painted.zoom && pan.x === painted.x && pan.y === painted.y) return document.timeline.currentTime === painted.frame;
    painted.ridden += 1;
    if (painted.ridden > LEAST_FRAMES && performance.now() - painted.at > Math.max(LEAST_PAUSE, painted.took * SHARE)) return false;
    const scale = zoom / painted.zoom;
    element.style.transform = `translate(${pan.x - painted.x * scale}px, ${pan.y - painted.y * scale}px) scale(${scale})`;
    clearTimeout(due);
    due = setTimeout(draw, STILL);
    return true;
  };

  const draw = (): void => {
    if (!context) return;
    clearTimeout(due);
    cancelAnimationFrame(frame);
    const began = performance.now();
    const width = container.clientWidth;
    const height = container.clientHeight;
    const ratio = window.devicePixelRatio || 1;
    const wide = Math.round(width * ratio);
    const high = Math.round(height * ratio);
    if (element.width !== wide || element.height !== high) {
      element.width = wide;
      element.height = high;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, wide, high);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(context, width, height);
    element.style.transform = '';
    const pan = cy.pan();
    painted = { zoom: cy.zoom(), x: pan.x, y: pan.y, at: performance.now(), took: performance.now() - began, frame: Number(document.timeline.currentTime), ridden: 0 };
  };
  const rendered = (): void => { if (!rideAlong()) draw(); };

  cy.on('render', rendered);
  return {
    element,
    redraw: () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      clearTimeout(due);
      cy.removeListener('render', rendered as never);
      element.remove();
    },
  };
}

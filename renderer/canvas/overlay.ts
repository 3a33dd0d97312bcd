import type { Core } from 'cytoscape';

/** A sheet over Cytoscape's own on which captions, badges and previews of gestures are drawn. It lets the pointer through. */
export interface Overlay {
  readonly element: HTMLCanvasElement;
  /** Draws anew at the next frame, also when Cytoscape itself has nothing to draw. */
  redraw(): void;
  destroy(): void;
}

export type Paint = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** Puts an overlay into the container, or a sheet `under` Cytoscape's, and has it painted after each frame of Cytoscape. Coordinates given to `paint` are CSS pixels. */
export function createOverlay(cy: Core, container: HTMLElement, paint: Paint, place: 'over' | 'under' = 'over'): Overlay {
  const element = document.createElement('canvas');
  Object.assign(element.style, { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%', pointerEvents: 'none', zIndex: place === 'over' ? '3' : '0' });
  element.setAttribute('aria-hidden', 'true');
  if (place === 'over') container.append(element);
  else container.prepend(element);
  const context = element.getContext('2d');
  let frame = 0;

  const draw = (): void => {
    if (!context) return;
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
  };

  cy.on('render', draw);
  return {
    element,
    redraw: () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      cy.removeListener('render', draw as never);
      element.remove();
    },
  };
}

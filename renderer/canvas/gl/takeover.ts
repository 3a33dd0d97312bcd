import type { Collection, Core, SingularElementReturnValue } from 'cytoscape';

/** Parts of Cytoscape's canvas renderer; not in its types, so each is looked for before it is used. */
interface CanvasRenderer {
  render(options?: { readonly forcedContext?: unknown }): void;
  findNearestElements(x: number, y: number, interactive?: boolean, touch?: boolean): SingularElementReturnValue[];
  getCachedZSortedEles(again?: boolean): unknown;
  invalidateCachedZSortedEles(): void;
  recalculateRenderedStyle(elements: { readonly length: number }, useCache?: boolean): void;
  onUpdateEleCalcsFns?: ((willDraw: boolean, elements: unknown) => void)[];
  /** What is done before each frame; that of priority `eleCalcs` styles and measures all elements that changed. */
  beforeRenderCallbacks?: BeforeRender[];
  beforeRenderPriorities?: { readonly eleCalcs: number };
  flushRenderedStyleQueue?(): void;
  clearCanvas(): void;
  redrawHint(group: string, redraw: boolean): void;
  redraw(): void;
  data?: { canvasContainer?: HTMLElement };
}

interface BeforeRender {
  readonly priority: number;
  fn(willDraw: boolean): void;
}

const NEEDED = ['render', 'findNearestElements', 'getCachedZSortedEles', 'recalculateRenderedStyle', 'clearCanvas', 'redrawHint', 'redraw'] as const;

/** Sorted elements with the two lists that Cytoscape keeps beside them. */
type Sorted = SingularElementReturnValue[] & { nondrag: SingularElementReturnValue[]; drag: SingularElementReturnValue[]; interactive: SingularElementReturnValue[] };

/** So few elements are measured whoever asks: one asks for the middle of a line. */
const FEW = 8;

export interface Takeover {
  /** The elements that Cytoscape still draws itself. */
  leave(elements: Collection): void;
  /** Draws anew at the next frame. */
  redraw(): void;
  /** Everything is Cytoscape's again. */
  giveBack(): void;
}

interface Wishes {
  /** Draws all that Cytoscape does not. */
  draw(): void;
  /** The element at a point of the chart. */
  at(x: number, y: number): SingularElementReturnValue | null;
}

/**
 * Takes drawing and finding what is under the pointer from Cytoscape, which stays the model, sends the events and draws the few elements that are left to it.
 * Null where this version of Cytoscape has no such parts.
 */
export function takeOver(cy: Core, wishes: Wishes): Takeover | null {
  const renderer = (cy as unknown as { renderer(): CanvasRenderer | null }).renderer();
  if (!renderer || NEEDED.some((name) => typeof renderer[name] !== 'function')) return null;
  const own = { render: renderer.render, find: renderer.findNearestElements, sorted: renderer.getCachedZSortedEles, measure: renderer.recalculateRenderedStyle, before: renderer.beforeRenderCallbacks, flush: renderer.flushRenderedStyleQueue };
  let left: Collection = cy.collection();
  let sorted: Sorted | null = null;
  let drawn = true;
  /** Sheets with nothing on them still cost the compositor a full window each. They stay there for the pointer: Cytoscape wants it to be over one of them. */
  const showSheets = (shown: boolean): void => {
    const sheets = renderer.data?.canvasContainer;
    if (sheets) sheets.style.opacity = shown ? '' : '0';
  };

  renderer.render = function render(options) {
    if (options?.forcedContext) return own.render.call(renderer, options);
    wishes.draw();
    if (left.nonempty() || drawn) {
      drawn = left.nonempty();
      showSheets(drawn);
      // It says itself that it has rendered.
      renderer.redrawHint('eles', true);
      return own.render.call(renderer, options);
    }
    cy.emit('render');
  };
  renderer.getCachedZSortedEles = () => {
    if (sorted === null) {
      const nodesLast = left.toArray().sort((a, b) => Number(a.isNode()) - Number(b.isNode()));
      sorted = Object.assign(nodesLast, { nondrag: nodesLast, drag: [], interactive: nodesLast }) as unknown as Sorted;
    }
    return sorted;
  };
  renderer.findNearestElements = (x, y) => {
    const found = wishes.at(x, y);
    return found === null ? [] : [found];
  };
  renderer.recalculateRenderedStyle = (elements, useCache) => {
    if (elements.length <= FEW) return own.measure.call(renderer, elements, useCache);
    if (left.nonempty()) own.measure.call(renderer, left, useCache);
  };
  // Styling twenty thousand elements that it does not draw would take Cytoscape most of a second: they wait until everything is given back.
  const measureLeft = (willDraw: boolean): void => {
    if (!willDraw || left.empty()) return;
    (left as unknown as { cleanStyle?(): void }).cleanStyle?.();
    for (const listener of renderer.onUpdateEleCalcsFns ?? []) listener(true, left);
    own.measure.call(renderer, left);
  };
  const priority = renderer.beforeRenderPriorities?.eleCalcs;
  if (own.before && priority !== undefined) renderer.beforeRenderCallbacks = own.before.map((each) => (each.priority === priority ? { priority, fn: measureLeft } : each));
  if (own.flush) renderer.flushRenderedStyleQueue = () => measureLeft(true);
  cy.forceRender();

  return {
    leave: (elements) => {
      left = elements;
      sorted = null;
      drawn = true;
    },
    redraw: () => renderer.redraw(),
    giveBack: () => {
      showSheets(true);
      Object.assign(renderer, { render: own.render, findNearestElements: own.find, getCachedZSortedEles: own.sorted, recalculateRenderedStyle: own.measure, beforeRenderCallbacks: own.before, flushRenderedStyleQueue: own.flush });
      renderer.invalidateCachedZSortedEles();
      renderer.redrawHint('eles', true);
      renderer.redraw();
    },
  };
}

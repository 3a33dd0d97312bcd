import cytoscape, { type EdgeSingular, type EventObject } from 'cytoscape';
import { NOTHING, type Selection } from '../case/selection';
import type { DrawnChart } from '../case/drawn/drawnChart';
import { ANNOTATIONS } from '../../shared/model/drawing';
import { attachMarks } from './annotations/marks';
import type { Appearance, Canvas, CanvasOptions } from './canvas';
import { drawBlocks } from './blocks';
import { drawKeptRows, shownRows } from './keptRows';
import { drawRuler } from './ruler';
import { drawChanges, type ChangeMarks } from './changes';
import { Drawer } from './drawer';
import { attachDrop } from './drop';
import { attachDropPicture } from './dropPicture';
import { DrawnBefore } from './drawnBefore';
import { drawingOf, type Drawing } from './elements';
import { clickedSelection } from './gestures/clickSelect';
import { onDoubleClick } from './gestures/doubleClick';
import type { Hands, Move } from './gestures/gesture';
import { createNudge } from './gestures/nudge';
import { attachPan } from './gestures/pan';
import { attachPointer, pointerOf, type Beneath, type Mode } from './gestures/pointer';
import { Frames } from './frames';
import type { WheelMeaning } from './gestures/wheel';
import { glyphPainter } from './glyph';
import { Holding } from './holding';
import { followHand } from './hand';
import { attachHover } from './hover';
import { itemAt } from './itemAt';
import { attachKeyboard } from './keyboard';
import { LabelLayer } from './labelLayer';
import { drawLineLabels } from './lineLabels';
import { adjustItems, startLayout, type LayoutRun } from './layoutRun';
import type { LayoutId } from './layouts/offered';
import { placeAddition } from './layouts/run';
import { createLiveText } from './liveText';
import { looksOf } from './looks';
import { createOverlay } from './overlay';
import { Photos } from './photos';
import { styleOf } from './style';
import { sync } from './sync';
import { THEMES } from './theme';
import { boxInView, centreOn, fitView, isInView, LEAST_ZOOM, MOST_ZOOM, showBox, toChart, zoomBy } from './viewport';

/** What is read from further off may be drawn larger than on a screen. */
const PROJECTED_ZOOM = 2.4;

const EMPTY: Drawing = { nodes: new Map(), edges: new Map() };

/** Puts a chart into an element of the page. The element must have a size; it becomes focusable. */
export function createCanvas(container: HTMLElement, options: CanvasOptions): Canvas {
  const { callbacks } = options;
  let appearance: Appearance = { catalogue: options.catalogue, glyphs: options.glyphs, language: options.language, theme: options.theme };
  let looks = looksOf(appearance.catalogue, appearance.language);
  let paint = glyphPainter(appearance.glyphs);
  let view: DrawnChart | null = null;
  let drawing = EMPTY;
  const drawnBefore = new DrawnBefore();
  let selection: Selection = NOTHING;
  let marked: ReadonlySet<string> = new Set();
  let matching: ReadonlySet<string> | null = null;
  let mode: Mode = 'select';
  let dragEmpty = options.dragEmpty ?? 'select';
  let fitted = false;
  let layout: LayoutRun | null = null;
  /** The result of a layout is on show and waits to be kept. */
  let shown = false;
  let changes: ChangeMarks | null = null;
  let wheel: WheelMeaning = 'auto';

  const font = getComputedStyle(container).fontFamily || 'sans-serif';
  container.tabIndex = 0;
  container.setAttribute('role', 'application');
  if (options.label) container.setAttribute('aria-label', options.label);
  const theme = () => THEMES[appearance.theme];
  container.style.backgroundColor = theme().background;
  const cy = cytoscape({
    container, style: styleOf({ theme: theme(), cheap: false }), minZoom: LEAST_ZOOM, maxZoom: MOST_ZOOM,
    // All gestures are ours; Cytoscape draws and says what is under the pointer.
    userPanningEnabled: false, userZoomingEnabled: false, boxSelectionEnabled: false, autoungrabify: true, autounselectify: true,
  });
  const photos = callbacks.onPicture === undefined ? null : new Photos(callbacks.onPicture, () => overlay.redraw());
  const frames = new Frames(cy);
  let aimed: string | null = null;
  const labels = new LabelLayer(cy, photos, options.letters);
  const holding = new Holding();
  const live = createLiveText(container);
  const covers = () => options.covers?.() ?? [];
  const most = options.letters === undefined ? undefined : PROJECTED_ZOOM;
  const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

  const drawer = new Drawer(cy, { container, theme, changed: () => { labels.rank(); showSelection(); draw(); } });
  const showSelection = (): void => drawer.emphasise({ selection, marked, matching });
  const draw = (): void => {
    if (!view) return;
    const before = drawing;
    drawing = drawingOf(view, { before: drawnBefore, looks, theme: theme(), language: appearance.language, paint, ...(callbacks.netText ? { net: callbacks.netText } : {}) });
    drawer.choose(drawing);
    const report = sync(cy, drawing, holding.heldAt(view.seq), { before, quiet: (id) => drawer.gl?.draws(id) === true });
    drawer.sync(drawing);
    if (report.added + report.removed > 0) {
      if (!drawer.gl) labels.rank();
      showSelection();
    }
    if (!fitted && drawing.nodes.size + view.annotations.length > 0 && cy.width() > 0 && cy.height() > 0) {
      fitted = true;
      fitView(cy, undefined, covers(), marks?.boxes(), most, options.letters);
    }
    frames.set(view.frames);
    marks?.sync(view);
    redraw();
  };

  const hands: Hands = {
    cy,
    selection: () => selection,
    select: (next) => {
      marks?.select(null);
      selection = next;
      showSelection();
      overlay.redraw();
      callbacks.onSelect(next);
    },
    hold: (ids) => {
      // Who takes something in hand while a layout is on show has kept it.
      if (shown) layout?.keep();
      holding.hold(ids);
    },
    letGo: () => {
      holding.letGo();
      draw();
    },
    inFrame: (id) => frames.membersOf(id),
    frameAt: ({ x, y }) => frames.at(x, y),
    aimAt: (frame) => {
      if (frame !== aimed) under.redraw();
      aimed = frame;
    },
    commitMoves: (moves: readonly Move[], by?: string, into?: string) => {
      if (moves.length === 0) return hands.letGo();
      const sent = holding.sent(moves.map((move) => move.subject), view?.seq ?? 0);
      void Promise.resolve().then(() => callbacks.onMoveCommit(moves, by as LayoutId | undefined, into)).catch(() => {
        holding.refused(sent);
        draw();
      });
    },
    aimAtItem: (id) => drawer.aim(id),
    drawLink: (from, to) => callbacks.onDrawLink?.(from, to),
    createAt: (at) => callbacks.onCreateAt?.(at),
    carry: (ids, heldAt, view) => {
      const box = container.getBoundingClientRect();
      return callbacks.onCarry?.(ids, heldAt, { x: box.left + view.x, y: box.top + view.y }) ?? false;
    },
    redraw: () => overlay.redraw(),
  };
  const beneath: Beneath = { captionAt: (x, y) => labels.captionAt(x, y), titleAt: (x, y) => frames.titleAt(x, y) };
  const pointer = attachPointer(hands, { mode: () => mode, ...beneath });
  const overlay = createOverlay(cy, container, (context, width, height) => {
    if (view && callbacks.blockTitle) drawBlocks(context, cy, view.chart.id, { theme: theme(), font, title: callbacks.blockTitle });
    if (view) drawRuler(context, cy, view.chart.id, { theme: theme(), font, language: appearance.language });
    marks?.paintOver(context);
    drawLineLabels(context, cy, { theme: theme(), font, cheap: drawer.cheap, width, height, gl: drawer.gl });
    if (changes) drawChanges(context, cy, changes, { theme: theme(), font });
    labels.paint(context, width, height, theme(), font, drawer.gl);
    pointer.current()?.paint?.(context, theme());
  }, 'over', () => drawer.gl !== null);
  const under = createOverlay(cy, container, (context) => {
    frames.paint(context, { theme: theme(), font, language: appearance.language, handling: looks.handling, chosen: new Set(selection.entities), target: aimed });
    marks?.paintUnder(context);
    if (view !== null) drawKeptRows(context, cy, shownRows(view), theme());
  }, 'under', () => drawer.gl !== null);
  const redraw = (): void => {
    under.redraw();
    overlay.redraw();
  };
  const atClient = (clientX: number, clientY: number) => {
    const box = container.getBoundingClientRect();
    return toChart(cy, { x: clientX - box.left, y: clientY - box.top });
  };
  const inWindow = (id: string) => {
    const element = cy.getElementById(id);
    if (element.empty() || !element.isNode()) return null;
    const box = container.getBoundingClientRect();
    const at = element.renderedPosition();
    return { x: box.left + at.x, y: box.top + at.y };
  };
  const cancel = (): boolean => {
    const running = layout;
    running?.cancel();
    return marks?.cancel() === true || pointer.cancel() || running !== null;
  };
  /** True when something that was moved has come to lie outside the window. */
  const hasLeft = (moved: ReadonlySet<string> | null): boolean => cy.nodes().toArray().some((node) => (moved === null || moved.has(node.id())) && !isInView(cy, node.renderedPosition()));
  const nudge = createNudge(hands);
  const clearItems = (): void => {
    if (selection.entities.length + selection.lines.length === 0) return;
    selection = NOTHING;
    showSelection();
    callbacks.onSelect(NOTHING);
  };
  const hand = followHand(container, atClient);
  const detach = [
    attachPan(cy, container, () => dragEmpty === 'pan' && mode === 'select' && !cy.elements('.hovered').nonempty(), () => wheel),
    attachKeyboard(hands, container, {
      nudge, cancel,
      walked: (id) => {
        const element = cy.getElementById(id);
        const edge = element as unknown as EdgeSingular;
        const line = element.group() === 'edges';
        if (!isInView(cy, line ? edge.renderedMidpoint() : element.renderedPosition())) centreOn(cy, line ? edge.source().id() : id);
        live.say(line ? [edge.source().data('caption'), edge.data('label'), edge.target().data('caption')].join(' – ') : (callbacks.describe?.(id, element.neighborhood().nodes().length) ?? ''));
      },
      open: (id, kind) => callbacks.onOpen?.(id, kind),
      menu: (id, kind) => {
        const box = container.getBoundingClientRect();
        const middle = id === null || kind === 'entity' ? null : (cy.getElementById(id) as unknown as EdgeSingular).renderedMidpoint();
        const at = (middle !== null ? { x: box.left + middle.x, y: box.top + middle.y } : id === null ? null : inWindow(id)) ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        callbacks.onContextMenu?.({ ...at, chart: atClient(at.x, at.y), target: { kind: id === null ? 'empty' : kind, id } });
      },
    }),
    attachDropPicture(container, (x, y) => itemAt(cy, atClient(x, y)), { over: (id) => { cy.nodes('.target').removeClass('target'); if (id !== null) cy.getElementById(id).addClass('target'); }, dropped: (file, id) => callbacks.onDropPicture?.(file, id) }),
    attachDrop(container, atClient, { entities: (ids, at) => callbacks.onDropEntities?.(ids, at), text: (text, at) => callbacks.onDropText?.(text, at) }),
    attachHover(cy, {
      over: (id) => {
        drawer.hover(id);
        overlay.redraw();
        callbacks.onHover?.(id);
      },
      rested: (at) => callbacks.onRest?.(at),
    }),
  ];
  // After panning, which goes before it: a press that pans is none for an annotation.
  const marks = callbacks.marks === undefined ? null : attachMarks(cy, container, { callbacks: callbacks.marks, font, theme, view: () => view, clearItems, redraw, say: (text) => live.say(text) });
  const noMenu = (event: MouseEvent): void => event.preventDefault();
  const escape = (event: KeyboardEvent): void => {
    // A drag is ended by Escape wherever the focus is.
    if (event.key === 'Escape' && cancel()) event.stopPropagation();
  };
  const focus = (): void => container.focus({ preventScroll: true });
  container.addEventListener('contextmenu', noMenu);
  container.addEventListener('mousedown', focus);
  window.addEventListener('keydown', escape, true);
  onDoubleClick(cy, beneath, (id, kind) => callbacks.onOpen?.(id, kind));
  cy.on('cxttap', (event: EventObject) => {
    const at = pointerOf(event, beneath);
    const selected = at.target === null || selection.entities.includes(at.target) || selection.lines.includes(at.target);
    if (at.kind === 'frame') hands.select(clickedSelection(NOTHING, { ...at, toggles: false }, hands.inFrame));
    // A menu acts on what it was opened over; a selection that holds it stays whole.
    else if (!selected && at.target !== null) hands.select(at.kind === 'entity' ? { entities: [at.target], lines: [] } : { entities: [], lines: [at.target] });
    const box = container.getBoundingClientRect();
    callbacks.onContextMenu?.({ x: box.left + at.view.x, y: box.top + at.view.y, chart: at.chart, target: { kind: at.kind, id: at.target } });
  });
  cy.on('zoom', () => callbacks.onZoom?.(cy.zoom()));
  const resized = new ResizeObserver(() => {
    cy.resize();
    if (!fitted) draw();
    overlay.redraw();
  });
  resized.observe(container);
  const fontCame = (): void => {
    labels.forgetWidths();
    overlay.redraw();
  };
  // What is drawn on a canvas does not wait for its font: it is drawn again when the font has come.
  document.fonts.addEventListener('loadingdone', fontCame);
  for (const weight of [400, 500, 600]) void document.fonts.load(`${weight} 12px ${font}`);

  return {
    sync: (next) => {
      if (next.seq !== view?.seq) photos?.tryAgain();
      view = next;
      draw();
    },
    restore: () => hands.letGo(),
    setSelection: (next) => {
      if (next === selection) return;
      if (next.entities.length + next.lines.length > 0) marks?.select(null);
      selection = next;
      showSelection();
      overlay.redraw();
    },
    setAppearance: (next) => {
      appearance = { ...appearance, ...next };
      looks = looksOf(appearance.catalogue, appearance.language);
      paint = glyphPainter(appearance.glyphs);
      container.style.backgroundColor = theme().background;
      drawer.restyle();
      draw();
    },
    setLabel: (label) => container.setAttribute('aria-label', label),
    highlight: (ids) => {
      marked = new Set(ids);
      showSelection();
    },
    filter: (ids) => {
      matching = ids;
      showSelection();
      overlay.redraw();
    },
    setChanges: (next) => {
      changes = next;
      overlay.redraw();
    },
    setMode: (next) => {
      pointer.cancel();
      mode = next;
      marks?.setTool(ANNOTATIONS.find((kind) => kind === next) ?? null);
      container.style.cursor = next === 'select' ? '' : 'crosshair';
    },
    setWheel: (meaning) => {
      wheel = meaning;
    },
    setDragEmpty: (meaning) => {
      dragEmpty = meaning;
    },
    setNews: (news) => {
      labels.news = news;
      overlay.redraw();
    },
    setRanks: (ranks) => {
      labels.ranks = ranks;
      overlay.redraw();
    },
    editMark: (id) => marks?.edit(id),
    beginMark: (kind, anchor) => marks?.begin(kind, anchor),
    loosenMark: (id) => marks?.loosen(id),
    fit: (ids) => fitView(cy, ids, covers(), marks?.boxes(), most, options.letters),
    zoomBy: (factor) => zoomBy(cy, factor),
    zoom: () => cy.zoom(),
    setZoom: (level) => zoomBy(cy, level / cy.zoom()),
    centre: (id) => centreOn(cy, id),
    showBox: (box) => {
      fitted = true;
      showBox(cy, box);
    },
    inView: () => boxInView(cy),
    middle: () => toChart(cy, { x: cy.width() / 2, y: cy.height() / 2 }),
    toChart: atClient,
    pointer: hand,
    inWindow,
    runLayout: async (id, wishes) => {
      const before = layout;
      before?.cancel();
      await before?.outcome.catch(() => undefined);
      if (!view) return 'unchanged';
      // All of a closed group is one item here: laid out by itself it would only lie still.
      const scope = wishes?.scope === 'selection' && selection.entities.length > 1 ? new Set(selection.entities) : null;
      const [zoom, pan] = [cy.zoom(), { ...cy.pan() }];
      const show = (): void => { if (scope === null || hasLeft(scope)) fitView(cy, undefined, covers(), marks?.boxes()); };
      const run = startLayout(hands, id, {
        looks, view, scope, still: still(), ...(wishes?.values ? { values: wishes.values } : {}),
        ...(wishes?.preview ? { shown: (items: number) => {
          shown = true;
          callbacks.onArranging?.({ layout: id, phase: 'shown', items });
          // What asks whether to keep it lies over the chart as well.
          requestAnimationFrame(() => requestAnimationFrame(() => { if (layout === run && !cy.destroyed()) show(); }));
        } } : {}),
      });
      layout = run;
      callbacks.onArranging?.({ layout: id, phase: 'running', items: 0 });
      try {
        const outcome = await run.outcome;
        if (outcome === 'done' && !wishes?.preview) show();
        if (outcome === 'cancelled' && shown && !cy.destroyed()) cy.viewport({ zoom, pan });
        return outcome;
      } finally {
        if (layout === run) {
          layout = null;
          shown = false;
          callbacks.onArranging?.(null);
        }
      }
    },
    keepLayout: () => { if (shown) layout?.keep(); },
    adjust: async (id) => {
      if (!view) return 'unchanged';
      const scope = selection.entities.length > 1 ? new Set(selection.entities) : null;
      const outcome = await adjustItems(hands, id, { looks, view, scope, still: still() });
      if (outcome === 'done' && hasLeft(scope)) fitView(cy, undefined, covers(), marks?.boxes());
      return outcome;
    },
    isLayingOut: () => layout !== null,
    placesFor: async (added, lines, at) => {
      const placed = [...drawing.nodes.keys()].map((id) => ({ id, ...cy.getElementById(id).position() }));
      return (await placeAddition({ placed, added, lines, ...(at ? { at } : {}) }).result) ?? [];
    },
    cancel,
    focus,
    destroy: () => {
      layout?.cancel();
      nudge.flush();
      marks?.detach();
      for (const remove of detach) remove();
      pointer.detach();
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', fontCame);
      container.removeEventListener('contextmenu', noMenu);
      container.removeEventListener('mousedown', focus);
      window.removeEventListener('keydown', escape, true);
      under.destroy();
      photos?.destroy();
      overlay.destroy();
      live.remove();
      drawer.destroy();
      cy.destroy();
    },
  };
}

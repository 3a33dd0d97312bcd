import { v7 as newId } from 'uuid';
import type { Core } from 'cytoscape';
import type { AnnotationKind, AnnotationRecord } from '../../../shared/model/drawing';
import type { DrawnChart } from '../../case/drawn/drawnChart';
import { wayOf } from '../gestures/nudge';
import { inReadingOrder } from '../gestures/walk';
import type { Theme } from '../theme';
import { itemAt } from '../itemAt';
import { toChart, type Point } from '../viewport';
import { openEditor, type Editor } from './editor';
import { annotationAt, boxOf, handleAt, handlesOf, inOrder, isWords, lettersOf, liesUnder, placedAll, USUAL_SIZE, type Box, type Placed } from './geometry';
import { beginDraw, beginMove, beginResize, loosened, recordAt, tiedTo, type MarkGesture } from './gestures';
import { LINE_HEIGHT, PAD, paintFrame, paintOver, paintUnder, type View } from './paint';
import { wrapped } from './wrap';

/** What annotations wish of the page, and tell it. */
export interface MarkCallbacks {
  /** To be sent as one annotation.put. A promise that rejects puts it back. */
  onPut(record: AnnotationRecord): Promise<unknown>;
  /** To be sent as one annotation.delete. */
  onDelete(id: string): void;
  onSelect(id: string | null): void;
  /** One was drawn, or drawing was given up: the hand holds no tool any more. */
  onDrawn(): void;
  /** Where the selected one is, CSS pixels in the container; null while there is none or it is in the hand. */
  onPlace(box: Box | null): void;
  onMenu(at: Point): void;
  /** The sentence that a screen reader hears of it. */
  describe(record: AnnotationRecord): string;
  /** Name of the field in which its words are written. */
  readonly editorLabel: () => string;
}

interface Surroundings {
  readonly callbacks: MarkCallbacks;
  readonly font: string;
  theme(): Theme;
  view(): DrawnChart | null;
  /** What of the items is selected gives way. */
  clearItems(): void;
  redraw(): void;
  say(text: string): void;
}

export interface Marks {
  /** A new view has come: what it answers is no longer kept here. */
  sync(view: DrawnChart): void;
  paintUnder(context: CanvasRenderingContext2D): void;
  paintOver(context: CanvasRenderingContext2D): void;
  /** Frames of all, chart units: fitting counts them in. */
  boxes(): Box[];
  select(id: string | null): void;
  setTool(kind: AnnotationKind | null): void;
  /** Opens the words of one. */
  edit(id: string): void;
  /** Opens a new note on an item, or one of a kind in the middle of the window. */
  begin(kind: AnnotationKind, anchor: string | null): void;
  /** Lets one that is tied to an item stand by itself where it is. */
  loosen(id: string): void;
  cancel(): boolean;
  detach(): void;
}

/** Hands take hold this near, CSS pixels; a press that moves less than the second is a click. */
const REACH = 6;
const CLICK_REACH = 4;
const STEP = 8;
const PAUSE = 450;

/** Annotations on one chart: draws them, and lets hand and keys draw, move, resize, edit and delete them. */
export function attachMarks(cy: Core, container: HTMLElement, surroundings: Surroundings): Marks {
  const { callbacks, font } = surroundings;
  const measure = document.createElement('canvas').getContext('2d');
  let tool: AnnotationKind | null = null;
  let selected: string | null = null;
  let hovered: string | null = null;
  let pressed: { readonly at: Point; readonly view: Point; readonly gesture: MarkGesture; readonly fresh: boolean } | null = null;
  let preview: AnnotationRecord | null = null;
  let target: string | null = null;
  let editor: Editor | null = null;
  let nudged: ReturnType<typeof setTimeout> | undefined;
  let placeTold = '';
  /** Sent, and not yet in a view. */
  const sent = new Map<string, { readonly record: AnnotationRecord; readonly seq: number }>();

  const viewOf = (): View => ({ zoom: cy.zoom(), pan: cy.pan(), theme: surroundings.theme(), font });
  const records = (): AnnotationRecord[] => {
    const all = new Map((surroundings.view()?.annotations ?? []).map((each) => [each.id, each]));
    for (const [id, { record }] of sent) all.set(id, record);
    if (preview !== null) all.set(preview.id, preview);
    return [...all.values()];
  };
  const aliases = (): ReadonlyMap<string, string> => new Map((surroundings.view()?.entities ?? []).flatMap((entity) => (entity.members ?? []).map((member) => [member, entity.id] as const)));
  const placeOf = (id: string): (Point & { strength: number }) | null => {
    const direct = cy.getElementById(id);
    const node = direct.nonempty() ? direct : cy.getElementById(aliases().get(id) ?? id);
    if (node.nonempty() && node.isNode()) return { ...node.position(), strength: node.hasClass('dimmed') ? 0.12 : node.hasClass('faded') ? 0.35 : 1 };
    const members = (surroundings.view()?.frames.find((frame) => frame.id === id)?.members ?? []).map((member) => cy.getElementById(member)).filter((each) => each.nonempty()).map((each) => each.position() as Point);
    if (members.length === 0) return null;
    const xs = members.map(({ x }) => x);
    const ys = members.map(({ y }) => y);
    return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2, strength: 1 };
  };
  const placed = (): Placed[] => placedAll(records(), placeOf);
  const find = (id: string | null): Placed | null => (id === null ? null : (placed().find((each) => each.record.id === id) ?? null));

  const select = (id: string | null): void => {
    if (selected === id) return;
    selected = id;
    callbacks.onSelect(id);
    surroundings.redraw();
  };
  const put = (record: AnnotationRecord): void => {
    const entry = { record, seq: surroundings.view()?.seq ?? 0 };
    sent.set(record.id, entry);
    surroundings.redraw();
    void callbacks.onPut(record).catch(() => {
      if (sent.get(record.id) === entry) sent.delete(record.id);
      surroundings.redraw();
    });
  };
  /** A note is as high as its words, at the least. */
  const grown = (record: AnnotationRecord, fresh: boolean): AnnotationRecord => {
    if (!isWords(record.kind) || measure === null) return record;
    const size = lettersOf(record);
    const pad = record.kind === 'note' ? PAD : 0;
    measure.font = `${record.kind === 'heading' ? 700 : 400} ${size}px ${font}`;
    const lines = wrapped(record.text, Math.max(1, record.width - 2 * pad), (text) => measure.measureText(text).width).length;
    const usual = fresh && record.height === USUAL_SIZE[record.kind].height;
    return { ...record, height: Math.max(record.kind === 'note' && !usual ? record.height : 0, Math.ceil(lines * size * LINE_HEIGHT + 2 * pad)) };
  };
  /** Words above an item go up to it when they need less room than was kept for them. */
  const settled = (record: AnnotationRecord, fresh: boolean): AnnotationRecord => {
    const fits = grown(record, fresh);
    return fresh && record.style?.anchor !== undefined && record.y < 0 ? { ...fits, y: record.y + record.height - fits.height } : fits;
  };
  const write = (record: AnnotationRecord, fresh: boolean): void => {
    editor?.cancel();
    preview = fresh ? record : null;
    select(record.id);
    callbacks.onPlace(null);
    editor = openEditor(container, record, {
      label: callbacks.editorLabel(), theme: surroundings.theme(),
      ended: (text) => {
        editor = null;
        preview = null;
        const said = text?.trim() ?? null;
        if (said !== null && said !== '' && said !== record.text) put(settled({ ...record, text: said }, fresh));
        else if (said === '' && isWords(record.kind) && !fresh) callbacks.onDelete(record.id);
        else if (said !== null && !isWords(record.kind) && said !== record.text) put({ ...record, text: said });
        else if (fresh) select(null);
        surroundings.redraw();
      },
    });
    surroundings.redraw();
    const at = find(record.id);
    if (at !== null) editor.follow(at, viewOf());
  };

  const markAt = (at: Point): Placed | null => {
    const hit = annotationAt(placed(), at, REACH / cy.zoom());
    return hit !== null && liesUnder(hit.record.kind) && itemAt(cy, at) !== null ? null : hit;
  };
  const chartAt = (event: MouseEvent): { at: Point; view: Point } => {
    const box = container.getBoundingClientRect();
    const view = { x: event.clientX - box.left, y: event.clientY - box.top };
    return { at: toChart(cy, view), view };
  };
  const showTarget = (id: string | null): void => {
    if (target === id) return;
    cy.nodes('.target').removeClass('target');
    if (id !== null) cy.getElementById(id).addClass('target');
    target = id;
  };
  const take = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  const flush = (): void => {
    clearTimeout(nudged);
    nudged = undefined;
    const record = preview;
    if (record === null || editor !== null || pressed !== null) return;
    preview = null;
    put(record);
  };

  const press = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.target instanceof HTMLTextAreaElement) return;
    const { at, view } = chartAt(event);
    const held = tool === null ? find(selected) : null;
    const handle = held === null ? null : handleAt(held, at, (REACH + 2) / cy.zoom());
    const hit = tool === null ? (handle === null ? markAt(at) : held) : null;
    if (event.button === 2 && hit !== null) {
      event.stopPropagation();
      surroundings.clearItems();
      select(hit.record.id);
      return;
    }
    if (event.button !== 0) return;
    if (editor !== null) container.focus({ preventScroll: true });
    const chart = surroundings.view()?.chart.id;
    if (tool !== null && chart !== undefined) pressed = { at, view, gesture: beginDraw(newId(), chart, tool, at), fresh: true };
    else if (held !== null && handle !== null) pressed = { at, view, gesture: beginResize(held, handle), fresh: false };
    else if (hit !== null) pressed = { at, view, gesture: beginMove(hit, at), fresh: false };
    else return;
    take(event);
    flush();
    container.focus({ preventScroll: true });
    if (hit !== null && tool === null) {
      surroundings.clearItems();
      select(hit.record.id);
    }
  };
  const drag = (event: MouseEvent): void => {
    const { at, view } = chartAt(event);
    if (pressed === null) {
      if (event.buttons !== 0 || !(event.target instanceof Node) || !container.contains(event.target)) return;
      const next = tool === null ? (markAt(at)?.record.id ?? null) : null;
      const held = find(selected);
      const handle = tool !== null || held === null ? null : handleAt(held, at, (REACH + 2) / cy.zoom());
      if (tool === null) container.style.cursor = handle === null ? (next === null ? '' : 'move') : handle === 'nw' || handle === 'se' ? 'nwse-resize' : handle === 'ne' || handle === 'sw' ? 'nesw-resize' : 'crosshair';
      if (next !== hovered) {
        hovered = next;
        surroundings.redraw();
      }
      return;
    }
    event.stopPropagation();
    if (preview === null && Math.hypot(view.x - pressed.view.x, view.y - pressed.view.y) < CLICK_REACH) return;
    preview = pressed.gesture.at({ chart: at, even: event.shiftKey });
    showTarget(pressed.gesture.ties ? itemAt(cy, at) : null);
    surroundings.redraw();
  };
  const release = (event: MouseEvent): void => {
    if (pressed === null) return;
    event.stopPropagation();
    const { gesture, fresh, at: from } = pressed;
    const { at } = chartAt(event);
    const moved = preview !== null;
    const onto = moved || fresh ? (gesture.ties ? itemAt(cy, at) : null) : null;
    const wanted = moved || fresh ? gesture.at({ chart: moved ? at : from, even: event.shiftKey }) : null;
    pressed = null;
    preview = null;
    showTarget(null);
    if (wanted === null) return surroundings.redraw();
    const place = onto === null ? null : placeOf(onto);
    finish(onto === null || place === null ? wanted : tiedTo(wanted, onto, place), fresh);
  };
  const finish = (record: AnnotationRecord, fresh: boolean): void => {
    if (fresh) {
      callbacks.onDrawn();
      surroundings.clearItems();
    }
    if (fresh && isWords(record.kind)) return write(record, true);
    select(record.id);
    put(record);
  };
  const twice = (event: MouseEvent): void => {
    if (tool !== null || event.target instanceof HTMLTextAreaElement) return;
    const hit = markAt(chartAt(event).at);
    if (hit === null) return;
    take(event);
    write(hit.record, false);
  };
  const menu = (event: MouseEvent): void => {
    if (selected === null || markAt(chartAt(event).at)?.record.id !== selected) return;
    callbacks.onMenu({ x: event.clientX, y: event.clientY });
  };
  const cancel = (): boolean => {
    const running = pressed !== null || nudged !== undefined;
    clearTimeout(nudged);
    nudged = undefined;
    pressed = null;
    if (editor === null) preview = null;
    showTarget(null);
    if (running) surroundings.redraw();
    return running;
  };

  const moveBy = (at: Placed, dx: number, dy: number, larger: boolean): void => {
    const frame = larger ? { x: at.x, y: at.y, width: at.width + dx, height: at.height + dy } : { x: at.x + dx, y: at.y + dy, width: at.width, height: at.height };
    if (larger && at.record.kind !== 'arrow' && (frame.width < STEP * 3 || frame.height < STEP * 3)) return;
    preview = recordAt(at.record, frame, at.tie);
    clearTimeout(nudged);
    nudged = setTimeout(flush, PAUSE);
    surroundings.redraw();
  };
  const walkFrom = (id: string | null, back: boolean): boolean => {
    const all = inOrder(placed());
    const at = id === null ? (back ? all.length : -1) : all.findIndex((each) => each.record.id === id);
    const next = all[at + (back ? -1 : 1)];
    if (next === undefined) return false;
    surroundings.clearItems();
    select(next.record.id);
    surroundings.say(callbacks.describe(next.record));
    return true;
  };
  const isLastItem = (back: boolean): boolean => {
    const chosen = cy.nodes('.chosen').last();
    return !back && (cy.nodes().empty() || (chosen.nonempty() && inReadingOrder(cy, chosen.id(), false) === null));
  };
  const key = (event: KeyboardEvent): void => {
    if (event.target !== container || event.altKey) return;
    if (tool !== null && event.key === 'Enter') {
      take(event);
      return begin(tool, null);
    }
    // From the last item the Tab key goes on to what is written on the chart.
    if (event.key === 'Tab' && !event.ctrlKey && (selected !== null || isLastItem(event.shiftKey))) {
      flush();
      const before = selected;
      if (walkFrom(selected, event.shiftKey)) take(event);
      else if (before !== null) select(null);
      if (before !== null) event.stopPropagation();
      return;
    }
    const held = find(selected);
    if (held === null) return;
    const way = wayOf(event.key);
    const step = event.shiftKey ? 1 : STEP;
    if (way) moveBy(held, way[0] * step, way[1] * step, event.ctrlKey || event.metaKey);
    else if (event.key === 'Enter' || event.key === 'F2') write(held.record, false);
    else if (event.key === 'Delete' && !event.ctrlKey && !event.shiftKey) callbacks.onDelete(held.record.id);
    else if (event.key === 'Escape') {
      if (!cancel()) select(null);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = container.getBoundingClientRect();
      const { zoom, pan } = viewOf();
      callbacks.onMenu({ x: box.left + held.x * zoom + pan.x, y: box.top + held.y * zoom + pan.y });
    } else return;
    take(event);
  };
  const begin = (kind: AnnotationKind, anchor: string | null): void => {
    const chart = surroundings.view()?.chart.id;
    if (chart === undefined) return;
    const { width, height } = USUAL_SIZE[kind];
    const middle = toChart(cy, { x: cy.width() / 2, y: cy.height() / 2 });
    const bare = { id: newId(), chart, kind, width, height, text: '' };
    finish(anchor === null ? { ...bare, x: middle.x - width / 2, y: middle.y - height / 2 } : { ...bare, x: 34, y: -height - 16, style: { anchor } }, true);
  };

  const removed = [
    ['mousedown', press], ['dblclick', twice], ['contextmenu', menu], ['keydown', key],
  ] as const;
  for (const [name, listener] of removed) container.addEventListener(name, listener as EventListener, true);
  window.addEventListener('mousemove', drag, true);
  window.addEventListener('mouseup', release, true);

  const tellPlace = (): void => {
    const at = pressed === null && editor === null && nudged === undefined ? find(selected) : null;
    const { zoom, pan } = viewOf();
    const box = at === null ? null : boxOf(at);
    const inWindow = box === null ? null : { left: box.left * zoom + pan.x, top: box.top * zoom + pan.y, right: box.right * zoom + pan.x, bottom: box.bottom * zoom + pan.y };
    const told = inWindow === null ? '' : `${selected} ${Object.values(inWindow).map(Math.round).join()}`;
    if (told === placeTold) return;
    placeTold = told;
    callbacks.onPlace(inWindow);
  };

  return {
    sync: (view) => {
      for (const [id, { seq }] of sent) if (view.seq > seq) sent.delete(id);
      if (selected !== null && editor === null && find(selected) === null) select(null);
    },
    paintUnder: (context) => paintUnder(context, placed(), viewOf()),
    paintOver: (context) => {
      const view = viewOf();
      const all = placed();
      paintOver(context, all, view, editor?.id ?? null);
      const held = all.find((each) => each.record.id === selected);
      const over = hovered === selected ? undefined : all.find((each) => each.record.id === hovered);
      if (over) paintFrame(context, over, view, true);
      if (held && editor === null) paintFrame(context, held, view, false);
      const written = editor === null ? undefined : all.find((each) => each.record.id === editor?.id);
      if (written) editor?.follow(written, view);
      tellPlace();
    },
    boxes: () => placed().flatMap((each) => (each.record.kind === 'arrow' ? handlesOf(each).map(({ at }) => ({ left: at.x, right: at.x, top: at.y, bottom: at.y })) : [boxOf(each)])),
    select,
    setTool: (kind) => {
      cancel();
      tool = kind;
      if (kind !== null) select(null);
    },
    edit: (id) => {
      const at = find(id);
      if (at !== null) write(at.record, false);
    },
    begin,
    loosen: (id) => {
      const at = find(id);
      if (at?.tie) put(loosened(at.record, at.tie));
    },
    cancel,
    detach: () => {
      flush();
      editor?.cancel();
      for (const [name, listener] of removed) container.removeEventListener(name, listener as EventListener, true);
      window.removeEventListener('mousemove', drag, true);
      window.removeEventListener('mouseup', release, true);
    },
  };
}

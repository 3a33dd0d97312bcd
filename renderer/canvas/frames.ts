import type { Core } from 'cytoscape';
import type { DrawnFrame } from '../case/drawn/drawnChart';
import { LOCALES } from '../../shared/values/locale';
import type { Language } from '../../shared/values/kind';
import { drawHandling } from './badges';
import { mixed, visibleOn } from './colours';
import { frameOf, type NodeData } from './elements';
import { Ellipsis, shorten } from './ellipsis';
import { bandOf, drawShape, holdsPoint, isInBox, type PlacedFrame } from './frameShape';
import type { Theme } from './theme';

/** Air round what a frame holds, and room that names need below and beside an item; CSS pixels. */
const AIR = 9;
const NAME = 32;
const BESIDE = 34;
const SIZE = 12.5;
const LEAST_SIZE = 8.5;
/** A name goes no further than this from the middle of its item. */
const HALF_NAME = 80;
const TINT = 0.05;
/** Room for the title of a frame that is no box, CSS pixels. */
const WIDEST_TITLE = 180;

interface Held { readonly frame: DrawnFrame; readonly items: readonly string[]; readonly inner: readonly DrawnFrame[] }

/** What lies in each frame by itself, and which frames lie in it; the innermost frames first. */
function nested(frames: readonly DrawnFrame[]): Held[] {
  const sets = new Map(frames.map((frame) => [frame, new Set(frame.members)]));
  return frames.toReversed().map((frame) => {
    const own = sets.get(frame);
    const inner = frames.filter((other) => other.depth > frame.depth && other.members.every((id) => own?.has(id)));
    const within = new Set(inner.flatMap((other) => other.members));
    return { frame, items: frame.members.filter((id) => !within.has(id)), inner };
  });
}

export interface FrameLook {
  readonly theme: Theme;
  readonly font: string;
  readonly language: Language;
  /** A handling code in the few letters of a badge. */
  readonly handling: (code: string) => string;
  /** Ids of the items that are selected. */
  readonly chosen: ReadonlySet<string>;
  /** The frame into which what is dragged would go. */
  readonly target: string | null;
}

/** Frames round what open groups hold: placed anew for each picture, so that they go along with what is dragged. */
export class Frames {
  private readonly cy: Core;
  private readonly ellipsis = new Ellipsis();
  private held: readonly Held[] = [];
  private placed: readonly PlacedFrame[] = [];

  constructor(cy: Core) {
    this.cy = cy;
  }

  set(frames: readonly DrawnFrame[]): void {
    this.held = nested(frames);
    this.placed = [];
  }

  /** Ids of what is drawn in a frame. */
  membersOf(id: string): readonly string[] {
    return this.held.find(({ frame }) => frame.id === id)?.frame.members ?? [];
  }

  /** The frame whose title is at a point of the container, CSS pixels: the innermost. */
  titleAt(x: number, y: number): string | null {
    return this.placed.findLast(({ title }) => x >= title.x && x <= title.x + title.width && y >= title.y && y <= title.y + title.height)?.frame.id ?? null;
  }

  /** The innermost frame that a point lies in. */
  at(x: number, y: number): string | null {
    return this.placed.findLast((each) => holdsPoint(each, x, y))?.frame.id ?? null;
  }

  /** Where the frames lie now, the outermost first. */
  private place(context: CanvasRenderingContext2D, font: string): PlacedFrame[] {
    const { cy } = this;
    const zoom = cy.zoom();
    const pan = cy.pan();
    const size = Math.max(LEAST_SIZE, Math.min(SIZE * 1.3, SIZE * Math.sqrt(zoom)));
    const title = size + 9;
    const boxes = new Map<DrawnFrame, PlacedFrame>();
    const names = `600 ${Math.min(20, Math.max(9.5, 11 * zoom))}px ${font}`;
    context.font = names;
    for (const { frame, items, inner } of this.held) {
      let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
      for (const id of items) {
        const node = cy.getElementById(id);
        if (node.empty()) continue;
        const at = node.position();
        const data = node.data() as NodeData;
        const { width, height } = frameOf(data);
        const [x, y] = [at.x * zoom + pan.x, at.y * zoom + pan.y];
        const beside = Math.max((width / 2) * zoom + 10, Math.min(HALF_NAME * Math.max(0.86, zoom), Math.max(BESIDE * zoom, this.ellipsis.fit(context, names, data.caption, 2 * HALF_NAME * Math.max(1, zoom)).width / 2)));
        left = Math.min(left, x - beside);
        right = Math.max(right, x + beside);
        top = Math.min(top, y - (height / 2 + 6) * zoom);
        bottom = Math.max(bottom, y + (height / 2) * zoom + NAME);
      }
      for (const other of inner) {
        const box = boxes.get(other);
        if (!box) continue;
        left = Math.min(left, box.left);
        right = Math.max(right, box.right);
        top = Math.min(top, box.top);
        bottom = Math.max(bottom, box.bottom);
      }
      if (left >= right) continue;
      const box = { left: left - AIR, right: right + AIR, top: top - AIR / 2 - title, bottom: bottom + AIR / 2 };
      boxes.set(frame, this.holdsStrangers(frame, box) ? this.banded(frame, title) : { frame, ...box, title: { x: box.left, y: box.top, width: box.right - box.left, height: title }, band: null });
    }
    return [...boxes.values()].reverse();
  }

  /** True when something stands in a box that the frame does not hold: it must not look as if it did. */
  private holdsStrangers(frame: DrawnFrame, box: Pick<PlacedFrame, 'left' | 'right' | 'top' | 'bottom'>): boolean {
    const own = new Set(frame.members);
    return this.cy.nodes().toArray().some((node) => {
      const { x, y } = node.renderedPosition();
      return isInBox(box, x, y) && !own.has(node.id());
    });
  }

  /** A frame that follows what it holds from item to item. */
  private banded(frame: DrawnFrame, title: number): PlacedFrame {
    const zoom = this.cy.zoom();
    const points = frame.members.flatMap((id) => {
      const node = this.cy.getElementById(id);
      return node.empty() ? [] : [{ ...node.renderedPosition() }];
    });
    const radius = Math.max(12, 30 * zoom) + frame.levels * 7;
    const [highest] = points.toSorted((a, b) => a.y - b.y);
    const [x, y] = [highest?.x ?? 0, highest?.y ?? 0];
    const [left, right, top, bottom] = [Math.min(...points.map((point) => point.x)) - radius, Math.max(...points.map((point) => point.x)) + radius, y - radius, Math.max(...points.map((point) => point.y)) + radius];
    return { frame, left, right, top: top - title, bottom, title: { x: x - radius, y: top - title, width: WIDEST_TITLE, height: title }, band: bandOf(points, radius) };
  }

  /** Draws the frames, the outermost first; items and lines are drawn over them. */
  paint(context: CanvasRenderingContext2D, look: FrameLook): void {
    if (this.held.length === 0) return;
    const { theme, font, language } = look;
    context.save();
    this.placed = this.place(context, font);
    const number = new Intl.NumberFormat(LOCALES[language]);
    const said = (placed: PlacedFrame): { readonly colour: string; readonly chosen: boolean } => {
      const { frame } = placed;
      return { colour: frame.colour === undefined ? theme.quiet : visibleOn(frame.colour, theme.background, theme.text), chosen: look.target === frame.id || (look.chosen.size > 0 && frame.members.every((id) => look.chosen.has(id))) };
    };
    for (const placed of this.placed) {
      const { colour, chosen } = said(placed);
      const aimed = look.target === placed.frame.id;
      drawShape(context, placed, mixed(theme.background, aimed ? theme.accent : colour, aimed ? TINT * 2 : TINT), chosen ? theme.accent : mixed(theme.background, colour, 0.55), chosen ? 2 : 1.2);
    }
    // What lies over others must not hide how these are called.
    for (const placed of this.placed) {
      const { colour, chosen } = said(placed);
      const { title, frame } = placed;
      this.title(context, { x: title.x + (placed.band === null ? 9 : 0), y: title.y + title.height / 2 + 1, width: title.width - 18, size: title.height - 9 }, { frame, count: number.format(frame.count), handling: look.handling(frame.handling) }, { theme, font, ink: chosen ? theme.accent : colour });
    }
    context.restore();
  }

  /** The name, how many it holds, and the strictest handling in it. */
  private title(context: CanvasRenderingContext2D, at: { readonly x: number; readonly y: number; readonly width: number; readonly size: number }, said: { readonly frame: DrawnFrame; readonly count: string; readonly handling: string }, { theme, font, ink }: { readonly theme: Theme; readonly font: string; readonly ink: string }): void {
    const { x, y, width, size } = at;
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.font = `600 ${size * 0.86}px ${font}`;
    const pill = context.measureText(said.count).width + size * 0.9;
    const scale = size / 11;
    const lock = said.handling === '' ? 0 : (20 + said.handling.length * 5.5) * scale;
    context.font = `600 ${size}px ${font}`;
    const name = shorten(context, said.frame.name, Math.max(0, width - pill - lock - size));
    context.lineJoin = 'round';
    context.strokeStyle = theme.background;
    context.lineWidth = 3;
    context.strokeText(name.text, x, y);
    context.fillStyle = theme.text;
    context.fillText(name.text, x, y);
    const left = x + name.width + size * 0.6;
    context.beginPath();
    context.roundRect(left, y - size * 0.68, pill, size * 1.28, size * 0.64);
    context.fillStyle = theme.pill;
    context.fill();
    context.strokeStyle = mixed(theme.background, ink, 0.5);
    context.lineWidth = 1;
    context.stroke();
    context.font = `600 ${size * 0.86}px ${font}`;
    context.fillStyle = theme.text;
    context.textAlign = 'center';
    context.fillText(said.count, left + pill / 2, y);
    if (lock > 0) drawHandling(context, said.handling, left + pill + lock, y, scale, theme, font);
  }
}

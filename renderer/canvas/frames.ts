import type { Core } from 'cytoscape';
import type { DrawnFrame } from '../case/drawn/drawnChart';
import { LOCALES } from '../../shared/values/locale';
import type { Language } from '../../shared/values/kind';
import { drawHandling } from './badges';
import { mixed, visibleOn } from './colours';
import { frameOf, type NodeData } from './elements';
import { Ellipsis, shorten } from './ellipsis';
import type { Theme } from './theme';

/** A frame as it lies in the container, CSS pixels. Its title is the strip along its top. */
export interface PlacedFrame {
  readonly frame: DrawnFrame;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly title: number;
}

/** Air round what a frame holds, and room that names need below and beside an item; CSS pixels. */
const AIR = 9;
const NAME = 32;
const BESIDE = 34;
const SIZE = 12.5;
const LEAST_SIZE = 8.5;
/** A name goes no further than this from the middle of its item. */
const HALF_NAME = 80;
const TINT = 0.05;

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
    return this.placed.findLast(({ left, right, top, title }) => x >= left && x <= right && y >= top && y <= top + title)?.frame.id ?? null;
  }

  /** The innermost frame that a point lies in. */
  at(x: number, y: number): string | null {
    return this.placed.findLast(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)?.frame.id ?? null;
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
      if (left < right) boxes.set(frame, { frame, left: left - AIR, right: right + AIR, top: top - AIR / 2 - title, bottom: bottom + AIR / 2, title });
    }
    return [...boxes.values()].reverse();
  }

  /** Draws the frames, the outermost first; items and lines are drawn over them. */
  paint(context: CanvasRenderingContext2D, look: FrameLook): void {
    if (this.held.length === 0) return;
    const { theme, font, language } = look;
    context.save();
    this.placed = this.place(context, font);
    const number = new Intl.NumberFormat(LOCALES[language]);
    for (const { frame, left, top, right, bottom, title } of this.placed) {
      const colour = frame.colour === undefined ? theme.quiet : visibleOn(frame.colour, theme.background, theme.text);
      const chosen = look.target === frame.id || (frame.members.length > 0 && look.chosen.size > 0 && frame.members.every((id) => look.chosen.has(id)));
      context.beginPath();
      context.roundRect(left, top, right - left, bottom - top, 8);
      context.fillStyle = mixed(theme.background, look.target === frame.id ? theme.accent : colour, look.target === frame.id ? TINT * 2 : TINT);
      context.fill();
      context.strokeStyle = chosen ? theme.accent : mixed(theme.background, colour, 0.55);
      context.lineWidth = chosen ? 2 : 1.2;
      context.stroke();
      this.title(context, { x: left + 9, y: top + title / 2 + 1, width: right - left - 18, size: title - 9 }, { frame, count: number.format(frame.count), handling: look.handling(frame.handling) }, { theme, font, ink: chosen ? theme.accent : colour });
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

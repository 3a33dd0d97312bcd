import type { Ellipsis } from './ellipsis';
import { frameOf, type NodeData } from './elements';
import { drawInside, holdsWords } from './represent';
import type { Theme } from './theme';

/** What the label layer needs of one visible item: its data and where it is, CSS pixels. */
export interface ShownItem {
  readonly data: NodeData;
  readonly x: number;
  readonly y: number;
  readonly faded: boolean;
  /** Chosen or under the pointer: its label is always written. */
  readonly foremost: boolean;
}

interface Rect { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A written caption, for the pointer: clicking a label is clicking its item. */
export interface Written extends Rect {
  readonly id: string;
}

const SIZE = 11;
const LEAST_SIZE = 9.5;
const MOST_SIZE = 20;
const WIDEST = 160;
/** Below this zoom the second line is left out. */
const KEY_FROM = 0.62;
/** From this zoom on a name may be cut to this part of its usual room where the whole of it finds none. */
const SHORT_FROM = 0.5;
const SHORT = 0.5;
const NO_TEXT = { text: '', width: 0 };
const FADED = 0.4;
/** Below this zoom a tinted disc would be a pale speck: items are dots in the full colour of their family. */
export const DOTS_BELOW = 0.22;
/** From here on the most linked items are named even where a name lies on small neighbours: they are what one looks for. */
const HUBS_BELOW = 0.4;
const HUBS = 14;
/** Far out only the most linked items are named at all, with air between the names. */
const FAR_NAMES = 40;
const FAR_AIR = 14;

/** Rectangles in cells, to find what a new one would touch. */
class Crowd {
  private readonly cells = new Map<number, (Rect & { owner: string })[]>();

  private *keys(rect: Rect): Generator<number> {
    for (let column = Math.floor(rect.left / 96); column <= Math.floor(rect.right / 96); column++) {
      for (let row = Math.floor(rect.top / 48); row <= Math.floor(rect.bottom / 48); row++) yield column * 65_536 + row;
    }
  }

  add(rect: Rect, owner: string): void {
    const entry = { ...rect, owner };
    for (const key of this.keys(rect)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(entry);
      else this.cells.set(key, [entry]);
    }
  }

  touches(rect: Rect, owner: string): boolean {
    for (const key of this.keys(rect)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.owner !== owner && rect.left < other.right && other.left < rect.right && rect.top < other.bottom && other.top < rect.bottom) return true;
      }
    }
    return false;
  }
}

export interface CaptionWishes {
  readonly zoom: number;
  readonly theme: Theme;
  readonly font: string;
  readonly ellipsis: Ellipsis;
  /** Height of the smallest letters, CSS pixels, where they are read from further off than a screen is; they may then be twice as large. */
  readonly letters?: number;
}

/**
 * Writes the captions of items, those first in the list first. Zoomed out, letters stay readable. A caption that would touch a more important one, or another item, is written in short, and
 * left out where that does not help. Returns where they were written.
 */
export function drawCaptions(context: CanvasRenderingContext2D, items: readonly ShownItem[], wishes: CaptionWishes): Written[] {
  const { zoom, theme, font, ellipsis, letters = LEAST_SIZE } = wishes;
  const size = Math.min(Math.max(MOST_SIZE, letters * 2), Math.max(letters, SIZE * zoom));
  const limit = (WIDEST * size) / SIZE;
  const strong = `600 ${size}px ${font}`;
  const plain = `400 ${size * 0.96}px ${font}`;
  const discs = new Crowd();
  const captions = new Crowd();
  // Far out items are mere dots: captions may lie on them, only not on one another.
  if (zoom >= DOTS_BELOW) for (const item of items) discs.add(discOf(item, zoom), item.data.id);
  const written: Written[] = [];
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.strokeStyle = theme.background;
  context.lineWidth = Math.max(2.2, size * 0.27);
  for (const item of items) {
    context.font = strong;
    if (holdsWords(item.data, zoom)) {
      drawInside(context, item, zoom, theme, font);
      continue;
    }
    let caption = ellipsis.fit(context, strong, item.data.caption, limit);
    let key = NO_TEXT;
    if (item.data.key !== '' && (zoom >= KEY_FROM || item.foremost)) {
      context.font = plain;
      key = ellipsis.fit(context, plain, item.data.key, limit);
    }
    const top = item.y + (frameOf(item.data).height / 2) * zoom + 3;
    const rectOf = (): Rect => {
      const half = Math.max(caption.width, key.width) / 2 + 1;
      return { left: item.x - half, right: item.x + half, top, bottom: top + size * (key.text === '' ? 1.15 : 2.3) };
    };
    let rect = rectOf();
    const air = zoom < DOTS_BELOW ? FAR_AIR : 0;
    if (air > 0 && !item.foremost && written.length >= FAR_NAMES) break;
    const named = item.foremost || (zoom < HUBS_BELOW && written.length < HUBS);
    const isFree = (): boolean => (item.foremost || !captions.touches(rect, item.data.id)) && (named || !discs.touches(rect, item.data.id));
    // Where there is no room for all of it, its name alone is written, then the beginning of its name.
    if (!isFree() && key.text !== '') {
      key = NO_TEXT;
      rect = rectOf();
    }
    if (!isFree() && zoom >= SHORT_FROM && caption.width > limit * SHORT) {
      context.font = strong;
      caption = ellipsis.fit(context, strong, item.data.caption, limit * SHORT, 'short');
      rect = rectOf();
    }
    if (!isFree()) continue;
    captions.add({ left: rect.left - air, right: rect.right + air, top: rect.top - air, bottom: rect.bottom + air }, item.data.id);
    written.push({ ...rect, id: item.data.id });
    context.globalAlpha = item.faded ? FADED : 1;
    context.font = strong;
    context.strokeText(caption.text, item.x, top + size * 0.92);
    context.fillStyle = theme.text;
    context.fillText(caption.text, item.x, top + size * 0.92);
    if (key.text !== '') {
      context.font = plain;
      context.strokeText(key.text, item.x, top + size * 2.08);
      context.fillStyle = theme.quiet;
      context.fillText(key.text, item.x, top + size * 2.08);
    }
  }
  context.globalAlpha = 1;
  return written;
}

function discOf(item: ShownItem, zoom: number): Rect {
  const form = frameOf(item.data);
  const halfWidth = (form.width / 2) * zoom;
  const halfHeight = (form.height / 2) * zoom;
  return { left: item.x - halfWidth, right: item.x + halfWidth, top: item.y - halfHeight, bottom: item.y + halfHeight };
}

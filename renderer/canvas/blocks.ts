import type { Core } from 'cytoscape';
import { ITEM_HEIGHT, ITEM_WIDTH } from '../../shared/analysis/layout/graph';
import type { LayoutId } from './layouts/offered';
import type { RulerItem } from './ruler';
import type { Theme } from './theme';

/** Items that a layout has set together, with the places that it gave them. */
export interface Block {
  /** Number of its group, from 0; -1 where they have none. */
  readonly group: number;
  /** What the group has in common: a type, codes of categories, a grading; empty where its number is all. */
  readonly key: string;
  readonly members: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

/** What a layout has drawn round its items. */
export interface LaidFrame {
  readonly by: LayoutId;
  readonly blocks: readonly Block[];
  /** Dated items along an axis. */
  readonly ruler: readonly RulerItem[];
}

/** What the last layout of each chart has drawn, while the window is open: another chart in front does not lose it. */
const kept = new Map<string, LaidFrame>();

export const frameOf = (chart: string): LaidFrame | null => kept.get(chart) ?? null;

export function keepFrame(chart: string, frame: LaidFrame | null): void {
  if (frame !== null && frame.blocks.length + frame.ruler.length > 0) kept.set(chart, frame);
  else kept.delete(chart);
}

/** The words over a block: what it is and how many are in it. */
export type BlockTitle = (by: LayoutId, key: string, group: number, count: number) => string;

const AIR = 9;
const SIZE = 13;
/** Smaller than this a heading is no longer read, CSS pixels. */
const LEAST_SIZE = 7;
const PLACE = 0.02;
/** Half a disc, chart units, and two lines of a name below it, CSS pixels. */
const DISC = 20;
const NAME = 32;

/**
 * Draws a quiet frame with a heading round each block, as far as its members still stand where the layout has put them: a
 * block of which most have been moved away, or whose layout was undone, is none any more.
 */
export function drawBlocks(context: CanvasRenderingContext2D, cy: Core, chart: string, { theme, font, title }: { readonly theme: Theme; readonly font: string; readonly title: BlockTitle }): void {
  const blocks = kept.get(chart);
  if (!blocks) return;
  const zoom = cy.zoom();
  const pan = cy.pan();
  const size = Math.max(LEAST_SIZE, Math.min(SIZE * 1.3, SIZE * Math.sqrt(zoom)));
  context.save();
  context.font = `600 ${size}px ${font}`;
  context.textBaseline = 'bottom';
  context.textAlign = 'left';
  for (const { group, key, members } of blocks.blocks) {
    let [left, right, top, bottom, count] = [Infinity, -Infinity, Infinity, -Infinity, 0];
    for (const { id, x, y } of members) {
      const node = cy.getElementById(id);
      if (node.empty()) continue;
      const at = node.position();
      if (Math.abs(at.x - x) > PLACE || Math.abs(at.y - y) > PLACE) continue;
      [left, right, top, bottom, count] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y), count + 1];
    }
    if (count * 2 <= members.length) continue;
    const x = (left - ITEM_WIDTH / 2 - AIR) * zoom + pan.x;
    const y = (top - ITEM_HEIGHT / 2 - AIR) * zoom + pan.y;
    const width = (right - left + ITEM_WIDTH + AIR * 2) * zoom;
    // Names keep their size when the chart is shown small: they reach further below an item then.
    const height = Math.max((bottom - top + ITEM_HEIGHT + AIR * 2) * zoom, (bottom + DISC) * zoom + pan.y + NAME - y);
    context.lineWidth = 1;
    context.strokeStyle = theme.pillBorder;
    context.globalAlpha = 0.8;
    context.beginPath();
    context.roundRect(x, y, width, height, 6);
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = theme.quiet;
    context.fillText(fitting(context, title(blocks.by, key, group, members.length), width), x + 2, y - 3);
  }
  context.restore();
}

/** As much of a heading as fits above its block. */
function fitting(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return `${text.slice(0, end)}…`;
}

import { FORMS } from '../forms';
import { frameOf } from '../elements';
import { PLACE, type Arrays } from './arrays';
import { distanceTo } from './outline';

/** Cells that many chart units wide; an item is never larger than a few of them. */
const CELL = 96;
/** How near the pointer must come, CSS pixels. */
const NODE_REACH = 2;
const EDGE_REACH = 8;
/** An arc is reckoned with as so many straight pieces. */
const PIECES = 8;

/** Finds what is at a point, in a grid of the items' middles that is made anew after items moved. */
export class Grid {
  private readonly arrays: Arrays;
  private stale = true;
  private left = 0;
  private top = 0;
  private columns = 0;
  private rows = 0;
  /** Largest half of an item's frame, chart units. */
  private reach = 0;
  private starts = new Uint32Array(1);
  private slots = new Uint32Array(0);

  constructor(arrays: Arrays) {
    this.arrays = arrays;
  }

  /** After items came, went, moved or changed their size. */
  forget(): void {
    this.stale = true;
  }

  private build(): void {
    const { places, nodeIds, nodeData } = this.arrays;
    const count = nodeIds.length;
    this.stale = false;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    this.reach = 0;
    for (let i = 0; i < count; i += 1) {
      left = Math.min(left, places[i * PLACE]!);
      right = Math.max(right, places[i * PLACE]!);
      top = Math.min(top, places[i * PLACE + 1]!);
      bottom = Math.max(bottom, places[i * PLACE + 1]!);
      const { width, height } = frameOf(nodeData[i]!);
      this.reach = Math.max(this.reach, width / 2, height / 2);
    }
    this.left = left;
    this.top = top;
    // Items that were put far apart make large cells, not millions of them.
    const cell = Math.max(CELL, Math.sqrt(((right - left) * (bottom - top)) / Math.max(1, count * 4)) || CELL);
    this.size = cell;
    this.columns = count === 0 ? 0 : Math.floor((right - left) / cell) + 1;
    this.rows = count === 0 ? 0 : Math.floor((bottom - top) / cell) + 1;
    const starts = new Uint32Array(this.columns * this.rows + 1);
    const cells = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) {
      const at = Math.floor((places[i * PLACE]! - left) / cell) + Math.floor((places[i * PLACE + 1]! - top) / cell) * this.columns;
      cells[i] = at;
      starts[at + 1]! += 1;
    }
    for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
    const next = starts.slice();
    const slots = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) slots[next[cells[i]!]!++] = i;
    this.starts = starts;
    this.slots = slots;
  }

  private size = CELL;

  /** Slot of the item at a point of the chart, the one drawn last where several lie over one another; -1 for none. */
  nodeAt(x: number, y: number, zoom: number): number {
    if (this.stale) this.build();
    const near = NODE_REACH / zoom;
    const reach = this.reach + near;
    const { places, nodeData } = this.arrays;
    let found = -1;
    this.visit(x - reach, y - reach, x + reach, y + reach, (slot) => {
      if (slot < found) return;
      const data = nodeData[slot]!;
      const form = FORMS[data.family];
      const frame = frameOf(data);
      if (data.as !== undefined || data.held !== undefined) {
        if (Math.abs(x - places[slot * PLACE]!) <= frame.width / 2 + near && Math.abs(y - places[slot * PLACE + 1]!) <= frame.height / 2 + near) found = slot;
        return;
      }
      const scale = frame.width / form.width;
      if (distanceTo(form, (x - places[slot * PLACE]!) / scale, (y - places[slot * PLACE + 1]!) / scale) * scale <= near) found = slot;
    });
    return found;
  }

  /** Slot of the line nearest to a point of the chart, where one is near enough; -1 for none. */
  edgeAt(x: number, y: number, zoom: number): number {
    const { arrays } = this;
    const { places, edgeIds } = arrays;
    const near = EDGE_REACH / zoom;
    let found = -1;
    let least = Infinity;
    for (let edge = 0; edge < edgeIds.length; edge += 1) {
      const from = arrays.from(edge);
      const to = arrays.to(edge);
      const bend = arrays.bend(edge);
      const reach = near + arrays.width(edge) / 2;
      const room = reach + Math.abs(bend);
      const [ax, ay, bx, by] = [places[from * PLACE]!, places[from * PLACE + 1]!, places[to * PLACE]!, places[to * PLACE + 1]!];
      if (x < Math.min(ax, bx) - room || x > Math.max(ax, bx) + room || y < Math.min(ay, by) - room || y > Math.max(ay, by) + room) continue;
      const distance = bend === 0 ? toSegment(x, y, ax, ay, bx, by) : toArc(x, y, ax, ay, bx, by, bend);
      if (distance < least && distance <= reach) {
        least = distance;
        found = edge;
      }
    }
    return found;
  }

  private visit(left: number, top: number, right: number, bottom: number, each: (slot: number) => void): void {
    const column = (x: number): number => Math.floor((x - this.left) / this.size);
    const row = (y: number): number => Math.floor((y - this.top) / this.size);
    for (let r = Math.max(0, row(top)); r <= Math.min(this.rows - 1, row(bottom)); r += 1) {
      for (let c = Math.max(0, column(left)); c <= Math.min(this.columns - 1, column(right)); c += 1) {
        const cell = r * this.columns + c;
        for (let i = this.starts[cell]!; i < this.starts[cell + 1]!; i += 1) each(this.slots[i]!);
      }
    }
  }
}

function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

/** A point of an arc, `t` from 0 to 1. */
export function onArc(ax: number, ay: number, bx: number, by: number, bend: number, t: number): { readonly x: number; readonly y: number } {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const cx = (ax + bx) / 2 - ((by - ay) / length) * bend;
  const cy = (ay + by) / 2 + ((bx - ax) / length) * bend;
  const s = 1 - t;
  return { x: s * s * ax + 2 * s * t * cx + t * t * bx, y: s * s * ay + 2 * s * t * cy + t * t * by };
}

function toArc(x: number, y: number, ax: number, ay: number, bx: number, by: number, bend: number): number {
  let least = Infinity;
  let before = { x: ax, y: ay };
  for (let i = 1; i <= PIECES; i += 1) {
    const at = onArc(ax, ay, bx, by, bend, i / PIECES);
    least = Math.min(least, toSegment(x, y, before.x, before.y, at.x, at.y));
    before = at;
  }
  return least;
}

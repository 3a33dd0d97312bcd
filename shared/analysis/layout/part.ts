import { middleOf } from './align';
import { ITEM_HEIGHT, ITEM_WIDTH, roomsOf, type Rooms } from './graph';
import type { Block } from './packing';

/** Some items laid out on their own, round the origin, and the room that they take. */
export interface Part {
  readonly members: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly block: Block;
}

/** The part that items make at these places, moved so that its middle is the origin. `rooms` are those of its members, in their order. */
export function centredPart(members: Uint32Array, x: Float64Array, y: Float64Array, rooms?: Rooms): Part {
  const middle = middleOf(x, y, () => true);
  let width = 0;
  let height = 0;
  for (let v = 0; v < x.length; v++) {
    x[v]! -= middle.x;
    y[v]! -= middle.y;
    width = Math.max(width, Math.abs(x[v]!) * 2 + (rooms?.width[v] ?? ITEM_WIDTH));
    height = Math.max(height, Math.abs(y[v]!) * 2 + (rooms?.height[v] ?? ITEM_HEIGHT));
  }
  return { members, x, y, block: { width, height } };
}

/** Rows stand further apart than items must: names keep their size when the chart is shown small. */
const ROW_HEIGHT = ITEM_HEIGHT * 1.4;
/** A few items stand in a wide band that fits under a drawing, many in the shape of a window. */
const BAND = 24;
const BAND_WIDTH = ITEM_WIDTH * 1.3;

/** Items without lines stand together in rows. */
export function rows(members: Uint32Array, order: Uint32Array, whole?: Rooms): Part {
  const sorted = members.slice().sort((a, b) => order[a]! - order[b]!);
  const few = sorted.length <= BAND;
  const rooms = whole && roomsOf(whole, sorted);
  // Columns and rows are as wide and high as the largest in them asks.
  const widest = rooms ? Math.max(ITEM_WIDTH, ...rooms.width) : ITEM_WIDTH;
  const highest = rooms ? Math.max(ITEM_HEIGHT, ...rooms.height) : ITEM_HEIGHT;
  const width = (few ? BAND_WIDTH : ITEM_WIDTH + 2) + widest - ITEM_WIDTH;
  const rowHeight = ROW_HEIGHT + highest - ITEM_HEIGHT;
  const columns = Math.max(1, Math.ceil(Math.sqrt((sorted.length * rowHeight * (few ? 4 : 1.6)) / width)));
  const x = Float64Array.from(sorted, (_, i) => (i % columns) * width);
  const y = Float64Array.from(sorted, (_, i) => Math.floor(i / columns) * rowHeight);
  return centredPart(sorted, x, y, rooms);
}


import { middleOf } from './align';
import { ITEM_HEIGHT, ITEM_WIDTH } from './graph';
import type { Block } from './packing';

/** Some items laid out on their own, round the origin, and the room that they take. */
export interface Part {
  readonly members: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly block: Block;
}

/** The part that items make at these places, moved so that its middle is the origin. */
export function centredPart(members: Uint32Array, x: Float64Array, y: Float64Array): Part {
  const middle = middleOf(x, y, () => true);
  let width = 0;
  let height = 0;
  for (let v = 0; v < x.length; v++) {
    x[v]! -= middle.x;
    y[v]! -= middle.y;
    width = Math.max(width, Math.abs(x[v]!) * 2);
    height = Math.max(height, Math.abs(y[v]!) * 2);
  }
  return { members, x, y, block: { width: width + ITEM_WIDTH, height: height + ITEM_HEIGHT } };
}

/** Rows stand further apart than items must: names keep their size when the chart is shown small. */
const ROW_HEIGHT = ITEM_HEIGHT * 1.4;
/** A few items stand in a wide band that fits under a drawing, many in the shape of a window. */
const BAND = 24;
const BAND_WIDTH = ITEM_WIDTH * 1.3;

/** Items without lines stand together in rows. */
export function rows(members: Uint32Array, order: Uint32Array): Part {
  const sorted = members.slice().sort((a, b) => order[a]! - order[b]!);
  const few = sorted.length <= BAND;
  const width = few ? BAND_WIDTH : ITEM_WIDTH + 2;
  const columns = Math.max(1, Math.ceil(Math.sqrt((sorted.length * ROW_HEIGHT * (few ? 4 : 1.6)) / width)));
  const x = Float64Array.from(sorted, (_, i) => (i % columns) * width);
  const y = Float64Array.from(sorted, (_, i) => Math.floor(i / columns) * ROW_HEIGHT);
  return centredPart(sorted, x, y);
}


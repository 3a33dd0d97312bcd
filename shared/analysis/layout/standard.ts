import { alignTo, middleOf } from './align';
import { adjacencyOf, componentsOf, ITEM_HEIGHT, ITEM_WIDTH, partOf, type Arrange, type LayoutGraph } from './graph';
import { giveRoom, separate } from './overlap';
import { packAround, type Block } from './packing';
import { seededRandom } from './random';
import { refine } from './refine';
import { layStress } from './stress';

/** Chart units between two neighbours: a label's width, so that lines stay visible between discs. */
const LENGTH = 128;
/** Labels are wide and windows are too: drawings are pressed flat, which harms the proportions of distances little. */
const WIDER = 1.06;
const FLATTER = 0.88;
const SEED = 20_240_501;
/** Free room between two parts of the chart. */
const GAP = 50;

interface Part {
  readonly members: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly block: Block;
}

/** Lays out one part on its own and turns it so that its longer side lies. */
function layPart(members: Uint32Array, graph: ReturnType<typeof adjacencyOf>): Part {
  const part = partOf(graph, members);
  const x = new Float64Array(part.n);
  const y = new Float64Array(part.n);
  layStress(part, x, y, { length: LENGTH, random: seededRandom(SEED) });
  layDown(x, y);
  for (let v = 0; v < part.n; v++) {
    x[v]! *= WIDER;
    y[v]! *= FLATTER;
  }
  if (part.n > 2) refine(part, x, y, LENGTH);
  giveRoom(x, y);
  separate(x, y, new Uint8Array(part.n));
  return centredPart(members, x, y);
}

function centredPart(members: Uint32Array, x: Float64Array, y: Float64Array): Part {
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

/** Turns a drawing so that its main direction is horizontal. */
function layDown(x: Float64Array, y: Float64Array): void {
  const n = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let v = 0; v < n; v++) {
    meanX += x[v]! / n;
    meanY += y[v]! / n;
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let v = 0; v < n; v++) {
    const dx = x[v]! - meanX;
    const dy = y[v]! - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  for (let v = 0; v < n; v++) {
    const dx = x[v]! - meanX;
    const dy = y[v]! - meanY;
    x[v] = dx * c - dy * s;
    y[v] = dx * s + dy * c;
  }
}

/** Rows stand further apart than items must: names keep their size when the chart is shown small. */
const ROW_HEIGHT = ITEM_HEIGHT * 1.4;
/** A few items stand in a wide band that fits under a drawing, many in the shape of a window. */
const BAND = 24;
const BAND_WIDTH = ITEM_WIDTH * 1.3;

/** Items without lines stand together in rows. */
function rows(members: Uint32Array, order: Uint32Array): Part {
  const sorted = members.slice().sort((a, b) => order[a]! - order[b]!);
  const few = sorted.length <= BAND;
  const width = few ? BAND_WIDTH : ITEM_WIDTH + 2;
  const columns = Math.max(1, Math.ceil(Math.sqrt((sorted.length * ROW_HEIGHT * (few ? 4 : 1.6)) / width)));
  const x = Float64Array.from(sorted, (_, i) => (i % columns) * width);
  const y = Float64Array.from(sorted, (_, i) => Math.floor(i / columns) * ROW_HEIGHT);
  return centredPart(sorted, x, y);
}

/** A part with fixed items is laid out freely, brought as near to them as it can be, and then drawn towards them. */
function layAnchored(members: Uint32Array, graph: ReturnType<typeof adjacencyOf>, whole: LayoutGraph, x: Float64Array, y: Float64Array): void {
  const part = partOf(graph, members);
  const px = new Float64Array(part.n);
  const py = new Float64Array(part.n);
  const random = seededRandom(SEED);
  layStress(part, px, py, { length: LENGTH, random });
  const fixed = Uint8Array.from(members, (v) => whole.fixed[v]!);
  const atX = Float64Array.from(members, (v) => whole.x[v]!);
  const atY = Float64Array.from(members, (v) => whole.y[v]!);
  const anchors = [...fixed.keys()].filter((v) => fixed[v]);
  alignTo(px, py, anchors, atX, atY);
  for (const v of anchors) {
    px[v] = atX[v]!;
    py[v] = atY[v]!;
  }
  layStress(part, px, py, { length: LENGTH, random, fixed });
  refine(part, px, py, LENGTH, fixed);
  members.forEach((v, i) => {
    x[v] = px[i]!;
    y[v] = py[i]!;
  });
}

/** Room already taken by what stays: one block, so that loose parts come beside it. */
function blockOf(x: Float64Array, y: Float64Array, placed: readonly number[]): { block: Block; middle: { x: number; y: number } } {
  const own = new Set(placed);
  const middle = middleOf(x, y, (v) => own.has(v));
  let width = 0;
  let height = 0;
  for (const v of placed) {
    width = Math.max(width, Math.abs(x[v]! - middle.x) * 2);
    height = Math.max(height, Math.abs(y[v]! - middle.y) * 2);
  }
  return { block: { width: width + ITEM_WIDTH, height: height + ITEM_HEIGHT }, middle };
}

/**
 * The standard layout, for any size: distances on screen follow the number of steps between items; parts are packed with
 * the largest in the middle. Fixed items stay and draw their part to them.
 */
export const standard: Arrange = (graph) => {
  const x = graph.x.slice();
  const y = graph.y.slice();
  const adjacency = adjacencyOf(graph.n, graph.from, graph.to);
  const free = (v: number): boolean => graph.fixed[v] === 0;
  const before = middleOf(graph.x, graph.y, free);
  const anchored: number[] = [];
  const loose: Part[] = [];
  const single: number[] = [];
  for (const members of componentsOf(adjacency)) {
    if (members.every((v) => !free(v))) anchored.push(...members);
    else if (members.some((v) => !free(v))) {
      layAnchored(members, adjacency, graph, x, y);
      anchored.push(...members);
    } else if (members.length === 1) single.push(members[0]!);
    else loose.push(layPart(members, adjacency));
  }
  if (single.length > 0) loose.push(rows(Uint32Array.from(single), graph.order));
  loose.sort((a, b) => b.block.width * b.block.height - a.block.width * a.block.height);
  const kept = anchored.length > 0 ? blockOf(x, y, anchored) : null;
  const middles = packAround([...(kept ? [kept.block] : []), ...loose.map((part) => part.block)], GAP);
  const shift = kept ? { x: kept.middle.x - middles[0]!.x, y: kept.middle.y - middles[0]!.y } : before;
  loose.forEach((part, index) => {
    const middle = middles[kept ? index + 1 : index]!;
    part.members.forEach((v, i) => {
      x[v] = middle.x + shift.x + part.x[i]!;
      y[v] = middle.y + shift.y + part.y[i]!;
    });
  });
  separate(x, y, graph.fixed);
  return { x, y };
};

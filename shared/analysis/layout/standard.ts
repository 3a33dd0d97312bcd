import { alignTo, layDown, middleOf } from './align';
import { gather } from './gather';
import { adjacencyOf, componentsOf, ITEM_HEIGHT, ITEM_WIDTH, partOf, roomsOf, type Adjacency, type Arrange, type LayoutGraph, type Rooms } from './graph';
import { giveRoom, separate } from './overlap';
import { packAround, type Block } from './packing';
import { centredPart, rows, type Part } from './part';
import { seededRandom } from './random';
import { settle } from './settle';
import { layStress } from './stress';

/** Chart units between two neighbours: a label's width, so that lines stay visible between discs. */
const LENGTH = 128;
/** Labels are wide and windows are too: drawings are pressed flat, which harms the proportions of distances little. */
const WIDER = 1.06;
const FLATTER = 0.88;
const SEED = 20_240_501;
/** Free room between two parts of the chart. */
const GAP = 50;

/** The shape of one connected part, items as points: distances by steps, neighbours together. */
export function shapeOf(part: Adjacency): { readonly x: Float64Array; readonly y: Float64Array } {
  const x = new Float64Array(part.n);
  const y = new Float64Array(part.n);
  const random = seededRandom(SEED);
  layStress(part, x, y, { length: LENGTH, random });
  if (part.n > 2) gather(part, x, y, random);
  return { x, y };
}

/** Lays out one part on its own, turns it so that its longer side lies, and gives its items room. */
function layPart(members: Uint32Array, graph: Adjacency, whole: Rooms | undefined): Part {
  const part = partOf(graph, members);
  const { x, y } = shapeOf(part);
  const rooms = whole && roomsOf(whole, members);
  layDown(x, y);
  for (let v = 0; v < part.n; v++) {
    x[v]! *= WIDER;
    y[v]! *= FLATTER;
  }
  giveRoom(x, y, rooms);
  separate(x, y, new Uint8Array(part.n), rooms);
  return centredPart(members, x, y, rooms);
}

/** A part with fixed items is laid out freely, brought as near to them as it can be, and then drawn towards them. */
function layAnchored(members: Uint32Array, graph: Adjacency, whole: LayoutGraph, x: Float64Array, y: Float64Array): void {
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
  gather(part, px, py, random, fixed);
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
    else loose.push(layPart(members, adjacency, graph.rooms));
  }
  if (single.length > 0) loose.push(rows(Uint32Array.from(single), graph.order, graph.rooms));
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
  settle(graph, x, y);
  return { x, y };
};

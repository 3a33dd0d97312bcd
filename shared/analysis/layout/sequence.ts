import { middleOf } from './align';
import { adjacencyOf, chartOf, freeOf, ITEM_HEIGHT, ITEM_WIDTH, type Adjacency, type Arrange, type LayoutGraph, type Places } from './graph';
import { Occupancy } from './overlap';

const COLUMN = ITEM_WIDTH * 1.04;
const LANE = ITEM_HEIGHT * 1.3;
/** Lanes for so many items as give the drawing about the shape of a window. */
const LANES_PER_ITEM = 0.8;
/** How often all items look for a better lane. */
const SWEEPS = 12;
/** A long silence is shown as a gap of so many steps at most. */
const WIDEST_GAP = 5;
/** Free room between the dated items and those that have no date, in lanes. */
const APART = 2;

/** Dated items in the order of time, and where each stands along the axis. */
interface Axis {
  readonly members: readonly number[];
  readonly x: Float64Array;
  readonly lanes: number;
}

/** Gives each dated item its place along the axis: those of one moment above one another, longer silences as wider gaps. */
function axisOf({ n, time, order }: LayoutGraph): Axis {
  const at = (v: number): number => time?.[v] ?? Number.NaN;
  const members = [...Array(n).keys()].filter((v) => Number.isFinite(at(v))).sort((a, b) => at(a) - at(b) || order[a]! - order[b]!);
  const lanes = Math.max(1, Math.min(members.length, Math.round(Math.sqrt(members.length * LANES_PER_ITEM))));
  const silences = members.slice(1).map((v, i) => at(v) - at(members[i]!)).filter((silence) => silence > 0).sort((a, b) => a - b);
  const usual = silences[Math.floor(silences.length / 2)] ?? 1;
  const step = COLUMN / lanes;
  const x = new Float64Array(n);
  /** Right ends of what stands in the lanes, the one that is free first in front. */
  let ends = Array.from({ length: lanes }, () => -Infinity);
  let next = 0;
  for (let from = 0; from < members.length;) {
    let to = from + 1;
    while (to < members.length && at(members[to]!) === at(members[from]!)) to++;
    for (let i = from; i < to; i++) {
      if (i > from && (i - from) % lanes === 0) next += COLUMN;
      next = Math.max(next, ends[0]! + COLUMN);
      x[members[i]!] = next;
      ends = [...ends.slice(1), next].sort((a, b) => a - b);
    }
    const silence = to < members.length ? at(members[to]!) - at(members[from]!) : 0;
    next += step * (1 + Math.min(WIDEST_GAP, Math.log2(1 + silence / usual) - 1) * (silence > usual ? 1 : 0));
    from = to;
  }
  return { members, x, lanes };
}

/** The mean lane of those neighbours that have one; `otherwise` where none has. */
function wantedLane(adjacency: Adjacency, lane: Float64Array, v: number, otherwise: number): number {
  let sum = 0;
  let count = 0;
  for (let i = adjacency.offset[v]!; i < adjacency.offset[v + 1]!; i++) {
    const at = lane[adjacency.adjacent[i]!]!;
    if (Number.isNaN(at)) continue;
    sum += at;
    count++;
  }
  return count === 0 ? otherwise : sum / count;
}

const heightOf = (adjacency: Adjacency, lane: Float64Array): number => {
  let sum = 0;
  for (let v = 0; v < adjacency.n; v++) for (let i = adjacency.offset[v]!; i < adjacency.offset[v + 1]!; i++) if (adjacency.adjacent[i]! > v) sum += Math.abs(lane[v]! - lane[adjacency.adjacent[i]!]!) || 0;
  return sum;
};

/** Spreads items over lanes so that neighbours stand in near ones: flat lines cross least. */
function lanesOf(adjacency: Adjacency, { members, x, lanes }: Axis): Float64Array {
  let best = new Float64Array(adjacency.n).fill(Number.NaN);
  let least = Infinity;
  const lane = best.slice();
  const middle = (lanes - 1) / 2;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const ends = new Float64Array(lanes).fill(-Infinity);
    for (const v of members) {
      const wanted = wantedLane(adjacency, lane, v, middle);
      let chosen = 0;
      let cost = Infinity;
      for (let k = 0; k < lanes; k++) {
        if (ends[k]! + COLUMN > x[v]! + 1e-6) continue;
        const own = Math.abs(k - wanted) + Math.abs(k - middle) * 0.001;
        if (own < cost) [chosen, cost] = [k, own];
      }
      lane[v] = chosen;
      ends[chosen] = x[v]!;
    }
    const height = heightOf(adjacency, lane);
    if (height < least) [best, least] = [lane.slice(), height];
  }
  return best;
}

/** Sets what has no date in rows below, each item as near under its neighbours as there is room. */
function setUndated(graph: LayoutGraph, adjacency: Adjacency, dated: Float64Array, width: number, top: number, x: Float64Array, y: Float64Array): void {
  const rest = [...Array(graph.n).keys()].filter((v) => Number.isNaN(dated[v]!));
  const stands = Uint8Array.from(dated, (lane) => (Number.isNaN(lane) ? 0 : 1));
  let left = rest;
  let below = top;
  // Wave by wave: what is linked to something dated, then what is linked to that.
  for (;;) {
    const wanted = new Map<number, number>();
    for (const v of left) {
      const places = [...adjacency.adjacent.subarray(adjacency.offset[v]!, adjacency.offset[v + 1]!)].filter((u) => stands[u]).map((u) => x[u]!);
      if (places.length > 0) wanted.set(v, places.reduce((sum, place) => sum + place, 0) / places.length);
    }
    if (wanted.size === 0) break;
    const ends: number[] = [];
    for (const [v, want] of [...wanted].sort((a, b) => a[1] - b[1] || graph.order[a[0]]! - graph.order[b[0]]!)) {
      let row = 0;
      let cost = Infinity;
      for (let k = 0; k <= ends.length; k++) {
        const own = Math.max(0, (ends[k] ?? -Infinity) + COLUMN - want) + k * LANE;
        if (own < cost) [row, cost] = [k, own];
      }
      x[v] = Math.max(want, (ends[row] ?? -Infinity) + COLUMN);
      y[v] = below + row * LANE;
      ends[row] = x[v];
      stands[v] = 1;
    }
    below += ends.length * LANE;
    left = left.filter((v) => !stands[v]);
  }
  const unlinked = left.sort((a, b) => graph.order[a]! - graph.order[b]!);
  const columns = Math.max(1, Math.floor(width / COLUMN) + 1, Math.ceil(Math.sqrt(unlinked.length * 0.8)));
  unlinked.forEach((v, i) => {
    x[v] = (i % columns) * COLUMN;
    y[v] = below + Math.floor(i / columns) * LANE;
  });
}

/** Brings the drawing where the items were before. What would come onto a fixed item goes up or down, never along the axis. */
function setDown(graph: LayoutGraph, free: Uint32Array, ownX: Float64Array, ownY: Float64Array): Places {
  const x = graph.x.slice();
  const y = graph.y.slice();
  const before = middleOf(graph.x, graph.y, (v) => graph.fixed[v] === 0);
  const now = middleOf(ownX, ownY, () => true);
  const occupancy = new Occupancy(x, y, graph.rooms);
  for (let v = 0; v < graph.n; v++) if (graph.fixed[v]) occupancy.add(v);
  free.forEach((v, i) => {
    x[v] = ownX[i]! + before.x - now.x;
    const wanted = ownY[i]! + before.y - now.y;
    let off = 0;
    while (!occupancy.isFree(x[v], wanted + off, v)) off = off > 0 ? -off : -off + ITEM_HEIGHT / 4;
    y[v] = wanted + off;
    occupancy.add(v);
  });
  return { x, y };
}

/**
 * Items along a horizontal axis in the order of their first date, in lanes that keep lines flat; a later item never stands left of an
 * earlier one. What has no date stands apart below.
 */
export const sequence: Arrange = (graph) => {
  const free = freeOf(graph);
  const own = chartOf(graph, free);
  const adjacency = adjacencyOf(own.n, own.from, own.to);
  const axis = axisOf(own);
  const lane = lanesOf(adjacency, axis);
  const y = lane.map((at) => at * LANE);
  const bottom = axis.members.length === 0 ? 0 : (axis.lanes - 1 + APART) * LANE;
  setUndated(own, adjacency, lane, axis.members.reduce((width, v) => Math.max(width, axis.x[v]!), 0), bottom, axis.x, y);
  return setDown(graph, free, axis.x, y);
};

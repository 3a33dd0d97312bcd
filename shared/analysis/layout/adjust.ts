import { middleOf } from './align';
import { apart, outwards, SLACK } from './apart';
import { ITEM_HEIGHT, ITEM_WIDTH, type LayoutGraph, type Places } from './graph';
import { Occupancy, separate } from './overlap';

/** Small changes to the places of some items, each one step to undo. */
export const ADJUSTMENT_IDS = ['alignLeft', 'alignCentre', 'alignRight', 'alignTop', 'alignMiddle', 'alignBottom', 'distributeAcross', 'distributeDown', 'mirrorAcross', 'mirrorDown', 'spread', 'tighten'] as const;
export type AdjustmentId = (typeof ADJUSTMENT_IDS)[number];

/** `members` are the items it is about, by index. Those of them that are fixed stay and the others take their bearings from them. */
export type Adjust = (graph: LayoutGraph, members: readonly number[]) => Places;

const SPREAD = 1.25;
const TIGHTEN = 0.8;
/** One direction of the chart: what runs along it and what across. */
interface Way {
  along(places: Places): Float64Array;
  across(places: Places): Float64Array;
  /** Room of an item along and across. */
  readonly room: number;
  readonly roomAcross: number;
}

const ACROSS: Way = { along: ({ x }) => x, across: ({ y }) => y, room: ITEM_WIDTH, roomAcross: ITEM_HEIGHT };
const DOWN: Way = { along: ({ y }) => y, across: ({ x }) => x, room: ITEM_HEIGHT, roomAcross: ITEM_WIDTH };

/** Sets each free member at the nearest free place on the line through its own place that runs across the way. */
function slide(graph: LayoutGraph, members: readonly number[], places: Places, way: Way): void {
  const occupancy = new Occupancy(places.x, places.y, graph.rooms);
  const moving = new Set(members.filter((v) => !graph.fixed[v]));
  for (let v = 0; v < graph.n; v++) if (!moving.has(v)) occupancy.add(v);
  const along = way.along(places);
  const across = way.across(places);
  for (const v of [...moving].sort((a, b) => across[a]! - across[b]! || a - b)) {
    const wanted = across[v]!;
    for (const off of outwards(way.roomAcross / 8)) {
      const at = wanted + off;
      if (!(way === ACROSS ? occupancy.isFree(along[v]!, at, v) : occupancy.isFree(at, along[v]!, v))) continue;
      across[v] = at;
      break;
    }
    occupancy.add(v);
  }
}

const copied = ({ x, y }: Places): Places => ({ x: x.slice(), y: y.slice() });

/** All members at one value along the way, where pinned ones are: the edge that is asked for or the middle. Those that would come onto one another part across it. */
const align = (way: Way, edge: 'least' | 'middle' | 'most'): Adjust => (graph, members) => {
  const places = copied(graph);
  const along = way.along(places);
  const across = way.across(places);
  const pinned = members.filter((v) => graph.fixed[v]);
  const bearings = (pinned.length > 0 ? pinned : members).map((v) => along[v]!);
  const [least, most] = [Math.min(...bearings), Math.max(...bearings)];
  const at = edge === 'least' ? least : edge === 'most' ? most : (least + most) / 2;
  const free = members.filter((v) => !graph.fixed[v]).sort((a, b) => across[a]! - across[b]! || graph.order[a]! - graph.order[b]!);
  const spread = apart(free.map((v) => across[v]!), way.roomAcross);
  free.forEach((v, i) => {
    along[v] = at;
    across[v] = spread[i]!;
  });
  slide(graph, members, places, way);
  return places;
};

/** Equal distances along the way between the two outermost members, or between pinned ones. Members of one row that have no room are given it. */
const distribute = (way: Way): Adjust => (graph, members) => {
  const places = copied(graph);
  const along = way.along(places);
  const across = way.across(places);
  const sorted = [...members].sort((a, b) => along[a]! - along[b]! || graph.order[a]! - graph.order[b]!);
  const anchors = [...sorted.keys()].filter((i) => i === 0 || i === sorted.length - 1 || graph.fixed[sorted[i]!]);
  const inOneRow = sorted.slice(1).some((v, i) => Math.abs(across[v]! - across[sorted[i]!]!) < way.roomAcross);
  const span = along[sorted.at(-1)!]! - along[sorted[0]!]!;
  const room = way.room + SLACK;
  const needed = (sorted.length - 1) * room;
  if (inOneRow && span < needed && !sorted.some((v) => graph.fixed[v])) {
    const start = along[sorted[0]!]! - (needed - span) / 2;
    sorted.forEach((v, i) => { along[v] = start + i * room; });
  } else {
    for (let k = 0; k + 1 < anchors.length; k++) {
      const [from, to] = [anchors[k]!, anchors[k + 1]!];
      const [start, end] = [along[sorted[from]!]!, along[sorted[to]!]!];
      for (let i = from + 1; i < to; i++) along[sorted[i]!] = start + ((end - start) * (i - from)) / (to - from);
    }
  }
  slide(graph, members, places, way);
  return places;
};

/** Free members on the other side of the middle of all. */
const mirror = (way: Way): Adjust => (graph, members) => {
  const places = copied(graph);
  const along = way.along(places);
  const values = members.map((v) => along[v]!);
  const both = Math.min(...values) + Math.max(...values);
  for (const v of members) if (!graph.fixed[v]) along[v] = both - along[v]!;
  return cleared(graph, members, places);
};

/** Free members nearer to the middle of all or further from it. */
const scale = (factor: number): Adjust => (graph, members) => {
  const places = copied(graph);
  const own = new Set(members);
  const middle = middleOf(graph.x, graph.y, (v) => own.has(v));
  for (const v of members) {
    if (graph.fixed[v]) continue;
    places.x[v] = middle.x + (places.x[v]! - middle.x) * factor;
    places.y[v] = middle.y + (places.y[v]! - middle.y) * factor;
  }
  return cleared(graph, members, places);
};

/** The same without overlaps: only members move. */
function cleared(graph: LayoutGraph, members: readonly number[], places: Places): Places {
  const stays = new Uint8Array(graph.n).fill(1);
  for (const v of members) stays[v] = graph.fixed[v]!;
  separate(places.x, places.y, stays, graph.rooms);
  return places;
}

export const ADJUSTMENTS: Readonly<Record<AdjustmentId, Adjust>> = {
  alignLeft: align(ACROSS, 'least'), alignCentre: align(ACROSS, 'middle'), alignRight: align(ACROSS, 'most'),
  alignTop: align(DOWN, 'least'), alignMiddle: align(DOWN, 'middle'), alignBottom: align(DOWN, 'most'),
  distributeAcross: distribute(ACROSS), distributeDown: distribute(DOWN),
  mirrorAcross: mirror(ACROSS), mirrorDown: mirror(DOWN),
  spread: scale(SPREAD), tighten: scale(TIGHTEN),
};

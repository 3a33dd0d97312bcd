import { communitiesOf } from '../network/communities';
import { tiesOf } from '../network/ties';
import { finish } from './finish';
import { chartOf, freeOf, type Arrange, type Gathered, type LayoutGraph, type Places } from './graph';
import { packAround } from './packing';
import { centredPart, rows, type Part } from './part';
import { ringPart } from './rings';
import { standard } from './standard';

/** Room for the heading above a block, and free room between two blocks. */
export const HEADING = 44;
const GAP = 70;
/** A block is drawn as a network when it has at least so many lines per item, in rows otherwise. */
const NETLIKE = 0.6;

/** Members of each group, largest group first; those that stand alone, under -1, last. */
function gathered(graph: LayoutGraph, group: Int32Array): Gathered[] {
  const found = new Map<number, number[]>();
  for (let v = 0; v < graph.n; v++) {
    const members = found.get(group[v]!);
    if (members) members.push(v);
    else found.set(group[v]!, [v]);
  }
  return [...found].map(([number, members]) => ({ group: number, members: Uint32Array.from(members) }))
    .sort((a, b) => Number(a.group < 0) - Number(b.group < 0) || b.members.length - a.members.length || a.group - b.group);
}

function layBlock(graph: LayoutGraph, members: Uint32Array): Part {
  const own = chartOf(graph, members);
  if (own.from.length < own.n * NETLIKE) return rows(members, graph.order, graph.rooms);
  const { x, y } = standard({ ...own, x: new Float64Array(own.n), y: new Float64Array(own.n) });
  return centredPart(members, x.slice(), y.slice());
}

function inBlocks(graph: LayoutGraph, free: Uint32Array, own: LayoutGraph, group: Int32Array, lay = layBlock): Places {
  const groups = gathered(own, group);
  const parts = groups.map(({ members }) => lay(own, members));
  const bySize = [...parts.keys()].sort((a, b) => parts[b]!.block.width * parts[b]!.block.height - parts[a]!.block.width * parts[a]!.block.height);
  const middles = packAround(bySize.map((at) => ({ width: parts[at]!.block.width, height: parts[at]!.block.height + HEADING })), GAP);
  const x = graph.x.slice();
  const y = graph.y.slice();
  bySize.forEach((at, place) => {
    const part = parts[at]!;
    part.members.forEach((v, i) => {
      x[free[v]!] = middles[place]!.x + part.x[i]!;
      y[free[v]!] = middles[place]!.y + HEADING / 2 + part.y[i]!;
    });
  });
  return { ...finish(graph, x, y), blocks: groups.map((each) => ({ group: each.group, members: each.members.map((v) => free[v]!) })) };
}

/** Which group each item is in by who has more lines among each other than chance would have it; -1 for those without company. */
function communityOf(own: LayoutGraph): Int32Array {
  const { community, sizes } = communitiesOf(tiesOf({ n: own.n, from: own.from, to: own.to, weight: null }, 'both'));
  return Int32Array.from(community, (c) => (sizes[c]! > 1 ? c : -1));
}

const byGroup = (lay: typeof layBlock): Arrange => (graph) => {
  const free = freeOf(graph);
  const own = chartOf(graph, free);
  return inBlocks(graph, free, own, own.group ?? new Int32Array(own.n), lay);
};

const byCommunityIn = (lay: typeof layBlock): Arrange => (graph) => {
  const free = freeOf(graph);
  const own = chartOf(graph, free);
  return inBlocks(graph, free, own, communityOf(own), lay);
};

/** Items of one group together in a block of their own, blocks packed with room for a heading above each. */
export const grouped: Arrange = byGroup(layBlock);

/** The same by community; items without company come together in one block. */
export const byCommunity: Arrange = byCommunityIn(layBlock);

/** Each group, or each community, on a circle of its own. */
export const ringsByGroup: Arrange = byGroup(ringPart);
export const ringsByCommunity: Arrange = byCommunityIn(ringPart);

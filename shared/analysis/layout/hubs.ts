import { layDown, middleOf } from './align';
import { settleDiscs } from './discs';
import { adjacencyOf, componentsOf, partOf, type Adjacency, type Arrange, type LayoutGraph, freeOf, chartOf } from './graph';
import { finish } from './finish';
import { separate } from './overlap';
import { packAround } from './packing';
import { centredPart, rows, type Part } from './part';
import { FLAT, petals, reachOf, sharedBlock } from './petals';
import { seededRandom } from './random';
import { rolesOf, type Roles } from './roles';
import { settle } from './settle';
import { layStress } from './stress';

const LENGTH = 128;
const SEED = 20_240_501;
/** Free room between two fans, and between two parts of the chart. */
const AIR = 34;
const GAP = 60;

/** Hubs, and blocks of leaves that several hubs share, as discs: hub i is disc i, the blocks follow. Heights are stretched so that rings are round. */
interface Discs {
  readonly lines: Adjacency;
  readonly radius: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function discsOf(graph: Adjacency, { hubs, own, shared }: Roles): Discs {
  const disc = new Map(hubs.map((v, i) => [v, i]));
  const n = hubs.length + shared.length;
  const from: number[] = [];
  const to: number[] = [];
  hubs.forEach((v, i) => {
    for (let k = graph.offset[v]!; k < graph.offset[v + 1]!; k++) {
      const other = disc.get(graph.adjacent[k]!);
      if (other !== undefined && other > i) {
        from.push(i);
        to.push(other);
      }
    }
  });
  shared.forEach((sharing, at) => {
    for (const hub of sharing.hubs) {
      from.push(disc.get(hub)!);
      to.push(hubs.length + at);
    }
  });
  const radius = new Float64Array(n);
  hubs.forEach((v, i) => { radius[i] = reachOf(petals(own.get(v)?.length ?? 0)); });
  shared.forEach(({ leaves }, at) => { radius[hubs.length + at] = reachOf(sharedBlock(leaves.length)); });
  return { lines: adjacencyOf(n, Uint32Array.from(from), Uint32Array.from(to)), radius, x: new Float64Array(n), y: new Float64Array(n) };
}

/** Lays the discs of one connected part out by stress and gives each the room that its fan needs. */
function layDiscs(discs: Discs, members: Uint32Array): void {
  const part = partOf(discs.lines, members);
  const x = new Float64Array(part.n);
  const y = new Float64Array(part.n);
  layStress(part, x, y, { length: LENGTH, random: seededRandom(SEED) });
  layDown(x, y);
  const from: number[] = [];
  const to: number[] = [];
  for (let v = 0; v < part.n; v++) {
    for (let k = part.offset[v]!; k < part.offset[v + 1]!; k++) {
      if (part.adjacent[k]! <= v) continue;
      from.push(v);
      to.push(part.adjacent[k]!);
    }
  }
  settleDiscs(x, y, Float64Array.from(members, (v) => discs.radius[v]!), { from: Uint32Array.from(from), to: Uint32Array.from(to) }, AIR);
  members.forEach((v, i) => {
    discs.x[v] = x[i]!;
    discs.y[v] = y[i]! / FLAT;
  });
}

/** Sets hubs on their discs, their leaves round them and shared leaves between them. */
function setItems(roles: Roles, { lines, x: atX, y: atY }: Discs, x: Float64Array, y: Float64Array): void {
  roles.hubs.forEach((hub, i) => {
    x[hub] = atX[i]!;
    y[hub] = atY[i]!;
    const leaves = roles.own.get(hub) ?? [];
    const directions = [...lines.adjacent.subarray(lines.offset[i]!, lines.offset[i + 1]!)].map((other) => Math.atan2(atY[other]! - atY[i]!, atX[other]! - atX[i]!));
    const fan = petals(leaves.length, directions);
    leaves.forEach((leaf, k) => {
      x[leaf] = atX[i]! + fan.x[k]!;
      y[leaf] = atY[i]! + fan.y[k]!;
    });
  });
  roles.shared.forEach(({ leaves }, at) => {
    const block = sharedBlock(leaves.length);
    leaves.forEach((leaf, k) => {
      x[leaf] = atX[roles.hubs.length + at]! + block.x[k]!;
      y[leaf] = atY[roles.hubs.length + at]! + block.y[k]!;
    });
  });
}

function draw(graph: LayoutGraph): { readonly roles: Roles; readonly x: Float64Array; readonly y: Float64Array } {
  const adjacency = adjacencyOf(graph.n, graph.from, graph.to);
  const roles = rolesOf(adjacency, graph.order);
  const discs = discsOf(adjacency, roles);
  for (const members of componentsOf(discs.lines)) layDiscs(discs, members);
  const x = new Float64Array(graph.n);
  const y = new Float64Array(graph.n);
  setItems(roles, discs, x, y);
  const parts: Part[] = componentsOf(adjacency).filter((members) => members.length > 1).map((members) => {
    const ownX = Float64Array.from(members, (v) => x[v]!);
    const ownY = Float64Array.from(members, (v) => y[v]!);
    separate(ownX, ownY, new Uint8Array(members.length));
    return centredPart(members, ownX, ownY);
  });
  if (roles.alone.length > 0) parts.push(rows(Uint32Array.from(roles.alone), graph.order, graph.rooms));
  parts.sort((a, b) => b.block.width * b.block.height - a.block.width * a.block.height);
  packAround(parts.map(({ block }) => block), GAP).forEach((middle, i) => {
    const part = parts[i]!;
    part.members.forEach((v, k) => {
      x[v] = middle.x + part.x[k]!;
      y[v] = middle.y + part.y[k]!;
    });
  });
  return { roles, x, y };
}

/** The drawing shifted to what is pinned; each leaf goes where its own hubs are. */
function drawnToPins(graph: LayoutGraph): { x: Float64Array; y: Float64Array } {
  const { roles, x, y } = draw(graph);
  const isFixed = (v: number): boolean => graph.fixed[v] === 1;
  const [there, here] = [middleOf(graph.x, graph.y, isFixed), middleOf(x, y, isFixed)];
  const off = (v: number): { x: number; y: number } => (isFixed(v) ? { x: graph.x[v]! - x[v]!, y: graph.y[v]! - y[v]! } : { x: there.x - here.x, y: there.y - here.y });
  const shifts = Array.from({ length: graph.n }, (_, v) => off(v));
  const follow = (leaves: readonly number[], hubs: readonly number[]): void => {
    const shift = hubs.reduce((sum, hub) => ({ x: sum.x + shifts[hub]!.x / hubs.length, y: sum.y + shifts[hub]!.y / hubs.length }), { x: 0, y: 0 });
    for (const leaf of leaves) if (!isFixed(leaf)) shifts[leaf] = shift;
  };
  for (const [hub, leaves] of roles.own) follow(leaves, [hub]);
  for (const { hubs, leaves } of roles.shared) follow(leaves, hubs);
  for (let v = 0; v < graph.n; v++) {
    x[v] = isFixed(v) ? graph.x[v]! : x[v]! + shifts[v]!.x;
    y[v] = isFixed(v) ? graph.y[v]! : y[v]! + shifts[v]!.y;
  }
  settle(graph, x, y);
  return { x, y };
}

/**
 * Hubs with their leaves in arcs round them ("peacock"), leaves that several hubs share between these, the hubs themselves by stress: for
 * calls and payments. Where most items must stay, only those that may move are drawn.
 */
export const hubs: Arrange = (graph) => {
  const free = freeOf(graph);
  if (free.length < graph.n && free.length * 2 >= graph.n) return drawnToPins(graph);
  const own = draw(chartOf(graph, free));
  const x = graph.x.slice();
  const y = graph.y.slice();
  free.forEach((v, i) => {
    x[v] = own.x[i]!;
    y[v] = own.y[i]!;
  });
  return finish(graph, x, y);
};

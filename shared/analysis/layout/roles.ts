import { degreeOf, type Adjacency } from './graph';

/** A leaf hangs on so many hubs at most; what is linked to more is a hub itself. */
const MOST_HUBS = 4;

/** Leaves that hang on the same hubs. */
export interface Sharing {
  readonly hubs: readonly number[];
  readonly leaves: readonly number[];
}

/** What each item of a chart is when hubs and their leaves are drawn. */
export interface Roles {
  readonly hubs: readonly number[];
  /** Leaves of one hub only, by hub. */
  readonly own: ReadonlyMap<number, readonly number[]>;
  readonly shared: readonly Sharing[];
  /** Items without any line. */
  readonly alone: readonly number[];
}

/**
 * Parts items into hubs and leaves: those with most neighbours first, an item is a leaf when all its neighbours, four at most, are hubs
 * already. So leaves have no lines among each other, and each item with a line is either one.
 */
export function rolesOf(graph: Adjacency, order: Uint32Array): Roles {
  const ranked = [...Array(graph.n).keys()].sort((a, b) => degreeOf(graph, b) - degreeOf(graph, a) || order[a]! - order[b]!);
  const isHub = new Uint8Array(graph.n);
  const hubs: number[] = [];
  const alone: number[] = [];
  const own = new Map<number, number[]>();
  const shared = new Map<string, { hubs: number[]; leaves: number[] }>();
  for (const v of ranked) {
    const neighbours = [...graph.adjacent.subarray(graph.offset[v]!, graph.offset[v + 1]!)].sort((a, b) => a - b);
    if (neighbours.length === 0) alone.push(v);
    else if (neighbours.length > MOST_HUBS || neighbours.some((u) => !isHub[u])) {
      isHub[v] = 1;
      hubs.push(v);
    } else if (neighbours.length === 1) {
      const leaves = own.get(neighbours[0]!);
      if (leaves) leaves.push(v);
      else own.set(neighbours[0]!, [v]);
    } else {
      const sharing = shared.get(neighbours.join());
      if (sharing) sharing.leaves.push(v);
      else shared.set(neighbours.join(), { hubs: neighbours, leaves: [v] });
    }
  }
  const inOrder = (a: number, b: number): number => order[a]! - order[b]!;
  for (const leaves of own.values()) leaves.sort(inOrder);
  for (const { leaves } of shared.values()) leaves.sort(inOrder);
  return { hubs, own, shared: [...shared.values()], alone: alone.sort(inOrder) };
}

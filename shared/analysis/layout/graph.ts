/**
 * The room a usual item takes in a layout, in chart units: its disc, the two lines of its label and some air.
 */
export const ITEM_WIDTH = 150;
export const ITEM_HEIGHT = 66;

/** The room of each item where not all take the same, chart units. */
export interface Rooms {
  readonly width: Float64Array;
  readonly height: Float64Array;
}

/** Items by index that stand in one row, or in one column. */
export interface Row {
  readonly way: 'row' | 'column';
  readonly members: Uint32Array;
}

/** What a layout works on: `n` items by index, in typed arrays so that they cross to the worker without a copy. */
export interface LayoutGraph {
  readonly n: number;
  /** Present centres, chart units. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 where an item must stay exactly where it is: pinned, or outside the scope. */
  readonly fixed: Uint8Array;
  /** Ends of each line, by index. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** 1 where the direction of a line means something. */
  readonly directed: Uint8Array;
  /** Rank of each item in the order that rows and rings follow: by family, type and caption. */
  readonly order: Uint32Array;
  /** First moment that each item is dated by, milliseconds since 1970 UTC, NaN where undated; absent: none is dated. */
  readonly time?: Float64Array;
  /** Which group each item belongs to; absent: all to one. */
  readonly group?: Int32Array;
  /** Room of each item; absent: the usual one for all. */
  readonly rooms?: Rooms;
  /** Items that stay in one row or column. */
  readonly rows?: readonly Row[];
  /** Which way directed lines are to point; absent: any. */
  readonly pointing?: 'right' | 'down';
}

/** Items that a layout has set together, by index, under the number of their group: -1 gathers those that stand alone. */
export interface Gathered {
  readonly group: number;
  readonly members: Uint32Array;
}

/** Centres by index, chart units. Those of fixed items equal the input exactly. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Groups that stand in blocks of their own and want a heading; absent where a layout makes none. */
  readonly blocks?: readonly Gathered[];
}

/** One way to lay out a chart. Pure and repeatable. */
export type Arrange = (graph: LayoutGraph) => Places;

/** Neighbours of every item in two arrays: those of v are adjacent[offset[v] … offset[v + 1]]. Loops and repeats are left out. */
export interface Adjacency {
  readonly n: number;
  readonly offset: Uint32Array;
  readonly adjacent: Uint32Array;
}

export function adjacencyOf(n: number, from: Uint32Array, to: Uint32Array): Adjacency {
  const seen = new Set<number>();
  const pairs: number[] = [];
  for (let i = 0; i < from.length; i++) {
    const a = Math.min(from[i]!, to[i]!);
    const b = Math.max(from[i]!, to[i]!);
    const key = a * n + b;
    if (a === b || seen.has(key)) continue;
    seen.add(key);
    pairs.push(a, b);
  }
  const offset = new Uint32Array(n + 1);
  for (const end of pairs) offset[end + 1]!++;
  for (let v = 0; v < n; v++) offset[v + 1]! += offset[v]!;
  const next = offset.slice();
  const adjacent = new Uint32Array(pairs.length);
  for (let i = 0; i < pairs.length; i += 2) {
    adjacent[next[pairs[i]!]!++] = pairs[i + 1]!;
    adjacent[next[pairs[i + 1]!]!++] = pairs[i]!;
  }
  return { n, offset, adjacent };
}

export const degreeOf = (graph: Adjacency, v: number): number => graph.offset[v + 1]! - graph.offset[v]!;

/** Members of each connected part, largest part first; within a part in the order of a breadth-first walk. */
export function componentsOf(graph: Adjacency): Uint32Array[] {
  const seen = new Uint8Array(graph.n);
  const queue = new Uint32Array(graph.n);
  const parts: Uint32Array[] = [];
  for (let start = 0; start < graph.n; start++) {
    if (seen[start]) continue;
    let head = 0;
    let end = 1;
    queue[0] = start;
    seen[start] = 1;
    while (head < end) {
      const v = queue[head++]!;
      for (let i = graph.offset[v]!; i < graph.offset[v + 1]!; i++) {
        const u = graph.adjacent[i]!;
        if (seen[u]) continue;
        seen[u] = 1;
        queue[end++] = u;
      }
    }
    parts.push(queue.slice(0, end));
  }
  return parts.sort((a, b) => b.length - a.length);
}

/** Steps from `start` to every item, -1 where there is no way; `queue` is scratch of length n. */
export function stepsFrom(graph: Adjacency, start: number, steps: Int32Array, queue: Uint32Array): void {
  steps.fill(-1);
  steps[start] = 0;
  queue[0] = start;
  let head = 0;
  let end = 1;
  while (head < end) {
    const v = queue[head++]!;
    const next = steps[v]! + 1;
    for (let i = graph.offset[v]!; i < graph.offset[v + 1]!; i++) {
      const u = graph.adjacent[i]!;
      if (steps[u]! >= 0) continue;
      steps[u] = next;
      queue[end++] = u;
    }
  }
}

/** The part of a graph that holds only `members`, renumbered in their order. */
export function partOf(graph: Adjacency, members: Uint32Array): Adjacency {
  const place = new Int32Array(graph.n).fill(-1);
  members.forEach((v, i) => { place[v] = i; });
  const offset = new Uint32Array(members.length + 1);
  const adjacent: number[] = [];
  members.forEach((v, i) => {
    for (let k = graph.offset[v]!; k < graph.offset[v + 1]!; k++) {
      const u = place[graph.adjacent[k]!]!;
      if (u >= 0) adjacent.push(u);
    }
    offset[i + 1] = adjacent.length;
  });
  return { n: members.length, offset, adjacent: Uint32Array.from(adjacent) };
}

/** Rooms of some items, in their order. */
export const roomsOf = ({ width, height }: Rooms, members: Uint32Array): Rooms => ({ width: Float64Array.from(members, (v) => width[v]!), height: Float64Array.from(members, (v) => height[v]!) });

/** A chart without some of its items: those that are left, renumbered in the order of `members`, in which lines run among them only. */
export function chartOf(graph: LayoutGraph, members: Uint32Array): LayoutGraph {
  const place = new Int32Array(graph.n).fill(-1);
  members.forEach((v, i) => { place[v] = i; });
  const lines = [...graph.from.keys()].filter((line) => place[graph.from[line]!]! >= 0 && place[graph.to[line]!]! >= 0);
  return {
    n: members.length,
    x: Float64Array.from(members, (v) => graph.x[v]!),
    y: Float64Array.from(members, (v) => graph.y[v]!),
    fixed: Uint8Array.from(members, (v) => graph.fixed[v]!),
    from: Uint32Array.from(lines, (line) => place[graph.from[line]!]!),
    to: Uint32Array.from(lines, (line) => place[graph.to[line]!]!),
    directed: Uint8Array.from(lines, (line) => graph.directed[line]!),
    order: Uint32Array.from(members, (v) => graph.order[v]!),
    ...(graph.time ? { time: Float64Array.from(members, (v) => graph.time![v]!) } : {}),
    ...(graph.group ? { group: Int32Array.from(members, (v) => graph.group![v]!) } : {}),
    ...(graph.rooms ? { rooms: roomsOf(graph.rooms, members) } : {}),
    ...(graph.rows ? { rows: graph.rows.map(({ way, members: all }) => ({ way, members: Uint32Array.from([...all].map((v) => place[v]!).filter((v) => v >= 0)) })).filter((row) => row.members.length > 1) } : {}),
    ...(graph.pointing ? { pointing: graph.pointing } : {}),
  };
}

/** Items that a layout may move. */
export const freeOf = (graph: LayoutGraph): Uint32Array => Uint32Array.from([...graph.fixed.keys()].filter((v) => graph.fixed[v] === 0));

/** The network as paths are sought in it: arcs of node v are `offset[v] … offset[v + 1]`, each with the link that it belongs to, so that a path tells over which links it runs. */
export interface Arcs {
  readonly n: number;
  readonly offset: Uint32Array;
  readonly adjacent: Uint32Array;
  /** Index of the link. */
  readonly link: Uint32Array;
}

/** What a search may not use; 1 where it may not. Absent: everything is allowed. */
export interface Barred {
  readonly nodes?: Uint8Array | undefined;
  readonly links?: Uint8Array | undefined;
  /** Nodes to which the first step may not lead. */
  readonly first?: ReadonlySet<number> | undefined;
}

export interface Path {
  readonly nodes: readonly number[];
  /** One fewer than nodes: the link by which each next one is reached. */
  readonly links: readonly number[];
}

/** Arcs along links, against them, or both. Parallel links and loops stay: a path may have to tell of each. Linear. */
export function arcsOf(n: number, from: Uint32Array, to: Uint32Array, following: 'out' | 'in' | 'both'): Arcs {
  const both = following === 'both';
  const [starts, ends] = following === 'in' ? [to, from] : [from, to];
  const offset = new Uint32Array(n + 1);
  for (let i = 0; i < starts.length; i += 1) {
    offset[starts[i]! + 1]! += 1;
    if (both) offset[ends[i]! + 1]! += 1;
  }
  for (let v = 0; v < n; v += 1) offset[v + 1]! += offset[v]!;
  const next = offset.slice(0, n);
  const adjacent = new Uint32Array(offset[n]!);
  const link = new Uint32Array(offset[n]!);
  const put = (v: number, u: number, at: number): void => {
    adjacent[next[v]!] = u;
    link[next[v]!] = at;
    next[v]! += 1;
  };
  for (let i = 0; i < starts.length; i += 1) {
    put(starts[i]!, ends[i]!, i);
    if (both) put(ends[i]!, starts[i]!, i);
  }
  return { n, offset, adjacent, link };
}

/** One side of a search from both ends: by which arc each node was reached, in which round of `stamp`. */
class Side {
  readonly seen: Uint32Array;
  readonly by: Int32Array;
  readonly before: Int32Array;
  readonly steps: Int32Array;
  front: number[] = [];

  constructor(n: number) {
    this.seen = new Uint32Array(n);
    this.by = new Int32Array(n);
    this.before = new Int32Array(n);
    this.steps = new Int32Array(n);
  }

  begin(start: number, stamp: number): void {
    this.front = [start];
    this.seen[start] = stamp;
    this.by[start] = -1;
    this.before[start] = -1;
    this.steps[start] = 0;
  }
}

/** Finds paths with the fewest steps again and again without new memory for each: breadth first from both ends, the smaller front going on. */
export class StepPaths {
  private readonly ahead: Side;
  private readonly behind: Side;
  private stamp = 0;

  /** `forward` and `backward`: the arcs as they are followed and against that; the same object where links are followed both ways. */
  constructor(private readonly forward: Arcs, private readonly backward: Arcs) {
    this.ahead = new Side(forward.n);
    this.behind = new Side(forward.n);
  }

  /** A path with the fewest steps, at most `most`; null where there is none. Among equals the first by order of arcs. Neither end is barred by `barred.nodes`. */
  between(start: number, end: number, barred: Barred = {}, most = Infinity): Path | null {
    if (start === end) return { nodes: [start], links: [] };
    this.stamp += 1;
    const { ahead, behind, stamp } = this;
    ahead.begin(start, stamp);
    behind.begin(end, stamp);
    let taken = 0;
    while (ahead.front.length > 0 && behind.front.length > 0 && taken < most) {
      const smaller = ahead.front.length <= behind.front.length;
      taken += 1;
      const met = smaller ? this.grow(ahead, behind, this.forward, barred, { from: start, to: end }) : this.grow(behind, ahead, this.backward, barred, { from: end, to: start });
      if (met >= 0) return this.joined(met);
    }
    return null;
  }

  /** One step of a side; the node where it meets the other on a shortest way, or -1. */
  private grow(side: Side, other: Side, { offset, adjacent, link }: Arcs, { nodes, links, first }: Barred, ends: { readonly from: number; readonly to: number }): number {
    const front: number[] = [];
    const ahead = side === this.ahead;
    let met = -1;
    let least = Infinity;
    for (const v of side.front) {
      for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
        const u = adjacent[i]!;
        if (side.seen[u] === this.stamp || links?.[link[i]!] === 1 || (u !== ends.to && nodes?.[u] === 1)) continue;
        if (first !== undefined && (ahead ? v === ends.from && first.has(u) : u === ends.to && first.has(v))) continue;
        side.seen[u] = this.stamp;
        side.by[u] = link[i]!;
        side.before[u] = v;
        side.steps[u] = side.steps[v]! + 1;
        if (other.seen[u] === this.stamp && other.steps[u]! < least) {
          least = other.steps[u]!;
          met = u;
        }
        front.push(u);
      }
    }
    side.front = front;
    return met;
  }

  private joined(met: number): Path {
    const nodes: number[] = [met];
    const links: number[] = [];
    for (let v = met; this.ahead.before[v]! >= 0; v = this.ahead.before[v]!) {
      nodes.push(this.ahead.before[v]!);
      links.push(this.ahead.by[v]!);
    }
    nodes.reverse();
    links.reverse();
    for (let v = met; this.behind.before[v]! >= 0; v = this.behind.before[v]!) {
      nodes.push(this.behind.before[v]!);
      links.push(this.behind.by[v]!);
    }
    return { nodes, links };
  }
}

const sameNodes = (a: Path, b: Path): boolean => a.nodes.length === b.nodes.length && a.nodes.every((node, at) => node === b.nodes[at]);

/**
 * The `count` shortest paths that visit no node twice, fewest steps first (J. Y. Yen, "Finding the k shortest loopless paths", 1971). Paths over the same nodes
 * count once. Fewer where there are no more. `watch` is called between searches and may throw.
 */
export function fewestSteps(search: StepPaths, n: number, ends: { readonly start: number; readonly end: number }, { count, most = Infinity, barred = {}, watch = () => undefined }: { readonly count: number; readonly most?: number; readonly barred?: Barred; readonly watch?: () => void }): Path[] {
  const shortest = search.between(ends.start, ends.end, barred, most);
  if (shortest === null) return [];
  const found = [shortest];
  const waiting: Path[] = [];
  while (found.length < count) {
    const last = found.at(-1)!;
    for (let at = 0; at < last.nodes.length - 1; at += 1) {
      watch();
      const root = last.nodes.slice(0, at + 1);
      const nodes = barred.nodes?.slice() ?? new Uint8Array(n);
      for (const node of root.slice(0, -1)) nodes[node] = 1;
      const first = new Set(at === 0 ? barred.first : []);
      for (const path of found) if (root.every((node, step) => node === path.nodes[step])) first.add(path.nodes[at + 1]!);
      const rest = search.between(last.nodes[at]!, ends.end, { nodes, links: barred.links, first }, most - at);
      if (rest === null) continue;
      const path = { nodes: [...root.slice(0, -1), ...rest.nodes], links: [...last.links.slice(0, at), ...rest.links] };
      if (!waiting.some((other) => sameNodes(other, path)) && !found.some((other) => sameNodes(other, path))) waiting.push(path);
    }
    if (waiting.length === 0) break;
    waiting.sort((a, b) => a.nodes.length - b.nodes.length);
    found.push(waiting.shift()!);
  }
  return found;
}

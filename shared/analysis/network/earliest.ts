import type { Path } from './shortest';

/** Links with the time at which each happens or holds: seconds since 1970, or any number that grows. */
export interface TimedLinks {
  readonly n: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly directed: Uint8Array;
  /** When it begins; NaN where that is not known: such a link is never used. */
  readonly start: Float64Array;
  /** Until when it holds; NaN for a happening, which holds only at its start; Infinity for one without end. */
  readonly end: Float64Array;
}

export interface EarliestOptions {
  /** Nothing before it counts. */
  readonly from: number;
  /** Longest wait at a node between two links; Infinity: any. */
  readonly wait: number;
  /** 1 for links and nodes that may not be used. */
  readonly nodes?: Uint8Array | undefined;
  readonly links?: Uint8Array | undefined;
}

export interface TimedPath extends Path {
  /** When each link was used. */
  readonly times: readonly number[];
}

/** One way of having come to a node: by which link, when, and from which coming before it. */
interface Coming {
  readonly node: number;
  readonly link: number;
  readonly at: number;
  readonly before: Coming | null;
}

/**
 * The path that arrives earliest when each link is used no sooner than the one before it: who can have told whom, in the order in which things happened. Links that hold for
 * a while are used as soon as one comes there. One pass over the links by time (Wu et al., "Path problems in temporal graphs", 2014), with a list of comings a
 * node where waiting is limited, since a later one may serve where the first has waited too long. Null where there is none.
 */
export function earliestArrival({ n, from, to, directed, start, end }: TimedLinks, source: number, goal: number, options: EarliestOptions): TimedPath | null {
  const { from: first, wait, nodes, links } = options;
  const comings: Coming[][] = Array.from({ length: n }, () => []);
  const origin: Coming = { node: source, link: -1, at: first, before: null };
  if (source === goal) return { nodes: [source], links: [], times: [] };
  /** Lasting links at each node: usable from the moment one is there. */
  const lasting = new Map<number, number[]>();
  const happenings: number[] = [];
  const keep = (v: number, link: number): void => {
    const known = lasting.get(v);
    if (known === undefined) lasting.set(v, [link]);
    else known.push(link);
  };
  for (let link = 0; link < from.length; link += 1) {
    const s = start[link]!;
    if (Number.isNaN(s) || links?.[link] === 1) continue;
    happenings.push(link);
    if (Number.isNaN(end[link]!) || end[link]! <= s) continue;
    keep(from[link]!, link);
    if (directed[link] === 0) keep(to[link]!, link);
  }
  happenings.sort((a, b) => start[a]! - start[b]! || a - b);

  const allowed = (v: number): boolean => v === goal || v === source || nodes?.[v] !== 1;
  /** The latest coming from which one may still go on at `time`. */
  const ready = (v: number, time: number): Coming | null => {
    if (v === source && time >= first) return origin;
    const known = comings[v]!;
    for (let at = known.length - 1; at >= 0; at -= 1) if (known[at]!.at <= time) return time - known[at]!.at <= wait ? known[at]! : null;
    return null;
  };
  let best: Coming | null = null;
  /** Puts a coming in, and follows the lasting links that can be used at once. */
  const arrive = (coming: Coming): boolean => {
    const queue = [coming];
    let told = false;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const known = comings[next.node]!;
      const last = known.at(-1);
      // The same moment or, where waiting costs nothing, any later one, tells nothing new.
      if (last !== undefined && (wait === Infinity || last.at === next.at) && last.at <= next.at) continue;
      if (last === undefined || last.at <= next.at) known.push(next);
      else known.splice(known.findIndex((each) => each.at > next!.at), 0, next);
      told = true;
      if (next.node === goal) {
        if (best === null || next.at < best.at) best = next;
        continue;
      }
      for (const link of lasting.get(next.node) ?? []) {
        const other = from[link] === next.node ? to[link]! : from[link]!;
        if (other === source || !allowed(other) || next.at > end[link]! || start[link]! > next.at) continue;
        queue.push({ node: other, link, at: next.at, before: next });
      }
    }
    return told;
  };
  for (const link of lasting.get(source) ?? []) if (start[link]! <= first && end[link]! >= first) {
    const other = from[link] === source ? to[link]! : from[link]!;
    if (allowed(other)) arrive({ node: other, link, at: first, before: origin });
  }
  /** Uses one link at its start; true when somebody came to a node by it. */
  const follow = (link: number): boolean => {
    const time = start[link]!;
    let told = false;
    for (const [v, u] of directed[link] === 1 ? [[from[link]!, to[link]!]] : [[from[link]!, to[link]!], [to[link]!, from[link]!]]) {
      if (u === source || !allowed(u!)) continue;
      const before = ready(v!, time);
      if (before !== null) told = arrive({ node: u!, link, at: time, before }) || told;
    }
    return told;
  };
  for (let at = 0, next = 0; at < happenings.length; at = next) {
    const time = start[happenings[at]!]!;
    for (next = at + 1; next < happenings.length && start[happenings[next]!] === time; next += 1);
    if (best !== null && time >= (best as Coming).at) break;
    if (time < first) continue;
    // What happens at one moment can follow one upon another in any order.
    for (let told = true; told;) {
      told = false;
      for (let i = at; i < next; i += 1) told = follow(happenings[i]!) || told;
    }
  }
  return best === null ? null : traced(best);
}

function traced(last: Coming): TimedPath {
  const steps: Coming[] = [];
  for (let at: Coming | null = last; at !== null; at = at.before) steps.push(at);
  steps.reverse();
  return { nodes: steps.map(({ node }) => node), links: steps.slice(1).map(({ link }) => link), times: steps.slice(1).map(({ at }) => at) };
}

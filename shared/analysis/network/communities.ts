import type { Ties } from './ties';

/** A network on its way up: nodes are groups of the level below; `self` is the weight inside of each, counted both ways. */
interface Level {
  readonly n: number;
  readonly offset: Uint32Array;
  readonly adjacent: Uint32Array;
  readonly weight: Float64Array;
  readonly self: Float64Array;
}

export interface Communities {
  /** Of each node, numbered from the largest on. */
  readonly community: Uint32Array;
  readonly sizes: Uint32Array;
  readonly modularity: number;
}

const MOST_LEVELS = 50;
const GAIN = 1e-12;

const strengthsOf = ({ n, offset, weight, self }: Level): Float64Array => {
  const sums = self.slice();
  for (let v = 0; v < n; v += 1) for (let i = offset[v]!; i < offset[v + 1]!; i += 1) sums[v]! += weight[i]!;
  return sums;
};

/** Numbers 0 to n - 1 in an order that is always the same: the outcome must not depend on chance. */
function shuffled(n: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, at) => at);
  let state = seed >>> 0;
  for (let i = n - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 4294967296) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Weight from one node to each community beside it; `list` names those that `to` has values for. */
class Beside {
  readonly to: Float64Array;
  readonly list: Uint32Array;
  count = 0;

  constructor(n: number) {
    this.to = new Float64Array(n).fill(-1);
    this.list = new Uint32Array(n);
  }

  add(community: number, weight: number): void {
    if (this.to[community]! < 0) {
      this.to[community] = 0;
      this.list[this.count] = community;
      this.count += 1;
    }
    this.to[community]! += weight;
  }

  clear(): void {
    for (let at = 0; at < this.count; at += 1) this.to[this.list[at]!] = -1;
    this.count = 0;
  }
}

/** Moves nodes to the community that raises modularity most until none does; neighbours of what moved are looked at again (Traag, Waltman and van Eck 2019). */
function moveNodes(level: Level, community: Uint32Array, resolution: number, total: number, seed: number): void {
  const { n, offset, adjacent, weight } = level;
  const strength = strengthsOf(level);
  const sum = new Float64Array(n);
  for (let v = 0; v < n; v += 1) sum[community[v]!]! += strength[v]!;
  const beside = new Beside(n);
  const queue = shuffled(n, seed);
  const waiting = new Uint8Array(n).fill(1);
  let head = 0;
  let length = n;
  while (length > 0) {
    const v = queue[head]!;
    head = head + 1 === n ? 0 : head + 1;
    length -= 1;
    waiting[v] = 0;
    const own = community[v]!;
    const mine = strength[v]!;
    beside.add(own, 0);
    for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) beside.add(community[adjacent[i]!]!, weight[i]!);
    sum[own]! -= mine;
    let best = own;
    let most = beside.to[own]! - (resolution * sum[own]! * mine) / total;
    for (let at = 1; at < beside.count; at += 1) {
      const other = beside.list[at]!;
      const gain = beside.to[other]! - (resolution * sum[other]! * mine) / total;
      if (gain > most + GAIN) {
        most = gain;
        best = other;
      }
    }
    beside.clear();
    sum[best]! += mine;
    if (best === own) continue;
    community[v] = best;
    for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
      const u = adjacent[i]!;
      if (waiting[u] === 1 || community[u] === best) continue;
      waiting[u] = 1;
      let end = head + length;
      if (end >= n) end -= n;
      queue[end] = u;
      length += 1;
    }
  }
}

/** Splits each community into parts that hang together well, so that no community falls apart on the next level: Leiden's refinement, taking the best merge instead of a random one. */
function refined(level: Level, community: Uint32Array, resolution: number, total: number, seed: number): Uint32Array {
  const { n, offset, adjacent, weight } = level;
  const strength = strengthsOf(level);
  const whole = new Float64Array(n);
  for (let v = 0; v < n; v += 1) whole[community[v]!]! += strength[v]!;
  const part = Uint32Array.from({ length: n }, (_, v) => v);
  const sum = strength.slice();
  const size = new Uint32Array(n).fill(1);
  /** Weight from each part to the rest of its community. */
  const outward = new Float64Array(n);
  for (let v = 0; v < n; v += 1) for (let i = offset[v]!; i < offset[v + 1]!; i += 1) if (community[adjacent[i]!] === community[v]) outward[v]! += weight[i]!;
  const beside = new Beside(n);
  for (const v of shuffled(n, seed)) {
    const mine = strength[v]!;
    const rest = whole[community[v]!]! - mine;
    if (part[v] !== v || size[v] !== 1 || outward[v]! < (resolution * mine * rest) / total) continue;
    for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) if (community[adjacent[i]!] === community[v]) beside.add(part[adjacent[i]!]!, weight[i]!);
    let best = -1;
    let most = GAIN;
    for (let at = 0; at < beside.count; at += 1) {
      const other = beside.list[at]!;
      if (other === v || outward[other]! < (resolution * sum[other]! * (whole[community[v]!]! - sum[other]!)) / total) continue;
      const gain = beside.to[other]! - (resolution * sum[other]! * mine) / total;
      if (gain > most) {
        most = gain;
        best = other;
      }
    }
    if (best >= 0) {
      outward[best]! += outward[v]! - 2 * beside.to[best]!;
      part[v] = best;
      sum[best]! += mine;
      size[best]! += 1;
    }
    beside.clear();
  }
  return part;
}

/** Numbers without gaps, in the order in which they first occur. */
function renumbered(labels: Uint32Array): { readonly labels: Uint32Array; readonly count: number } {
  let greatest = -1;
  for (const label of labels) greatest = Math.max(greatest, label);
  const known = new Int32Array(greatest + 1).fill(-1);
  let count = 0;
  const numbered = labels.map((label) => {
    if (known[label]! < 0) {
      known[label] = count;
      count += 1;
    }
    return known[label]!;
  });
  return { labels: numbered, count };
}

/** Splits communities that do not hang together: what ties nothing to nothing only costs modularity. */
function connected({ n, offset, adjacent }: Ties, community: Uint32Array): Uint32Array {
  const label = new Uint32Array(n).fill(n);
  const queue = new Uint32Array(n);
  let count = 0;
  for (let start = 0; start < n; start += 1) {
    if (label[start] !== n) continue;
    let head = 0;
    let end = 1;
    queue[0] = start;
    label[start] = count;
    while (head < end) {
      const v = queue[head]!;
      head += 1;
      for (let i = offset[v]!; i < offset[v + 1]!; i += 1) {
        const u = adjacent[i]!;
        if (label[u] !== n || community[u] !== community[v]) continue;
        label[u] = count;
        queue[end] = u;
        end += 1;
      }
    }
    count += 1;
  }
  return label;
}

/** The network whose nodes are the groups. */
function gathered({ n, offset, adjacent, weight, self }: Level, group: Uint32Array, count: number): Level {
  const starts = new Uint32Array(count + 1);
  for (let v = 0; v < n; v += 1) starts[group[v]! + 1]! += 1;
  for (let c = 0; c < count; c += 1) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  const members = new Uint32Array(n);
  for (let v = 0; v < n; v += 1) {
    members[next[group[v]!]!] = v;
    next[group[v]!]! += 1;
  }
  const inside = new Float64Array(count);
  const offsets = new Uint32Array(count + 1);
  const ends = new Uint32Array(adjacent.length);
  const weights = new Float64Array(adjacent.length);
  const beside = new Beside(count);
  let end = 0;
  for (let c = 0; c < count; c += 1) {
    for (let at = starts[c]!; at < starts[c + 1]!; at += 1) {
      const v = members[at]!;
      inside[c]! += self[v]!;
      for (let i = offset[v]!; i < offset[v + 1]!; i += 1) {
        const other = group[adjacent[i]!]!;
        if (other === c) inside[c]! += weight[i]!;
        else beside.add(other, weight[i]!);
      }
    }
    for (let at = 0; at < beside.count; at += 1) {
      ends[end] = beside.list[at]!;
      weights[end] = beside.to[beside.list[at]!]!;
      end += 1;
    }
    beside.clear();
    offsets[c + 1] = end;
  }
  return { n: count, offset: offsets, adjacent: ends.slice(0, end), weight: weights.slice(0, end), self: inside };
}

/** Newman's modularity of a division, with resolution: 0 where there are no ties. */
export function modularityOf({ n, offset, adjacent, weight }: Ties, community: Uint32Array, resolution = 1): number {
  const inside = new Float64Array(n);
  const sum = new Float64Array(n);
  let total = 0;
  for (let v = 0; v < n; v += 1) {
    for (let i = offset[v]!; i < offset[v + 1]!; i += 1) {
      total += weight[i]!;
      sum[community[v]!]! += weight[i]!;
      if (community[adjacent[i]!] === community[v]) inside[community[v]!]! += weight[i]!;
    }
  }
  if (total === 0) return 0;
  let quality = 0;
  for (let c = 0; c < n; c += 1) quality += inside[c]! / total - resolution * (sum[c]! / total) ** 2;
  return quality;
}

/** One run of the method from a division on; communities of the outcome may have to be split where they do not hang together. */
function divided(ties: Ties, start: Uint32Array, resolution: number, total: number, seed: number): Uint32Array {
  let level: Level = { ...ties, self: new Float64Array(ties.n) };
  let community = renumbered(start).labels;
  let membership = community;
  /** Which node of the level each node of the network is in. */
  let place: Uint32Array = Uint32Array.from({ length: ties.n }, (_, v) => v);
  for (let round = 0; round < MOST_LEVELS; round += 1) {
    moveNodes(level, community, resolution, total, seed + round);
    membership = place.map((at) => community[at]!);
    const parts = renumbered(refined(level, community, resolution, total, seed + round + 7919));
    if (parts.count === level.n) break;
    const above = new Uint32Array(parts.count);
    for (let v = 0; v < level.n; v += 1) above[parts.labels[v]!] = community[v]!;
    place = place.map((at) => parts.labels[at]!);
    level = gathered(level, parts.labels, parts.count);
    community = renumbered(above).labels;
  }
  return connected(ties, membership);
}

/** A network of so many ties is worth only one try; smaller ones as many as together cost no more, up to the most. */
const ONE_TRY = 200_000;
const MOST_TRIES = 20;
const MOST_REPEATS = 10;
/** In large networks less than this is not worth another repeat. */
const LITTLE = 5e-4;

/**
 * Divides a network into communities that hold together more than chance would have it: the Leiden method (V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to
 * Leiden", 2019) for modularity, repeated until nothing moves; in small networks from several orders of nodes, of which the best division is taken. Ties must lead both
 * ways. The same network always gives the same division; another `seed` tells how firm it is.
 */
export function communitiesOf(ties: Ties, { resolution = 1, seed = 1 }: { readonly resolution?: number; readonly seed?: number } = {}): Communities {
  const { n } = ties;
  let total = 0;
  for (const each of ties.weight) total += each;
  let best: Uint32Array = Uint32Array.from({ length: n }, (_, v) => v);
  let quality = -Infinity;
  const tries = total === 0 ? 0 : Math.max(1, Math.min(MOST_TRIES, Math.floor(ONE_TRY / Math.max(1, ties.adjacent.length))));
  for (let at = 0; at < tries; at += 1) {
    let membership: Uint32Array = Uint32Array.from({ length: n }, (_, v) => v);
    let reached = -Infinity;
    for (let repeat = 0; repeat < MOST_REPEATS; repeat += 1) {
      const next = divided(ties, membership, resolution, total, seed * 104_729 + at * 1009 + repeat);
      const now = modularityOf(ties, next, resolution);
      if (now <= reached + GAIN) break;
      const little = tries === 1 && now <= reached + LITTLE;
      [membership, reached] = [next, now];
      if (little) break;
    }
    if (reached > quality + GAIN) [best, quality] = [membership, reached];
  }
  const { labels, count } = renumbered(best);
  const sizes = new Uint32Array(count);
  for (const label of labels) sizes[label]! += 1;
  const order = Uint32Array.from({ length: count }, (_, c) => c).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const rank = new Uint32Array(count);
  order.forEach((c, at) => { rank[c] = at; });
  return { community: labels.map((c) => rank[c]!), sizes: order.map((c) => sizes[c]!), modularity: modularityOf(ties, best, resolution) };
}

import { inTime, type Timed } from './inTime';
import { narrowed } from './narrow';
import { leads, type Sought, type SoughtIn } from './sought';
import { breakingPairs, symmetriesOf } from './symmetry';

/** Told which share of the work is done, 0 to 1; may throw to stop it. */
export type SearchWatch = (share: number) => void;

/** What was found: who stands for each node of the pattern, and by which links of each edge. */
export interface Finding {
  readonly nodes: readonly number[];
  /** By edge, those that the sequences rest on first; nothing for what must not be there. */
  readonly links: readonly (readonly number[])[];
}

const OFTEN = 2047;
const count = (flags: Uint8Array): number => flags.reduce((sum, each) => sum + each, 0);

/** The order in which nodes are placed: the one that the fewest may be, then what most connections tie to those placed. */
function placingOrder({ edges }: Sought, may: readonly Uint8Array[]): number[] {
  const sizes = may.map(count);
  const order: number[] = [];
  const ties = (at: number): number => edges.filter(({ from, to, absent }) => !absent && ((from === at && order.includes(to)) || (to === at && order.includes(from)))).length;
  while (order.length < sizes.length) {
    let best = -1;
    for (let at = 0; at < sizes.length; at += 1) {
      if (order.includes(at) || (order.length > 0 && ties(at) === 0)) continue;
      const better = best < 0 ? 1 : ties(at) - ties(best) || sizes[best]! - sizes[at]!;
      if (better > 0) best = at;
    }
    if (best < 0) throw new Error('the parts of the pattern hang together');
    order.push(best);
  }
  return order;
}

/** Looks for all places in a network where a pattern holds. */
class Search {
  private readonly placed: Int32Array;
  /** By entity, the last turn in which it was met, and how many links led to it then. */
  private readonly seen: Int32Array;
  private readonly tally: Uint32Array;
  private readonly symmetries: readonly (readonly number[])[];
  private readonly less: readonly (readonly [number, number])[];
  private readonly order: readonly number[];
  private readonly may: readonly Uint8Array[];
  private turns = 0;
  readonly found: Finding[] = [];
  more = false;

  constructor(private readonly sought: Sought, private readonly network: SoughtIn, private readonly most: number, private readonly watch: SearchWatch) {
    const { n } = network.arcs;
    this.may = narrowed(sought, network, () => watch(0));
    this.order = placingOrder(sought, this.may);
    this.placed = new Int32Array(this.order.length).fill(-1);
    this.seen = new Int32Array(n);
    this.tally = new Uint32Array(n);
    this.symmetries = symmetriesOf(sought);
    this.less = breakingPairs(this.symmetries, this.order.length);
  }

  run(): void {
    const [first] = this.order;
    if (first === undefined) return;
    const may = this.may[first]!;
    const total = Math.max(1, count(may));
    let done = 0;
    for (let v = 0; v < may.length && !this.more; v += 1) {
      if (may[v] === 0) continue;
      if ((done & 255) === 0) this.watch(done / total);
      done += 1;
      this.put(0, v, done / total);
    }
  }

  /** Puts an entity in its place, if it may stand there beside those placed, and goes on. */
  private put(depth: number, v: number, share: number): void {
    const at = this.order[depth]!;
    const { placed, less, sought } = this;
    for (let other = 0; other < placed.length; other += 1) if (placed[other] === v && sought.different(at, other)) return;
    placed[at] = v;
    if (less.every(([a, b]) => placed[a]! < 0 || placed[b]! < 0 || placed[a]! <= placed[b]!) && this.holds(at)) {
      if (depth + 1 === this.order.length) this.tell();
      else this.spread(depth + 1, share);
    }
    placed[at] = -1;
  }

  /** Tries all neighbours of one that is placed, by the connection with the fewest arcs. */
  private spread(depth: number, share: number): void {
    const { network, placed, seen, tally, sought: { edges } } = this;
    const { offset, adjacent, link } = network.arcs;
    const at = this.order[depth]!;
    let base = -1;
    let fewest = Infinity;
    edges.forEach((edge, e) => {
      const other = edge.from === at ? edge.to : edge.to === at ? edge.from : -1;
      if (edge.absent || other < 0 || placed[other]! < 0) return;
      const arcs = offset[placed[other]! + 1]! - offset[placed[other]!]!;
      if (arcs < fewest) [base, fewest] = [e, arcs];
    });
    const edge = edges[base]!;
    const from = edge.from === at ? edge.to : edge.from;
    const v = placed[from]!;
    const may = this.may[at]!;
    const turn = (this.turns += 1);
    if ((turn & OFTEN) === 0) this.watch(share);
    const beside: number[] = [];
    for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
      const u = adjacent[i]!;
      if (may[u] === 0 || !leads(network, base, edge, from, v, link[i]!)) continue;
      if (seen[u] !== turn) {
        seen[u] = turn;
        tally[u] = 0;
        beside.push(u);
      }
      tally[u]! += 1;
    }
    for (const u of edge.count === 1 ? beside : beside.filter((each) => tally[each]! >= edge.count)) {
      this.put(depth, u, share);
      if (this.more) return;
    }
  }

  /** Links of an edge between those placed at its ends; at most so many. */
  private linksOf(e: number, most = Infinity): number[] {
    const { network, placed, sought } = this;
    const { offset, adjacent, link } = network.arcs;
    const edge = sought.edges[e]!;
    const [a, b] = [placed[edge.from]!, placed[edge.to]!];
    const turned = offset[b + 1]! - offset[b]! < offset[a + 1]! - offset[a]!;
    const [v, u, from] = turned ? [b, a, edge.to] : [a, b, edge.from];
    const found: number[] = [];
    for (let i = offset[v]!, last = offset[v + 1]!; i < last && found.length < most; i += 1) if (adjacent[i] === u && leads(network, e, edge, from, v, link[i]!)) found.push(link[i]!);
    return found;
  }

  /** Whether all connections between the one placed last and the others hold, and all sequences of those that stand. */
  private holds(at: number): boolean {
    const { placed, sought: { edges } } = this;
    let touched = false;
    for (const [e, edge] of edges.entries()) {
      if ((edge.from !== at && edge.to !== at) || placed[edge.from]! < 0 || placed[edge.to]! < 0) continue;
      touched = true;
      const least = edge.absent ? 1 : edge.count;
      if ((this.linksOf(e, least).length >= least) === edge.absent) return false;
    }
    return !touched || this.sequenced() !== null;
  }

  /** Links by which the sequences hold of which both edges stand; null where they do not. */
  private sequenced(): ReadonlyMap<number, number> | null {
    const { placed, network: { start }, sought: { edges, sequences } } = this;
    const stands = (e: number): boolean => placed[edges[e]!.from]! >= 0 && placed[edges[e]!.to]! >= 0;
    const asked = sequences.filter(({ first, second }) => stands(first) && stands(second));
    if (asked.length === 0) return new Map();
    const lists = new Map<number, readonly Timed[]>();
    return inTime(asked, (e) => {
      let list = lists.get(e);
      if (list === undefined) lists.set(e, (list = this.linksOf(e).map((link) => ({ link, at: start[link]! })).filter(({ at }) => !Number.isNaN(at)).toSorted((a, b) => a.at - b.at)));
      return list;
    });
  }

  /** Keeps what stands, unless the same with its nodes exchanged is the one that is kept. */
  private tell(): void {
    const { placed, symmetries, found } = this;
    for (const exchange of symmetries) {
      let at = 0;
      while (at < placed.length && placed[exchange[at]!] === placed[at]) at += 1;
      if (at < placed.length && placed[exchange[at]!]! < placed[at]!) return;
    }
    if (found.length === this.most) {
      this.more = true;
      return;
    }
    const resting = this.sequenced();
    const links = this.sought.edges.map((edge, e) => {
      if (edge.absent) return [];
      const all = this.linksOf(e);
      const first = resting?.get(e);
      return first === undefined ? all : [first, ...all.filter((link) => link !== first)];
    });
    found.push({ nodes: [...placed], links });
  }
}

/**
 * Places in a network where a pattern holds, each once however its nodes could be exchanged; at most `most`, and whether there are more. The pattern must hang together by
 * connections that are there. Candidates are narrowed first; then nodes are placed one by one, the most constrained first (after J. R. Ullmann 1976 and L. Cordella et al. 2004).
 */
export function findPattern(sought: Sought, network: SoughtIn, most: number, watch: SearchWatch = () => undefined): { readonly found: readonly Finding[]; readonly more: boolean; readonly candidates: readonly number[] } {
  const search = new Search(sought, network, most, watch);
  search.run();
  return { found: search.found, more: search.more, candidates: network.candidates.map(count) };
}

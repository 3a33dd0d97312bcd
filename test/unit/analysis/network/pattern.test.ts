import { describe, expect, it } from 'vitest';
import { findPattern, type Finding } from '../../../../shared/analysis/network/pattern/search';
import type { Sought, SoughtEdge, SoughtIn } from '../../../../shared/analysis/network/pattern/sought';
import { breakingPairs, symmetriesOf } from '../../../../shared/analysis/network/pattern/symmetry';
import { arcsOf } from '../../../../shared/analysis/network/shortest';
import { numbers } from './random';

interface Case { readonly sought: Sought; readonly network: SoughtIn; readonly to: Uint32Array }

/** A network and a pattern that hangs together, both at random. */
function random(seed: number): Case {
  const next = numbers(seed);
  const below = (most: number): number => Math.floor(next() * most);
  const n = 4 + below(6);
  const size = 5 + below(16);
  const ends = Array.from({ length: size }, () => { const a = below(n); return [a, (a + 1 + below(n - 1)) % n] as const; });
  const [from, to] = [Uint32Array.from(ends, ([a]) => a), Uint32Array.from(ends, ([, b]) => b)];
  const nodes = 1 + below(4);
  // Every fourth asks the same of all its parts, so that they can be exchanged.
  const alike = seed % 4 === 0;
  const kinds = Array.from({ length: nodes }, () => (alike ? 0 : below(2)));
  const edges: SoughtEdge[] = [];
  const put = (a: number, b: number, absent: boolean): void => {
    const kind = alike ? 0 : below(2);
    edges.push({ from: a, to: b, either: alike || next() < 0.4, count: absent || alike || next() < 0.8 ? 1 : 2, absent, label: `k${kind}` });
  };
  for (let at = 1; at < nodes; at += 1) if (next() < 0.5) put(below(at), at, false); else put(at, below(at), false);
  if (nodes > 2 && next() < 0.5) put(0, nodes - 1, next() < 0.5);
  const there = edges.flatMap((edge, e) => (edge.absent ? [] : [e]));
  const sequences = there.length > 1 && next() < 0.5 ? [{ first: there[0]!, second: there[1]!, ordered: next() < 0.7, within: next() < 0.5 ? Infinity : below(4) }] : [];
  const distinct = next() < 0.7;
  const linkKinds = Array.from({ length: size }, () => below(3));
  return {
    sought: { labels: kinds.map(String), edges, sequences, different: () => distinct },
    network: {
      arcs: arcsOf(n, from, to, 'both'), from, free: Uint8Array.from(from, () => (next() < 0.2 ? 1 : 0)), start: Float64Array.from(from, () => (next() < 0.15 ? Number.NaN : below(6))),
      fits: Uint16Array.from(linkKinds, (kind) => edges.reduce((bits, { label }, e) => bits | (kind === 2 || label === `k${kind}` ? 1 << e : 0), 0)),
      candidates: kinds.map((kind) => Uint8Array.from({ length: n }, (_, v) => (kind === 0 || v % 3 !== 0 ? 1 : 0))),
    },
    to,
  };
}

/** Every placing of entities that the pattern allows, by trying all. */
function tried({ sought, network, to }: Case): number[][] {
  const { from, free, fits, start, candidates } = network;
  const linksOf = (edge: SoughtEdge, e: number, placed: readonly number[]): number[] => [...from.keys()].filter((link) => {
    const [a, b] = [placed[edge.from], placed[edge.to]];
    const along = from[link] === a && to[link] === b;
    const against = from[link] === b && to[link] === a;
    return (fits[link]! & (1 << e)) !== 0 && (along || (against && (edge.either || free[link] === 1)));
  });
  const every: number[][] = [];
  const holds = (placed: readonly number[]): boolean => sought.edges.every((edge, e) => {
    const found = linksOf(edge, e, placed).length;
    return edge.absent ? found === 0 : found >= edge.count;
  }) && sought.sequences.every(({ first, second, ordered, within }) => linksOf(sought.edges[first]!, first, placed).some((one) => linksOf(sought.edges[second]!, second, placed).some((other) => {
    const apart = start[other]! - start[one]!;
    return one !== other && !Number.isNaN(apart) && (ordered ? apart >= 0 : true) && Math.abs(apart) <= within;
  })));
  const put = (placed: readonly number[]): void => {
    const at = placed.length;
    if (at === sought.labels.length) {
      if (holds(placed)) every.push([...placed]);
      return;
    }
    for (let v = 0; v < network.arcs.n; v += 1) if (candidates[at]![v] === 1 && !placed.some((other, before) => other === v && sought.different(at, before))) put([...placed, v]);
  };
  put([]);
  return every;
}

/** One of each that are the same but for an exchange of nodes, written so that two lists can be compared. */
function onceEach(placings: readonly (readonly number[])[], symmetries: readonly (readonly number[])[]): string[] {
  return [...new Set(placings.map((placed) => symmetries.map((exchange) => exchange.map((at) => placed[at]).join(' ')).toSorted((a, b) => (a < b ? -1 : 1))[0]!))].toSorted((a, b) => (a < b ? -1 : 1));
}

describe('a drawn pattern', () => {
  it('is found wherever trying everything finds it, each place once: 600 networks', () => {
    let places = 0;
    let exchanged = 0;
    for (let seed = 0; seed < 600; seed += 1) {
      const made = random(seed);
      const symmetries = symmetriesOf(made.sought);
      if (symmetries.length > 1) exchanged += 1;
      const { found, more } = findPattern(made.sought, made.network, 100_000);
      expect(more).toBe(false);
      const own = found.map(({ nodes }) => nodes);
      expect([seed, onceEach(own, symmetries)]).toEqual([seed, onceEach(tried(made), symmetries)]);
      expect([seed, own.length]).toEqual([seed, new Set(onceEach(own, symmetries)).size]);
      places += own.length;
    }
    // Else the networks were too small or the patterns too strict to prove anything.
    expect(places).toBeGreaterThan(2000);
    expect(exchanged).toBeGreaterThan(50);
  });

  const star = (leaves: number): Sought => ({ labels: ['hub', ...Array<string>(leaves).fill('leaf')], edges: Array.from({ length: leaves }, (_, at) => ({ from: 0, to: at + 1, either: true, count: 1, absent: false, label: '' })), sequences: [], different: () => true });
  const plain = (sought: Sought, n: number, from: readonly number[], to: readonly number[], start: readonly number[] = []): SoughtIn => ({
    arcs: arcsOf(n, Uint32Array.from(from), Uint32Array.from(to), 'both'), from: Uint32Array.from(from), free: new Uint8Array(from.length), start: Float64Array.from(from, (_, at) => start[at] ?? 0),
    fits: new Uint16Array(from.length).fill(0xffff), candidates: sought.labels.map(() => new Uint8Array(n).fill(1)),
  });

  it('knows which of its nodes are alike', () => {
    expect(symmetriesOf(star(3))).toHaveLength(6);
    expect(breakingPairs(symmetriesOf(star(3)), 4)).toEqual([[1, 2], [1, 3], [2, 3]]);
    const chain: Sought = { ...star(2), edges: [{ from: 0, to: 1, either: false, count: 1, absent: false, label: '' }, { from: 1, to: 2, either: false, count: 1, absent: false, label: '' }], labels: ['', '', ''] };
    expect(symmetriesOf(chain)).toHaveLength(1);
  });

  it('stops at the most that was asked for, and says that there are more', () => {
    const sought = star(2);
    const network = plain(sought, 5, [0, 0, 0, 0], [1, 2, 3, 4]);
    expect(findPattern(sought, network, 100).found).toHaveLength(6);
    const few = findPattern(sought, network, 4);
    expect([few.found.length, few.more]).toEqual([4, true]);
    expect(findPattern(sought, network, 6).more).toBe(false);
  });

  it('names first the links on which an order in time rests', () => {
    const sought: Sought = { labels: ['a', 'b', 'c'], edges: [{ from: 0, to: 1, either: false, count: 1, absent: false, label: 'x' }, { from: 1, to: 2, either: false, count: 1, absent: false, label: 'y' }], sequences: [{ first: 0, second: 1, ordered: true, within: 2 }], different: () => true };
    const found = (times: readonly number[]): readonly Finding[] => findPattern(sought, { ...plain(sought, 3, [0, 0, 1], [1, 1, 2], times), candidates: [Uint8Array.of(1, 0, 0), Uint8Array.of(0, 1, 0), Uint8Array.of(0, 0, 1)] }, 10).found;
    expect(found([1, 5, 6])).toEqual([{ nodes: [0, 1, 2], links: [[1, 0], [2]] }]);
    expect(found([1, 7, 6])).toEqual([]);
    expect(found([1, Number.NaN, 3])).toEqual([{ nodes: [0, 1, 2], links: [[0, 1], [2]] }]);
  });

  it('can be given up', () => {
    const sought = star(2);
    expect(() => findPattern(sought, plain(sought, 5, [0, 0, 0, 0], [1, 2, 3, 4]), 100, () => { throw new Error('stop'); })).toThrow('stop');
  });
});

import { describe, expect, it } from 'vitest';
import { betweenness } from '../../../../shared/analysis/network/betweenness';
import { harmonicCloseness } from '../../../../shared/analysis/network/closeness';
import { communitiesOf, modularityOf } from '../../../../shared/analysis/network/communities';
import { coreNumbers } from '../../../../shared/analysis/network/cores';
import { degrees, strengths } from '../../../../shared/analysis/network/degrees';
import { eigenvectorCentrality } from '../../../../shared/analysis/network/eigenvector';
import { pageRank } from '../../../../shared/analysis/network/pageRank';
import { partsOf } from '../../../../shared/analysis/network/parts';
import { tiesOf, withLengths, type NetworkLinks, type Ties } from '../../../../shared/analysis/network/ties';
import { randomLinks } from './random';

const linksOf = (n: number, pairs: readonly (readonly [number, number])[]): NetworkLinks => ({ n, from: Uint32Array.from(pairs, ([a]) => a), to: Uint32Array.from(pairs, ([, b]) => b), weight: null });

/** Distances and numbers of shortest paths between all pairs, by relaxing until nothing changes: slow and plain. */
function allPairs({ n, offset, adjacent, weight }: Ties): { readonly distance: number[][]; readonly ways: number[][] } {
  const distance = Array.from({ length: n }, (_, v) => Array.from({ length: n }, (__, u) => (u === v ? 0 : Infinity)));
  for (let v = 0; v < n; v += 1) for (let i = offset[v]!; i < offset[v + 1]!; i += 1) distance[v]![adjacent[i]!] = Math.min(distance[v]![adjacent[i]!]!, weight[i]!);
  for (let k = 0; k < n; k += 1) for (let v = 0; v < n; v += 1) for (let u = 0; u < n; u += 1) distance[v]![u] = Math.min(distance[v]![u]!, distance[v]![k]! + distance[k]![u]!);
  const ways = distance.map((row, s) => {
    const order = row.map((_, v) => v).filter((v) => row[v]! < Infinity).sort((a, b) => row[a]! - row[b]!);
    const count = row.map(() => 0);
    count[s] = 1;
    for (const v of order) for (let i = offset[v]!; i < offset[v + 1]!; i += 1) if (Math.abs(row[v]! + weight[i]! - row[adjacent[i]!]!) < 1e-9) count[adjacent[i]!]! += count[v]!;
    return count;
  });
  return { distance, ways };
}

function betweennessPlainly(ties: Ties, directed: boolean): number[] {
  const { distance, ways } = allPairs(ties);
  return Array.from({ length: ties.n }, (_, v) => {
    let sum = 0;
    for (let s = 0; s < ties.n; s += 1) for (let t = 0; t < ties.n; t += 1) {
      if (s === t || s === v || t === v || distance[s]![t]! === Infinity) continue;
      if (Math.abs(distance[s]![v]! + distance[v]![t]! - distance[s]![t]!) < 1e-9) sum += (ways[s]![v]! * ways[v]![t]!) / ways[s]![t]!;
    }
    return directed ? sum : sum / 2;
  });
}

const close = (found: Iterable<number>, wanted: readonly number[]): void => [...found].forEach((value, at) => expect(value).toBeCloseTo(wanted[at]!, 8));

describe('ties', () => {
  it('makes one tie of parallel links, adds their weights and leaves loops out', () => {
    const ties = tiesOf({ n: 3, from: Uint32Array.of(0, 1, 0, 2), to: Uint32Array.of(1, 0, 1, 2), weight: Float64Array.of(2, 3, 4, 5) }, 'both');
    expect([...ties.offset]).toEqual([0, 1, 2, 2]);
    expect([...ties.adjacent]).toEqual([1, 0]);
    expect([...ties.weight]).toEqual([9, 9]);
    expect(tiesOf({ n: 3, from: Uint32Array.of(0, 1, 0, 2), to: Uint32Array.of(1, 0, 1, 2), weight: null }, 'out').weight).toEqual(Float64Array.of(2, 1));
  });
});

describe('measures against plain reckoning on random networks', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('agree on network %i', (seed) => {
    const weighted = seed % 2 === 1;
    const directed = seed % 4 >= 2;
    const links = randomLinks(seed, 2 + (seed % 17), 3 + seed, weighted);
    const out = tiesOf(links, directed ? 'out' : 'both');
    const back = directed ? tiesOf(links, 'in') : out;
    const lengths = weighted ? withLengths(out, (weight) => 1 / weight) : withLengths(out, () => 1);
    const backLengths = weighted ? withLengths(back, (weight) => 1 / weight) : withLengths(back, () => 1);
    close(betweenness(lengths, backLengths, { sources: null, normalised: false, directed }), betweennessPlainly(lengths, directed));
    const { distance } = allPairs(lengths);
    close(harmonicCloseness(lengths), distance.map((row, v) => row.reduce((sum, d, u) => (u === v || d === Infinity ? sum : sum + 1 / d), 0) / Math.max(1, links.n - 1)));
    const ranks = pageRank(out, back);
    expect(ranks.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
  });
});

describe('single measures', () => {
  const path = tiesOf(linksOf(4, [[0, 1], [1, 2], [2, 3]]), 'both');

  it('finds the middle of a path between others', () => {
    close(betweenness(path, path, { sources: null, normalised: true, directed: false }), [0, 2 / 3, 2 / 3, 0]);
    close(harmonicCloseness(path), [(1 + 1 / 2 + 1 / 3) / 3, 2.5 / 3, 2.5 / 3, (1 + 1 / 2 + 1 / 3) / 3]);
    expect([...degrees(path)]).toEqual([1, 2, 2, 1]);
    expect([...strengths(path)]).toEqual([1, 2, 2, 1]);
  });

  it('follows direction', () => {
    const links = linksOf(3, [[0, 1], [1, 2]]);
    const [out, back] = [tiesOf(links, 'out'), tiesOf(links, 'in')];
    close(betweenness(out, back, { sources: null, normalised: false, directed: true }), [0, 1, 0]);
    close(harmonicCloseness(out), [0.75, 0.5, 0]);
  });

  it('finds the eigenvector of a star and of the stronger of two parts', () => {
    const star = tiesOf(linksOf(6, [[0, 1], [0, 2], [0, 3], [4, 5]]), 'both');
    close(eigenvectorCentrality(star, false), [Math.SQRT1_2, 1 / Math.sqrt(6), 1 / Math.sqrt(6), 1 / Math.sqrt(6), 0, 0]);
    expect([...eigenvectorCentrality(tiesOf(linksOf(3, []), 'both'), false)]).toEqual([0, 0, 0]);
  });

  it('satisfies the equation of eigenvectors on long chains of cells, where power iteration crawls', () => {
    const pairs: [number, number][] = [];
    for (let cell = 0; cell < 60; cell += 1) {
      for (let a = 0; a < 5; a += 1) for (let b = 0; b < a; b += 1) pairs.push([5 * cell + a, 5 * cell + b]);
      if (cell > 0) pairs.push([5 * cell, 5 * cell - 1]);
    }
    const ties = tiesOf(linksOf(300, pairs), 'both');
    const x = eigenvectorCentrality(ties, false);
    const image = [...x].map((_, v) => [...ties.adjacent.subarray(ties.offset[v], ties.offset[v + 1])].reduce((sum, u) => sum + x[u]!, 0));
    const value = image.reduce((sum, each, v) => sum + each * x[v]!, 0);
    expect(Math.max(...image.map((each, v) => Math.abs(each - value * x[v]!)))).toBeLessThan(1e-9);
    expect([...x].every((each) => each > 0)).toBe(true);
  });

  it('peels cores', () => {
    const ties = tiesOf(linksOf(6, [[0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [3, 5]]), 'both');
    expect([...coreNumbers(ties)]).toEqual([2, 2, 2, 1, 1, 1]);
  });

  it('peels random networks as removing one by one does', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const ties = tiesOf(randomLinks(seed, 25, 20 + 3 * seed), 'both');
      const plainly = Array.from({ length: 25 }, () => 0);
      for (let k = 1; k < 25; k += 1) {
        const left = new Set(plainly.map((_, v) => v));
        for (let changed = true; changed;) {
          changed = false;
          for (const v of left) if ([...ties.adjacent.subarray(ties.offset[v], ties.offset[v + 1])].filter((u) => left.has(u)).length < k) changed = left.delete(v);
        }
        for (const v of left) plainly[v] = k;
      }
      expect([...coreNumbers(ties)]).toEqual(plainly);
    }
  });

  it('numbers parts from the largest on', () => {
    const { part, sizes } = partsOf(tiesOf(linksOf(6, [[0, 1], [2, 3], [3, 4]]), 'both'));
    expect([...part]).toEqual([1, 1, 0, 0, 0, 2]);
    expect([...sizes]).toEqual([3, 2, 1]);
  });
});

describe('communities', () => {
  it('finds cliques that hang on one tie each', () => {
    const pairs: [number, number][] = [];
    for (let clique = 0; clique < 8; clique += 1) {
      for (let a = 0; a < 6; a += 1) for (let b = 0; b < a; b += 1) pairs.push([6 * clique + a, 6 * clique + b]);
      pairs.push([6 * clique, (6 * clique + 7) % 48]);
    }
    const { community, sizes, modularity } = communitiesOf(tiesOf(linksOf(48, pairs), 'both'));
    expect([...sizes]).toEqual([6, 6, 6, 6, 6, 6, 6, 6]);
    for (let v = 0; v < 48; v += 1) expect(community[v]).toBe(community[6 * Math.floor(v / 6)]);
    expect(modularity).toBeGreaterThan(0.8);
  });

  it('never makes a community that falls apart, gives the same each time, and leaves nodes without ties alone', () => {
    for (let seed = 0; seed < 25; seed += 1) {
      const ties = tiesOf(randomLinks(seed, 60, 70 + 2 * seed, seed % 2 === 0), 'both');
      const found = communitiesOf(ties);
      expect([...communitiesOf(ties).community]).toEqual([...found.community]);
      expect(found.modularity).toBeCloseTo(modularityOf(ties, found.community), 10);
      found.sizes.forEach((size, at) => {
        const members = [...found.community.keys()].filter((v) => found.community[v] === at);
        const seen = new Set([members[0]!]);
        for (const v of seen) for (const u of ties.adjacent.subarray(ties.offset[v], ties.offset[v + 1])) if (found.community[u] === at) seen.add(u);
        expect(seen.size).toBe(size);
      });
    }
  });
});

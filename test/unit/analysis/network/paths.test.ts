import { describe, expect, it } from 'vitest';
import { connecting } from '../../../../shared/analysis/network/connecting';
import { earliestArrival, type TimedLinks } from '../../../../shared/analysis/network/earliest';
import { arcsOf, fewestSteps, StepPaths, type Arcs, type Barred, type Path } from '../../../../shared/analysis/network/shortest';
import { numbers, randomLinks } from './random';

/** All paths without a node twice, by trying everything. */
function everyPath({ offset, adjacent, link }: Arcs, start: number, end: number, { nodes, links }: Barred = {}): Path[] {
  const found: Path[] = [];
  const walk = (path: number[], by: number[]): void => {
    const v = path.at(-1)!;
    if (v === end) {
      found.push({ nodes: [...path], links: [...by] });
      return;
    }
    for (let i = offset[v]!; i < offset[v + 1]!; i += 1) {
      const u = adjacent[i]!;
      if (path.includes(u) || links?.[link[i]!] === 1 || (u !== end && nodes?.[u] === 1)) continue;
      walk([...path, u], [...by, link[i]!]);
    }
  };
  walk([start], []);
  return found;
}

const isPath = (path: Path, from: Uint32Array, to: Uint32Array, directed: boolean): boolean =>
  path.links.every((link, at) => {
    const [a, b] = [path.nodes[at], path.nodes[at + 1]];
    return (from[link] === a && to[link] === b) || (!directed && from[link] === b && to[link] === a);
  });

describe('paths with the fewest steps', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('are those that trying everything finds: network %i', (seed) => {
    const { n, from, to } = randomLinks(seed, 4 + (seed % 5), 4 + (seed % 9));
    const directed = seed % 2 === 0;
    const forward = arcsOf(n, from, to, directed ? 'out' : 'both');
    const search = new StepPaths(forward, directed ? arcsOf(n, from, to, 'in') : forward);
    const next = numbers(seed + 1000);
    const barred: Barred = { nodes: Uint8Array.from({ length: n }, () => (next() < 0.15 ? 1 : 0)), links: Uint8Array.from(from, () => (next() < 0.15 ? 1 : 0)) };
    for (let start = 0; start < n; start += 1) for (let end = 0; end < n; end += 1) {
      if (start === end) continue;
      const every = everyPath(forward, start, end, barred);
      const found = fewestSteps(search, n, { start, end }, { count: 6, barred });
      const distinct = [...new Set(every.map((path) => path.nodes.join(' ')))].map((text) => text.split(' ').length).sort((a, b) => a - b);
      expect(found.map((path) => path.nodes.length)).toEqual(distinct.slice(0, 6));
      expect(new Set(found.map((path) => path.nodes.join(' '))).size).toBe(found.length);
      for (const path of found) expect(isPath(path, from, to, directed)).toBe(true);
    }
  });

  it('gives none longer than asked', () => {
    const arcs = arcsOf(4, Uint32Array.of(0, 1, 2), Uint32Array.of(1, 2, 3), 'both');
    const search = new StepPaths(arcs, arcs);
    expect(search.between(0, 3, {}, 2)).toBeNull();
    expect(search.between(0, 3, {}, 3)).toEqual({ nodes: [0, 1, 2, 3], links: [0, 1, 2] });
    expect(search.between(2, 2)).toEqual({ nodes: [2], links: [] });
  });
});

const timed = (rows: readonly (readonly [from: number, to: number, start: number, end?: number, directed?: 0 | 1])[], n: number): TimedLinks => ({
  n, from: Uint32Array.from(rows, (row) => row[0]), to: Uint32Array.from(rows, (row) => row[1]), start: Float64Array.from(rows, (row) => row[2]), end: Float64Array.from(rows, (row) => row[3] ?? NaN), directed: Uint8Array.from(rows, (row) => row[4] ?? 1),
});

/** The earliest arrival by trying every order of links. */
function earliestPlainly({ from, to, directed, start, end }: TimedLinks, source: number, goal: number, first: number, wait: number): number {
  let best = Infinity;
  const walk = (v: number, at: number, free: boolean, visited: ReadonlySet<number>): void => {
    if (v === goal) {
      best = Math.min(best, at);
      return;
    }
    for (let link = 0; link < from.length; link += 1) {
      const others = [...(from[link] === v ? [to[link]!] : []), ...(to[link] === v && directed[link] === 0 ? [from[link]!] : [])];
      for (const u of others) {
        if (visited.has(u) || Number.isNaN(start[link]!)) continue;
        const lasts = !Number.isNaN(end[link]!) && end[link]! > start[link]!;
        const when = Math.max(at, start[link]!);
        if (when > at + (free ? Infinity : wait)) continue;
        if (lasts ? when > end[link]! : start[link]! < at) continue;
        walk(u, when, false, new Set([...visited, u]));
      }
    }
  };
  walk(source, first, true, new Set([source]));
  return best;
}

describe('the earliest arrival', () => {
  it('follows happenings only forward in time', () => {
    const links = timed([[0, 1, 10], [1, 2, 5], [1, 2, 20], [2, 3, 30]], 4);
    expect(earliestArrival(links, 0, 3, { from: 0, wait: Infinity })).toEqual({ nodes: [0, 1, 2, 3], links: [0, 2, 3], times: [10, 20, 30] });
    expect(earliestArrival(links, 0, 3, { from: 11, wait: Infinity })).toBeNull();
    expect(earliestArrival(links, 3, 0, { from: 0, wait: Infinity })).toBeNull();
  });

  it('uses lasting links as soon as one is there, and undated ones never', () => {
    const links = timed([[0, 1, 10], [1, 2, 0, 50, 0], [2, 3, NaN], [2, 4, 12]], 5);
    expect(earliestArrival(links, 0, 4, { from: 0, wait: Infinity })).toEqual({ nodes: [0, 1, 2, 4], links: [0, 1, 3], times: [10, 10, 12] });
    expect(earliestArrival(links, 0, 3, { from: 0, wait: Infinity })).toBeNull();
  });

  it('does not wait longer than allowed: a later coming may serve', () => {
    const links = timed([[0, 1, 10], [0, 1, 100], [1, 2, 105]], 3);
    expect(earliestArrival(links, 0, 2, { from: 0, wait: 20 })?.times).toEqual([100, 105]);
    expect(earliestArrival(links, 0, 2, { from: 0, wait: 2 })).toBeNull();
  });

  it.each(Array.from({ length: 150 }, (_, seed) => seed))('is what trying everything finds: network %i', (seed) => {
    const next = numbers(seed);
    const n = 5;
    const rows = Array.from({ length: 8 }, () => {
      const start = Math.floor(next() * 20);
      return [Math.floor(next() * n), Math.floor(next() * n), next() < 0.1 ? NaN : start, ...(next() < 0.3 ? [start + Math.floor(next() * 15)] : [NaN]), next() < 0.5 ? 1 : 0] as [number, number, number, number, 0 | 1];
    });
    const links = timed(rows, n);
    const wanted = earliestPlainly(links, 0, 1, 3, Infinity);
    const found = earliestArrival(links, 0, 1, { from: 3, wait: Infinity });
    expect(found === null ? Infinity : found.times.at(-1)).toBe(wanted);
    if (found !== null) {
      expect([...found.times].sort((a, b) => a - b)).toEqual(found.times);
      found.links.forEach((link, at) => expect(new Set([links.from[link], links.to[link]])).toEqual(new Set([found.nodes[at], found.nodes[at + 1]])));
    }
  });
});

describe('what connects several', () => {
  it('takes the few that stand between and says what stays apart', () => {
    const from = Uint32Array.of(0, 1, 2, 4, 5);
    const to = Uint32Array.of(3, 3, 3, 0, 6);
    const found = connecting(arcsOf(7, from, to, 'both'), [0, 1, 2, 6], () => 1);
    expect(found).toEqual({ nodes: [0, 1, 2, 3, 6], links: [0, 1, 2], groups: [[0, 1, 2], [6]] });
  });

  it('goes round weak evidence when it is made long', () => {
    const from = Uint32Array.of(0, 0, 2);
    const to = Uint32Array.of(1, 2, 1);
    expect(connecting(arcsOf(3, from, to, 'both'), [0, 1], (link) => (link === 0 ? 5 : 1)).links).toEqual([1, 2]);
    expect(connecting(arcsOf(3, from, to, 'both'), [0, 1], () => 1).links).toEqual([0]);
    expect(connecting(arcsOf(3, from, to, 'both'), [0, 1], () => 1, { links: Uint8Array.of(1, 0, 0), nodes: Uint8Array.of(0, 0, 1) }).groups).toHaveLength(2);
  });

  it('is a tree of at most twice the least length', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { n, from, to } = randomLinks(seed, 9, 14);
      const arcs = arcsOf(n, from, to, 'both');
      const asked = [0, 1, 2];
      const { nodes, links, groups } = connecting(arcs, asked, () => 1);
      expect(links.length).toBe(nodes.length - groups.length);
      if (groups.length > 1) continue;
      // The least: over all sets of further nodes, the smallest that is connected.
      let least = Infinity;
      for (let set = 0; set < 1 << 6; set += 1) {
        const members = new Set([...asked, ...[3, 4, 5, 6, 7, 8].filter((_, at) => (set & (1 << at)) !== 0)]);
        const seen = new Set([0]);
        for (const v of seen) for (let i = arcs.offset[v]!; i < arcs.offset[v + 1]!; i += 1) if (members.has(arcs.adjacent[i]!)) seen.add(arcs.adjacent[i]!);
        if (seen.size === members.size) least = Math.min(least, members.size - 1);
      }
      expect(links.length).toBeLessThanOrEqual(2 * least);
    }
  });
});

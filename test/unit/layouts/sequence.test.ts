import { expect, test } from 'vitest';
import { ITEM_HEIGHT, ITEM_WIDTH, type LayoutGraph, type Places } from '../../../shared/analysis/layout/graph';
import { seededRandom } from '../../../shared/analysis/layout/random';
import { sequence } from '../../../shared/analysis/layout/sequence';
import { network, overlaps } from './networks';

const DAY = 86_400_000;

function dated(n: number, cell: number, fixed: readonly number[] = []): LayoutGraph {
  const random = seededRandom(11);
  return { ...network(n, cell, { fixed }), time: Float64Array.from({ length: n }, (_, v) => (v % 5 === 4 ? Number.NaN : Math.floor(random() * 60) * DAY)) };
}

function crossings({ from, to }: LayoutGraph, { x, y }: Places): number {
  const side = (a: number, b: number, c: number): number => Math.sign((x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!));
  let count = 0;
  for (let i = 0; i < from.length; i++) {
    for (let k = 0; k < i; k++) {
      const [a, b, c, d] = [from[i]!, to[i]!, from[k]!, to[k]!];
      if (new Set([a, b, c, d]).size === 4 && side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) count++;
    }
  }
  return count;
}

test.each([[20, 20], [120, 30], [400, 50]])('orders %i items by time, undated ones below, none on another', (n, cell) => {
  const graph = dated(n, cell);
  const places = sequence(graph);
  const { x, y } = places;
  expect(overlaps(x, y, ITEM_WIDTH, ITEM_HEIGHT)).toEqual([]);
  const time = graph.time!;
  const withDate = [...time.keys()].filter((v) => !Number.isNaN(time[v]!)).sort((a, b) => time[a]! - time[b]!);
  for (let i = 1; i < withDate.length; i++) {
    const [a, b] = [withDate[i - 1]!, withDate[i]!];
    if (time[a]! < time[b]!) expect(x[a]!).toBeLessThan(x[b]!);
  }
  const bottom = Math.max(...withDate.map((v) => y[v]!));
  for (let v = 4; v < n; v += 5) expect(y[v]!).toBeGreaterThan(bottom + ITEM_HEIGHT);
});

test('lines cross less than when items take the lanes in turn', () => {
  const graph = dated(120, 30);
  graph.time!.forEach((_, v) => { graph.time![v] = ((v * 37) % 97) * DAY; });
  const places = sequence(graph);
  const lanes = [...new Set(places.y)].sort((a, b) => a - b);
  const inTurn = Float64Array.from(places.y);
  [...graph.time!.keys()].sort((a, b) => places.x[a]! - places.x[b]!).forEach((v, i) => { inTurn[v] = lanes[i % lanes.length]!; });
  expect(crossings(graph, places)).toBeLessThan(0.9 * crossings(graph, { x: places.x, y: inTurn }));
});

test('keeps the order beside pinned items', () => {
  const graph = dated(60, 30, [3, 8]);
  graph.x.set([100, 300], 0);
  const { x, y } = sequence(graph);
  for (const v of [3, 8]) expect([x[v], y[v]]).toEqual([graph.x[v], graph.y[v]]);
  const free = [...graph.time!.keys()].filter((v) => !graph.fixed[v] && !Number.isNaN(graph.time![v]!));
  for (const a of free) for (const b of free) if (graph.time![a]! < graph.time![b]!) expect(x[a]!).toBeLessThan(x[b]!);
});

test('longer silences are wider gaps', () => {
  const time = Float64Array.from([0, 1, 2, 3, 400, 401].map((day) => day * DAY));
  const { x } = sequence({ ...network(6, 6), time });
  expect(x[4]! - x[3]!).toBeGreaterThan(1.5 * (x[3]! - x[2]!));
});

import { expect, test } from 'vitest';
import { adjacencyOf, ITEM_HEIGHT, ITEM_WIDTH, type LayoutGraph } from '../../../shared/analysis/layout/graph';
import { hubs } from '../../../shared/analysis/layout/hubs';
import { rolesOf } from '../../../shared/analysis/layout/roles';
import { network, overlaps } from './networks';

const graphOf = (n: number, lines: readonly (readonly [number, number])[], fixed: readonly number[] = []): LayoutGraph => ({
  ...network(n, n, { fixed }), from: Uint32Array.from(lines, ([from]) => from), to: Uint32Array.from(lines, ([, to]) => to), directed: new Uint8Array(lines.length),
});

/** Hubs 0 and 1 with 30 and 12 leaves of their own, then five that both have. */
const lines: [number, number][] = [
  ...Array.from({ length: 30 }, (_, i): [number, number] => [0, 2 + i]),
  ...Array.from({ length: 12 }, (_, i): [number, number] => [1, 32 + i]),
  ...Array.from({ length: 5 }, (_, i): [number, number][] => [[0, 44 + i], [1, 44 + i]]).flat(),
];

test('tells hubs, leaves of one hub, shared leaves and items without lines apart', () => {
  const graph = graphOf(50, lines);
  const roles = rolesOf(adjacencyOf(50, graph.from, graph.to), graph.order);
  expect(roles.hubs).toEqual([0, 1]);
  expect(roles.own.get(0)).toHaveLength(30);
  expect(roles.own.get(1)).toHaveLength(12);
  expect(roles.shared).toEqual([{ hubs: [0, 1], leaves: [44, 45, 46, 47, 48] }]);
  expect(roles.alone).toEqual([49]);
});

test('sets leaves round their own hub and shared leaves between their hubs', () => {
  const { x, y } = hubs(graphOf(49, lines));
  expect(overlaps(x, y, ITEM_WIDTH, ITEM_HEIGHT)).toEqual([]);
  const distance = (a: number, b: number): number => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
  for (let v = 2; v < 32; v++) expect(distance(v, 0)).toBeLessThan(distance(v, 1));
  for (let v = 32; v < 44; v++) expect(distance(v, 1)).toBeLessThan(distance(v, 0));
  for (let v = 44; v < 49; v++) {
    const along = ((x[v]! - x[0]!) * (x[1]! - x[0]!) + (y[v]! - y[0]!) * (y[1]! - y[0]!)) / distance(0, 1) ** 2;
    expect(along).toBeGreaterThan(0);
    expect(along).toBeLessThan(1);
    // Nearer to their line than any leaf of the larger fan reaches.
    expect(Math.abs((x[v]! - x[0]!) * (y[1]! - y[0]!) - (y[v]! - y[0]!) * (x[1]! - x[0]!)) / distance(0, 1)).toBeLessThan(260);
  }
});

test('spreads the leaves of a hub that stands alone all round it', () => {
  const { x, y } = hubs(graphOf(9, Array.from({ length: 8 }, (_, i): [number, number] => [0, i + 1])));
  const angles = Array.from({ length: 8 }, (_, i) => Math.atan2(y[i + 1]! - y[0]!, x[i + 1]! - x[0]!)).sort((a, b) => a - b);
  const gaps = angles.map((angle, i) => (i + 1 < angles.length ? angles[i + 1]! : angles[0]! + 2 * Math.PI) - angle);
  expect(Math.max(...gaps)).toBeLessThan(Math.PI / 2);
});

test('a pinned hub stays and its leaves come round it', () => {
  const graph = graphOf(49, lines, [1]);
  graph.x[1] = 5000;
  graph.y[1] = -3000;
  const { x, y } = hubs(graph);
  expect([x[1], y[1]]).toEqual([5000, -3000]);
  for (let v = 32; v < 44; v++) expect(Math.hypot(x[v]! - 5000, y[v]! + 3000)).toBeLessThan(900);
  expect(overlaps(x, y, ITEM_WIDTH, ITEM_HEIGHT)).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADJUSTMENT_IDS, ADJUSTMENTS, type AdjustmentId } from '../../../shared/analysis/layout/adjust';
import { ITEM_HEIGHT, ITEM_WIDTH, type LayoutGraph, type Places } from '../../../shared/analysis/layout/graph';
import { standard } from '../../../shared/analysis/layout/standard';
import { network, overlaps } from './networks';

const MEMBERS = [0, 3, 5, 8, 11, 14, 17];

function sound(fixed: readonly number[] = []): LayoutGraph {
  const graph = network(40, 20);
  return { ...graph, ...standard(graph), fixed: Uint8Array.from({ length: 40 }, (_, v) => (fixed.includes(v) ? 1 : 0)) };
}

const of = (values: Float64Array, members: readonly number[] = MEMBERS): number[] => members.map((v) => values[v]!);

describe.each(ADJUSTMENT_IDS)('%s', (id) => {
  test('moves only what is meant and not pinned, and puts nothing on another', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(39), { minLength: 3, maxLength: 12 }), fc.array(fc.nat(39), { maxLength: 3 }), (members, pinned) => {
      const graph = sound(pinned);
      const { x, y } = ADJUSTMENTS[id](graph, members);
      for (let v = 0; v < 40; v++) if (!members.includes(v) || pinned.includes(v)) expect([x[v], y[v]]).toEqual([graph.x[v], graph.y[v]]);
      expect(overlaps(x, y, ITEM_WIDTH, ITEM_HEIGHT)).toEqual([]);
    }), { numRuns: 40, seed: 5 });
  });
});

describe.each([['alignLeft', 'x', Math.min], ['alignRight', 'x', Math.max], ['alignTop', 'y', Math.min], ['alignBottom', 'y', Math.max]] as const)('%s', (id, axis, edge) => {
  test('brings all to the outermost, twice the same as once', () => {
    const graph = sound();
    const wanted = edge(...of(graph[axis]));
    const once = ADJUSTMENTS[id](graph, MEMBERS);
    expect(new Set(of(once[axis]))).toEqual(new Set([wanted]));
    expect(ADJUSTMENTS[id]({ ...graph, ...once }, MEMBERS)).toEqual(once);
  });

  test('brings all to where the pinned one is', () => {
    const graph = sound([8]);
    expect(new Set(of(ADJUSTMENTS[id](graph, MEMBERS)[axis]))).toEqual(new Set([graph[axis][8]]));
  });
});

test('centres stand on one line, the order across it is kept', () => {
  const graph = sound();
  const { x, y } = ADJUSTMENTS.alignCentre(graph, MEMBERS);
  expect(new Set(of(x)).size).toBe(1);
  const free = { ...graph, x: graph.x.slice().fill(1e6), y: graph.y.slice() };
  MEMBERS.forEach((v, i) => { free.x[v] = i * 10; free.y[v] = i * 20; });
  const stacked = ADJUSTMENTS.alignCentre(free, MEMBERS);
  expect(of(stacked.y)).toEqual(of(stacked.y).toSorted((a, b) => a - b));
  expect(y).toHaveLength(40);
});

const row = (xs: readonly number[], fixed: readonly number[] = []): LayoutGraph => ({ ...network(xs.length, xs.length, { fixed }), x: Float64Array.from(xs), y: new Float64Array(xs.length) });
const distances = ({ x }: Places): number[] => [...x].toSorted((a, b) => a - b).slice(1).map((value, i, rest) => value - (i === 0 ? Math.min(...x) : rest[i - 1]!));

test('distributes with equal distances between the outermost, and gives room where there is none', () => {
  const wide = ADJUSTMENTS.distributeAcross(row([0, 170, 900, 1200]), [0, 1, 2, 3]);
  expect([...wide.x]).toEqual([0, 400, 800, 1200]);
  expect(ADJUSTMENTS.distributeAcross({ ...row([0, 170, 900, 1200]), ...wide }, [0, 1, 2, 3])).toEqual(wide);
  const narrow = distances(ADJUSTMENTS.distributeAcross(row([0, 20, 30, 90]), [0, 1, 2, 3]));
  for (const distance of narrow) expect(distance).toBeCloseTo(narrow[0]!, 6);
  expect(narrow[0]).toBeGreaterThanOrEqual(ITEM_WIDTH);
  expect([...ADJUSTMENTS.distributeAcross(row([0, 170, 900, 1500, 1600], [2]), [0, 1, 2, 3, 4]).x]).toEqual([0, 450, 900, 1250, 1600]);
});

test.each([['mirrorAcross', 'x'], ['mirrorDown', 'y']] as const)('%s twice is as before', (id, axis) => {
  const graph = { ...sound() };
  const all = [...graph.x.keys()];
  const once = ADJUSTMENTS[id as AdjustmentId](graph, all);
  const sum = Math.min(...graph[axis]) + Math.max(...graph[axis]);
  all.forEach((v) => expect(once[axis][v]).toBeCloseTo(sum - graph[axis][v]!, 6));
  const twice = ADJUSTMENTS[id as AdjustmentId]({ ...graph, ...once }, all);
  all.forEach((v) => expect(twice[axis][v]).toBeCloseTo(graph[axis][v]!, 6));
});

test('spreads by a quarter about the middle, and tightens that back', () => {
  const graph = sound();
  const all = [...graph.x.keys()];
  const width = (places: Places): number => Math.max(...places.x) - Math.min(...places.x);
  const wide = ADJUSTMENTS.spread(graph, all);
  expect(width(wide)).toBeCloseTo(width(graph) * 1.25, 6);
  expect(width(ADJUSTMENTS.tighten({ ...graph, ...wide }, all))).toBeCloseTo(width(graph), 0);
});

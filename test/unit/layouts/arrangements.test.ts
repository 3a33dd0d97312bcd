import { describe, expect, test } from 'vitest';
import { ARRANGEMENTS } from '../../../renderer/canvas/layouts/arrangements';
import { adjacencyOf, componentsOf, ITEM_HEIGHT, ITEM_WIDTH, stepsFrom, type LayoutGraph, type Places } from '../../../shared/analysis/layout/graph';
import { LAYOUT_IDS, LAYOUTS } from '../../../renderer/canvas/layouts/offered';
import { network, overlaps } from './networks';

/** Normalised stress at the best scale: 0 is a perfect picture of the distances. */
function stress(graph: LayoutGraph, places: Places): number {
  const adjacency = adjacencyOf(graph.n, graph.from, graph.to);
  const steps = new Int32Array(graph.n);
  const queue = new Uint32Array(graph.n);
  const ratios: number[] = [];
  for (let v = 0; v < graph.n; v++) {
    stepsFrom(adjacency, v, steps, queue);
    for (let u = 0; u < v; u++) if (steps[u]! > 0) ratios.push(Math.hypot(places.x[v]! - places.x[u]!, places.y[v]! - places.y[u]!) / steps[u]!);
  }
  const scale = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.reduce((sum, ratio) => sum + ratio * ratio, 0);
  return ratios.reduce((sum, ratio) => sum + (scale * ratio - 1) ** 2, 0) / ratios.length;
}

describe.each(LAYOUT_IDS)('layout %s', (id) => {
  const arrange = ARRANGEMENTS[id];

  test.each([50, 500])('puts none of %i items on another', (n) => {
    const { x, y } = arrange(network(n, n / 2));
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    expect(overlaps(x, y, ITEM_WIDTH, ITEM_HEIGHT)).toEqual([]);
  });

  test('leaves fixed items exactly where they are, and nothing on top of them', () => {
    const graph = network(60, 30, { fixed: [0, 7, 31] });
    // Far from one another, so that they do not overlap themselves.
    graph.x.set([100.125, 0], 0);
    graph.x[7] = 777.77;
    graph.x[31] = -500.5;
    const { x, y } = arrange(graph);
    for (const v of [0, 7, 31]) expect([x[v], y[v]]).toEqual([graph.x[v], graph.y[v]]);
    expect(overlaps(x, y, ITEM_WIDTH, ITEM_HEIGHT)).toEqual([]);
  });

  test('changes nothing outside a scope of one item', () => {
    const graph = network(40, 20, { fixed: Array.from({ length: 39 }, (_, i) => i) });
    const { x, y } = arrange(graph);
    for (let v = 0; v < 39; v++) expect([x[v], y[v]]).toEqual([graph.x[v], graph.y[v]]);
  });

  test('takes an empty chart and a single item', () => {
    expect(arrange(network(0, 5)).x).toHaveLength(0);
    const one = network(1, 5);
    const { x, y } = arrange(one);
    expect(x[0]).toBeCloseTo(one.x[0]!, 6);
    expect(y[0]).toBeCloseTo(one.y[0]!, 6);
  });

  test('takes lines from an item to itself and doubled lines', () => {
    const graph = network(3, 3);
    const { x } = arrange({ ...graph, from: Uint32Array.of(0, 0, 1, 2), to: Uint32Array.of(0, 1, 0, 2), directed: Uint8Array.of(1, 1, 1, 1) });
    expect([...x].every(Number.isFinite)).toBe(true);
  });
});

describe.each(LAYOUT_IDS.filter((id) => id !== 'cola'))('layout %s', (id) => {
  // WebCola stops by the clock, so it may differ between runs on a busy machine.
  test('gives the same places each time', () => {
    expect(ARRANGEMENTS[id](network(120, 40))).toEqual(ARRANGEMENTS[id](network(120, 40)));
  });
});

describe('the standard layout', () => {
  test('shows distances better than a circle or a scatter does', () => {
    const graph = network(200, 200);
    const mine = stress(graph, ARRANGEMENTS.standard(graph));
    expect(mine).toBeLessThan(0.6 * stress(graph, ARRANGEMENTS.circle(graph)));
    expect(mine).toBeLessThan(0.6 * stress(graph, graph));
    expect(mine).toBeLessThan(0.16);
  });

  test('keeps parts apart and the largest nearest to the middle', () => {
    const graph = network(90, 30);
    const joined: LayoutGraph = { ...graph, from: Uint32Array.of(...graph.from, 0), to: Uint32Array.of(...graph.to, 30), directed: new Uint8Array(graph.from.length + 1) };
    const { x, y } = ARRANGEMENTS.standard(joined);
    const parts = componentsOf(adjacencyOf(90, joined.from, joined.to));
    expect(parts.map((part) => part.length)).toEqual([60, 30]);
    const boxes = parts.map((part) => ({ left: Math.min(...Array.from(part, at(x))), right: Math.max(...Array.from(part, at(x))), top: Math.min(...Array.from(part, at(y))), bottom: Math.max(...Array.from(part, at(y))) }));
    const [large, small] = boxes as [(typeof boxes)[0], (typeof boxes)[0]];
    const apart = large.right < small.left || small.right < large.left || large.bottom < small.top || small.bottom < large.top;
    expect(apart).toBe(true);
  });

  test('lays out 2,000 items and prints what it took', () => {
    const graph = network(2000, 1000);
    const start = performance.now();
    const { x, y } = ARRANGEMENTS.standard(graph);
    console.info(`2,000 items laid out in ${Math.round(performance.now() - start)} ms`);
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
  });
});

test('every layout that is offered has a name and a glyph', () => {
  expect(LAYOUTS.map((layout) => layout.id)).toEqual(LAYOUT_IDS);
  for (const layout of LAYOUTS) expect(layout.label).toBe(`layout.${layout.id}`);
});

function at(values: Float64Array): (v: number) => number {
  return (v) => values[v]!;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ARRANGEMENTS } from '../../../renderer/canvas/layouts/arrangements';
import { LAYOUT_IDS } from '../../../renderer/canvas/layouts/offered';
import { ITEM_HEIGHT, ITEM_WIDTH, type LayoutGraph } from '../../../shared/analysis/layout/graph';
import { rulerMarks } from '../../../shared/analysis/layout/ruler';
import { settle } from '../../../shared/analysis/layout/settle';
import { seededRandom } from '../../../shared/analysis/layout/random';
import { network } from './networks';

const CHARTS = 50;

interface Chart {
  readonly graph: LayoutGraph;
  readonly rooms: { readonly width: Float64Array; readonly height: Float64Array };
}

/** Charts of every shape: some pinned items apart from one another, some larger than usual, some dated, in groups. */
const charts: fc.Arbitrary<Chart> = fc.record({ n: fc.integer({ min: 2, max: 60 }), cell: fc.integer({ min: 2, max: 40 }), seed: fc.nat(10_000), pins: fc.nat(4), large: fc.double({ min: 0, max: 0.3, noNaN: true }) }).map(({ n, cell, seed, pins, large }) => {
  const random = seededRandom(seed);
  const graph = network(n, cell, { seed, fixed: Array.from({ length: Math.min(pins, n) }, (_, i) => i) });
  // Pinned items do not lie on one another.
  for (let v = 0; v < n; v++) if (graph.fixed[v]) [graph.x[v], graph.y[v]] = [v * 700 + 0.25, v * 500 + 0.125];
  const size = (): number => (random() < large ? 1 + random() * 3 : 1);
  const sizes = Array.from({ length: n }, size);
  const rooms = { width: Float64Array.from(sizes, (each) => ITEM_WIDTH * each), height: Float64Array.from(sizes, (each) => ITEM_HEIGHT * each) };
  return { rooms, graph: { ...graph, rooms, time: Float64Array.from({ length: n }, () => (random() < 0.2 ? Number.NaN : Math.floor(random() * 20) * 86_400_000)), group: Int32Array.from({ length: n }, () => Math.floor(random() * 4) - 1) } };
});

const touching = ({ rooms }: Chart, x: Float64Array, y: Float64Array): [number, number][] => {
  const pairs: [number, number][] = [];
  for (let v = 0; v < x.length; v++) for (let u = 0; u < v; u++) if (Math.abs(x[v]! - x[u]!) < (rooms.width[v]! + rooms.width[u]!) / 2 - 0.01 && Math.abs(y[v]! - y[u]!) < (rooms.height[v]! + rooms.height[u]!) / 2 - 0.01) pairs.push([u, v]);
  return pairs;
};

describe.each(LAYOUT_IDS)('layout %s', (id) => {
  test('puts nothing on anything, whatever its size, and leaves what is fixed', () => {
    fc.assert(fc.property(charts, (chart) => {
      const { graph } = chart;
      const { x, y } = ARRANGEMENTS[id](graph);
      expect([...x, ...y].every(Number.isFinite)).toBe(true);
      for (let v = 0; v < graph.n; v++) if (graph.fixed[v]) expect([x[v], y[v]]).toEqual([graph.x[v], graph.y[v]]);
      expect(touching(chart, x, y)).toEqual([]);
    }), { numRuns: id === 'cola' ? 6 : id === 'hierarchy' ? 20 : CHARTS });
  });
});

test('along time, nothing later stands left of what is earlier', () => {
  fc.assert(fc.property(charts, ({ graph }) => {
    const { x } = ARRANGEMENTS.sequence(graph);
    const dated = [...graph.time!.keys()].filter((v) => !graph.fixed[v] && Number.isFinite(graph.time![v]!)).sort((a, b) => graph.time![a]! - graph.time![b]!);
    for (let i = 1; i < dated.length; i++) if (graph.time![dated[i]!]! > graph.time![dated[i - 1]!]!) expect(x[dated[i]!]!).toBeGreaterThan(x[dated[i - 1]!]! - 1e-6);
  }), { numRuns: CHARTS });
});

describe('rows and columns that are kept', () => {
  test.each(['standard', 'cola', 'hubs', 'concentric'] as const)('lie on one line after layout %s, on that of what is pinned', (id) => {
    fc.assert(fc.property(charts, fc.constantFrom('row' as const, 'column' as const), (chart, way) => {
      const { graph } = chart;
      if (graph.n < 6) return;
      const members = Uint32Array.of(graph.n - 1, graph.n - 2, graph.n - 3);
      const { x, y } = ARRANGEMENTS[id]({ ...graph, rows: [{ way, members }] });
      const across = way === 'row' ? y : x;
      const fixed = members.filter((v) => graph.fixed[v]);
      expect(new Set([...members].filter((v) => !graph.fixed[v]).map((v) => across[v])).size).toBeLessThan(2);
      if (fixed.length === 1) for (const v of members) expect(across[v]).toBe((way === 'row' ? graph.y : graph.x)[fixed[0]!]);
      expect(touching(chart, x, y)).toEqual([]);
    }), { numRuns: id === 'cola' ? 5 : 25 });
  });

  test('change nothing where there are none', () => {
    const graph = network(30, 10);
    const [x, y] = [Float64Array.from({ length: 30 }, (_, v) => v * 200), new Float64Array(30)];
    settle(graph, x, y);
    expect([...x]).toEqual(Array.from({ length: 30 }, (_, v) => v * 200));
  });
});

test('lines that are to point right or down do, where no circle forbids it', () => {
  const n = 12;
  const graph: LayoutGraph = { ...network(n, n), from: Uint32Array.from({ length: n - 1 }, (_, i) => i >> 1), to: Uint32Array.from({ length: n - 1 }, (_, i) => i + 1), directed: new Uint8Array(n - 1).fill(1) };
  for (const [pointing, axis] of [['right', 'x'], ['down', 'y']] as const) {
    for (const id of ['cola', 'hierarchy'] as const) {
      const places = ARRANGEMENTS[id]({ ...graph, pointing });
      for (let line = 0; line < n - 1; line++) expect(places[axis][graph.to[line]!]!).toBeGreaterThan(places[axis][graph.from[line]!]!);
    }
  }
});

describe('the marks of a date ruler', () => {
  const DAY = 86_400_000;
  const start = Date.UTC(2024, 0, 10);

  test('are round, in order, far enough from one another and between the dates round them', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 300 })), { minLength: 2, maxLength: 40 }), fc.integer({ min: 40, max: 200 }), (gaps, least) => {
      let [time, x] = [start, 0];
      const dated = gaps.map(([hours, way]) => ({ time: (time += hours * 3_600_000), x: (x += way) }));
      const marks = rulerMarks(dated, least);
      marks.forEach((mark, i) => {
        const date = new Date(mark.time);
        if (mark.unit === 'year') expect(date.toISOString()).toMatch(/-01-01T00:00:00/);
        if (mark.unit === 'month') expect(date.getUTCDate()).toBe(1);
        if (mark.unit !== 'minute') expect(date.getUTCMinutes()).toBe(0);
        if (i > 0) expect(mark.x - marks[i - 1]!.x).toBeGreaterThanOrEqual(least - 1e-9);
        const before = dated.findLast((each) => each.time <= mark.time)!;
        const after = dated.find((each) => each.time >= mark.time)!;
        expect(mark.x).toBeGreaterThanOrEqual(before.x - 1e-6);
        expect(mark.x).toBeLessThanOrEqual(after.x + 1e-6);
      });
    }));
  });

  test('are hours, days, months or years as it fits', () => {
    const units = (span: number): string[] => [...new Set(rulerMarks([{ time: start, x: 0 }, { time: start + span, x: 1000 }], 100).map(({ unit }) => unit))];
    expect(units(DAY)).toEqual(['hour']);
    expect(units(9 * DAY)).toEqual(['day']);
    expect(units(400 * DAY)).toEqual(['month']);
    expect(units(5000 * DAY)).toEqual(['year']);
    expect(rulerMarks([{ time: start, x: 5 }], 100)).toEqual([{ time: start, x: 5, unit: 'day' }]);
    expect(rulerMarks([], 100)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { drawingOf, type Drawing } from '../../../renderer/canvas/elements';
import { Arrays, EDGE_BYTES, leave, NODE_BYTES, PLACE, type ArraysContext } from '../../../renderer/canvas/gl/arrays';
import { bendsOf } from '../../../renderer/canvas/gl/bends';
import { Grid } from '../../../renderer/canvas/gl/grid';
import { leftToCytoscape } from '../../../renderer/canvas/gl/left';
import { distanceTo, formNumber, reachesOf, DIRECTIONS } from '../../../renderer/canvas/gl/outline';
import { PART, writeParts } from '../../../renderer/canvas/gl/parts';
import { GlyphNumbers } from '../../../renderer/canvas/gl/glyphSheet';
import { FORMS } from '../../../renderer/canvas/forms';
import { glyphPainter, readGlyph } from '../../../renderer/canvas/glyph';
import { looksOf } from '../../../renderer/canvas/looks';
import { THEMES } from '../../../renderer/canvas/theme';
import { chart, entity, item, line, TYPES } from './chart';

const glyphs = new GlyphNumbers();
const context = (theme: 'light' | 'dark' = 'light'): ArraysContext => ({ theme: THEMES[theme], glyph: (uri) => glyphs.place(uri) });
const paint = glyphPainter({ account: 'M0 0h24v24z', car: 'M4 4h8v8z' });
const drawn = (more: Parameters<typeof chart>[0] = {}, theme: 'light' | 'dark' = 'light'): Drawing => drawingOf(chart(more), { looks: looksOf(TYPES, 'en'), theme: THEMES[theme], language: 'en', paint });

/** All that the shaders would read, by id, whatever the slots. */
function seen(arrays: Arrays): unknown {
  const at = (slot: number): number[] => [...arrays.places.subarray(slot * PLACE, slot * PLACE + PLACE)];
  return {
    nodes: Object.fromEntries(arrays.nodeIds.map((id, slot) => [id, [...arrays.nodes.subarray((slot * NODE_BYTES) / 4 + 1, ((slot + 1) * NODE_BYTES) / 4), ...at(slot)]])),
    edges: Object.fromEntries(arrays.edgeIds.map((id, slot) => [id, [arrays.nodeIds[arrays.from(slot)], arrays.nodeIds[arrays.to(slot)], ...arrays.edges.subarray((slot * EDGE_BYTES) / 4 + 2, ((slot + 1) * EDGE_BYTES) / 4)]])),
    bent: arrays.bent, bothWays: arrays.bothWays,
  };
}

const fresh = (drawing: Drawing, theme: 'light' | 'dark' = 'light'): Arrays => {
  const arrays = new Arrays();
  arrays.update(drawing, context(theme));
  return arrays;
};

describe('the arrays', () => {
  test('hold every item at its place, in its size, colours, form and glyph', () => {
    const arrays = fresh(drawn({ items: [item('a', 0.125, 0, { style: { colour: '#ff8000', size: 2 } }), item('b', 200, 7), item('c', 400, 0)], entities: [entity('a'), entity('b', { type: 'vehicle' }), entity('c')] }));
    expect(arrays.nodeIds).toEqual(['a', 'b', 'c']);
    const a = arrays.nodeSlot('a')!;
    expect([...arrays.places.subarray(a * PLACE, a * PLACE + PLACE)]).toEqual([0.125, 0, 2, formNumber('people')]);
    expect(arrays.nodes[(a * NODE_BYTES) / 4 + 2]!.toString(16)).toBe('ff0080ff');
    const b = arrays.nodeSlot('b')!;
    expect([...arrays.places.subarray(b * PLACE, b * PLACE + PLACE)]).toEqual([200, 7, 1, formNumber('transport')]);
    expect(arrays.nodes[(b * NODE_BYTES) / 4 + 6]! >>> 16).toBe(formNumber('transport'));
    expect(glyphs.paths[arrays.nodes[(b * NODE_BYTES) / 4 + 6]! & 0xffff]).toBe('M4 4h8v8z');
  });

  test('are the same after steps as when made anew from the last drawing', () => {
    const first = drawn();
    const steps: Drawing[] = [
      drawn({ lines: [line('ab', 'a', 'b', { type: 'paid', count: 40, strength: 'tentative' }), line('bc', 'b', 'c')] }),
      drawn({ items: [item('a', 0.125, 0), item('b', 200, 0, { style: { colour: '#102030' } }), item('c', 400, 0), item('d', 50, 60)], entities: [entity('a'), entity('b'), entity('c'), entity('d', { type: 'vehicle' })], lines: [line('ab', 'a', 'b'), line('ba', 'b', 'a'), line('ad', 'a', 'd')] }),
      drawn({ items: [item('a', 0.125, 0), item('c', 400, 0), item('d', 50, 60)], entities: [entity('a'), entity('c'), entity('d')], lines: [line('ad', 'a', 'd'), line('ac', 'c', 'a', { type: 'paid' })] }),
      drawn({ lines: [line('ab', 'b', 'a')] }),
    ];
    const stepped = fresh(first);
    for (const step of steps) {
      stepped.update(step, context());
      for (const [id, { x, y }] of step.nodes) stepped.place(stepped.nodeSlot(id)!, x, y);
      expect(seen(stepped)).toEqual(seen(fresh(step)));
    }
  });

  test('tell what changed: nothing, one item, or all where something went', () => {
    const arrays = fresh(drawn());
    expect(arrays.update(drawn(), context())).toEqual({ all: false, nodes: { from: 0, to: 0 }, edges: { from: 0, to: 0 } });
    const restyled = arrays.update(drawn({ items: [item('a', 0.125, 0), item('b', 200, 0, { style: { colour: '#102030' } }), item('c', 400, 0)] }), context());
    expect(restyled).toMatchObject({ all: false, nodes: { from: 1, to: 2 } });
    expect(arrays.update(drawn({ entities: [entity('a'), entity('b')], lines: [line('ab', 'a', 'b')] }), context()).all).toBe(true);
  });

  test('keep the place that a hand has given an item when others are added', () => {
    const arrays = fresh(drawn());
    arrays.place(arrays.nodeSlot('b')!, 5, 6);
    arrays.update(drawn({ items: [item('a', 0, 0), item('b', 200, 0), item('d', 1, 2)], entities: [entity('a'), entity('b'), entity('d')], lines: [] }), context());
    const slot = arrays.nodeSlot('b')!;
    expect([...arrays.places.subarray(slot * PLACE, slot * PLACE + 2)]).toEqual([5, 6]);
  });

  test('follow the theme', () => {
    const arrays = fresh(drawn());
    arrays.update(drawn({}, 'dark'), context('dark'));
    expect(seen(arrays)).toEqual(seen(fresh(drawn({}, 'dark'), 'dark')));
  });
});

describe('lines of one pair', () => {
  const edges = (ends: readonly (readonly [string, string])[]) => [...drawn({ lines: ends.map(([from, to], i) => line(`l${i}`, from, to)) }).edges.values()];
  test('lie apart evenly to both sides, whichever way they go', () => {
    expect([...bendsOf(edges([['a', 'b'], ['b', 'c']]))]).toEqual([0, 0]);
    expect([...bendsOf(edges([['a', 'b'], ['a', 'b']]))]).toEqual([-17, 17]);
    // The second goes the other way: to the left of its own way is the other side.
    expect([...bendsOf(edges([['a', 'b'], ['b', 'a']]))]).toEqual([-17, -17]);
    expect([...bendsOf(edges([['a', 'b'], ['a', 'b'], ['a', 'b']]))]).toEqual([-34, 0, 34]);
  });
});

describe('parts', () => {
  const arrays = fresh(drawn({ items: [item('a', 0, 0), item('b', 1, 0), item('c', 2, 0), item('d', 3, 0)], entities: ['a', 'b', 'c', 'd'].map((id) => entity(id)), lines: [line('ab', 'a', 'b'), line('bc', 'b', 'c'), line('cd', 'c', 'd')] }));
  const nothing = { selection: { entities: [], lines: [] }, marked: new Set<string>(), matching: null, hovered: null, aimed: null };
  const parts = () => ({ nodes: [...arrays.nodeParts.subarray(0, 4)], edges: [...arrays.edgeParts.subarray(0, 3)] });

  test('an item that is chosen keeps its neighbours, and its lines are near', () => {
    writeParts(arrays, { ...nothing, selection: { entities: ['a'], lines: [] } });
    expect(parts()).toEqual({ nodes: [PART.chosen, 0, PART.faded, PART.faded], edges: [PART.near, PART.faded, PART.faded] });
  });

  test('a chosen line keeps its ends', () => {
    writeParts(arrays, { ...nothing, selection: { entities: [], lines: ['bc'] } });
    expect(parts()).toEqual({ nodes: [PART.faded, 0, 0, PART.faded], edges: [PART.faded, PART.chosen, PART.faded] });
  });

  test('what a filter leaves out is dimmed, what is marked or under the pointer says so, and nothing stays of before', () => {
    writeParts(arrays, { ...nothing, matching: new Set(['a', 'b', 'ab']), marked: new Set(['b']), hovered: 'cd', aimed: 'a' });
    expect(parts()).toEqual({ nodes: [PART.aimed, PART.marked, PART.dimmed, PART.dimmed], edges: [0, PART.dimmed, PART.dimmed | PART.hovered] });
    writeParts(arrays, nothing);
    expect(parts()).toEqual({ nodes: [0, 0, 0, 0], edges: [0, 0, 0] });
  });

  test('what is left to Cytoscape stays left to it', () => {
    leave(arrays, new Set(['b']), new Set(['cd']));
    writeParts(arrays, { ...nothing, selection: { entities: ['a'], lines: [] } });
    expect(parts()).toEqual({ nodes: [PART.chosen, PART.left, PART.faded, PART.faded], edges: [PART.near, PART.faded, PART.left | PART.faded] });
    leave(arrays, new Set(), new Set());
  });
});

describe('what is left to Cytoscape', () => {
  test('loops and items with a look of their own', () => {
    const drawing = drawn({ items: [item('a', 0, 0, { style: { representation: 'box' } }), item('b', 200, 0), item('c', 400, 0)], lines: [line('aa', 'a', 'a'), line('ab', 'a', 'b')] });
    const left = leftToCytoscape([...drawing.nodes.values()].map(({ data }) => data), [...drawing.edges.values()]);
    expect([...left.nodes]).toEqual(['a']);
    expect([...left.edges]).toEqual(['aa']);
  });
});

describe('the grid', () => {
  test('finds the item on top, by its form, and the nearest line', () => {
    const arrays = fresh(drawn({ items: [item('a', 0, 0), item('b', 20, 8), item('c', 4000, 0)], entities: [entity('a'), entity('b', { type: 'vehicle' }), entity('c')], lines: [line('ac', 'a', 'c'), line('bc', 'b', 'c')] }));
    const grid = new Grid(arrays);
    expect(arrays.nodeIds[grid.nodeAt(10, 0, 1)]).toBe('b');
    expect(arrays.nodeIds[grid.nodeAt(-15, 0, 1)]).toBe('a');
    // In the corner of its frame a circle is not hit.
    expect(grid.nodeAt(-17, -17, 4)).toBe(-1);
    expect(arrays.edgeIds[grid.edgeAt(2000, 5, 1)]).toBe('bc');
    expect(grid.edgeAt(2000, 40, 1)).toBe(-1);
    // Far out the pointer need not come as near.
    expect(grid.edgeAt(2000, 40, 0.1)).not.toBe(-1);
    arrays.place(arrays.nodeSlot('b')!, 3000, 3000);
    grid.forget();
    expect(arrays.nodeIds[grid.nodeAt(3000, 3000, 1)]).toBe('b');
    expect(arrays.nodeIds[grid.nodeAt(10, 0, 1)]).toBe('a');
  });
});

describe('outlines', () => {
  test('are as far away as they are drawn, and known in every direction', () => {
    expect(distanceTo(FORMS.people, 0, 0)).toBe(-18);
    expect(distanceTo(FORMS.goods, 16.5, 0)).toBeCloseTo(0);
    expect(distanceTo(FORMS.money, 21.5, 21.5)).toBeGreaterThan(10);
    const reaches = reachesOf(FORMS.money);
    expect(reaches).toHaveLength(DIRECTIONS);
    expect(reaches[0]).toBeCloseTo(21.5, 2);
    expect(reaches[DIRECTIONS / 8]).toBeCloseTo(21.5 / Math.SQRT2, 1);
  });
});

test('a glyph is read back from its picture, and pictures of other makers are none', () => {
  expect(readGlyph(paint('car', '#123456'))).toEqual({ path: 'M4 4h8v8z', colour: '#123456' });
  expect(readGlyph('data:image/png;base64,AAAA')).toBeNull();
});

import { expect, test } from 'vitest';
import { ITEM_HEIGHT, ITEM_WIDTH } from '../../../shared/analysis/layout/graph';
import { placeNew } from '../../../shared/analysis/layout/placeNew';
import { overlaps } from './networks';

const placed = Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, x: (i % 5) * 160, y: Math.floor(i / 5) * 90 }));

function together(items: readonly { x: number; y: number }[]): [number, number][] {
  return overlaps(Float64Array.from(items, (item) => item.x), Float64Array.from(items, (item) => item.y), ITEM_WIDTH, ITEM_HEIGHT);
}

test('puts 50 new neighbours near their item and on nothing', () => {
  const added = Array.from({ length: 50 }, (_, i) => `n${i}`);
  const items = placeNew({ placed, added, lines: added.map((id) => ({ from: 'p7', to: id })) });
  expect(items.map((item) => item.id)).toEqual(added);
  expect(together([...placed, ...items])).toEqual([]);
  const anchor = placed[7]!;
  for (const item of items) expect(Math.hypot(item.x - anchor.x, item.y - anchor.y)).toBeLessThan(1300);
});

test('puts what joins two items near both', () => {
  const [item] = placeNew({ placed: [{ id: 'a', x: 0, y: 0 }, { id: 'b', x: 600, y: 0 }], added: ['c'], lines: [{ from: 'a', to: 'c' }, { from: 'c', to: 'b' }] });
  expect(item).toEqual({ id: 'c', x: 300, y: 0 });
});

test('follows a chain of new items outwards', () => {
  const items = placeNew({ placed: placed.slice(0, 1), added: ['n1', 'n2'], lines: [{ from: 'n1', to: 'n2' }, { from: 'p0', to: 'n1' }] });
  expect(together([...placed.slice(0, 1), ...items])).toEqual([]);
});

test('puts a group without neighbours beside the chart, or where it was dropped', () => {
  const lines = [{ from: 'n0', to: 'n1' }, { from: 'n1', to: 'n2' }];
  const beside = placeNew({ placed, added: ['n0', 'n1', 'n2'], lines });
  for (const item of beside) expect(item.x).toBeGreaterThan(640);
  const dropped = placeNew({ placed, added: ['n0'], lines: [], at: { x: -1000, y: 50 } });
  expect(dropped).toEqual([{ id: 'n0', x: -1000, y: 50 }]);
});

test('an empty chart gets a drawing round the origin, and what is there already is not added again', () => {
  expect(placeNew({ placed: [], added: ['a', 'a'], lines: [] })).toEqual([{ id: 'a', x: 0, y: 0 }]);
  expect(placeNew({ placed, added: ['p3'], lines: [] })).toEqual([]);
});

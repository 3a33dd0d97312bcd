import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ITEM_HEIGHT, ITEM_WIDTH } from '../../../shared/analysis/layout/graph';
import { placeNew } from '../../../shared/analysis/layout/placeNew';
import { overlaps } from './networks';

/** A chart as people have it: items anywhere, some on another; additions with lines to it, among themselves, or none. */
const addition = fc.record({
  placed: fc.array(fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) }), { maxLength: 40 }),
  count: fc.integer({ min: 1, max: 30 }),
  ends: fc.array(fc.tuple(fc.nat(69), fc.nat(69)), { maxLength: 80 }),
  repeated: fc.array(fc.nat(39), { maxLength: 3 }),
});

test('whatever is added: nothing that was placed gets another place, nothing new comes on anything, each time the same', () => {
  fc.assert(fc.property(addition, ({ placed: places, count, ends, repeated }) => {
    const placed = places.map((place, i) => ({ id: `p${i}`, ...place }));
    const fresh = Array.from({ length: count }, (_, i) => `n${i}`);
    const names = [...placed.map(({ id }) => id), ...fresh];
    const lines = ends.map(([a, b]) => ({ from: names[a % names.length]!, to: names[b % names.length]! }));
    const added = [...fresh, ...repeated.filter((i) => i < placed.length).map((i) => `p${i}`)];
    const before = structuredClone(placed);
    const items = placeNew({ placed, added, lines });
    expect(placed).toEqual(before);
    expect(items.map(({ id }) => id)).toEqual(fresh);
    const all = [...placed, ...items];
    const pairs = overlaps(Float64Array.from(all, (item) => item.x), Float64Array.from(all, (item) => item.y), ITEM_WIDTH - 0.02, ITEM_HEIGHT - 0.02);
    expect(pairs.filter(([, v]) => v >= placed.length)).toEqual([]);
    expect(placeNew({ placed, added, lines })).toEqual(items);
  }), { numRuns: 150, seed: 3 });
});

import { expect, test } from 'vitest';
import { byCommunity, grouped } from '../../../shared/analysis/layout/grouped';
import { ITEM_HEIGHT, ITEM_WIDTH, type Gathered, type Places } from '../../../shared/analysis/layout/graph';
import { network, overlaps } from './networks';

interface Box { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const boxOf = ({ x, y }: Places, { members }: Gathered): Box => ({
  left: Math.min(...Array.from(members, (v) => x[v]!)) - ITEM_WIDTH / 2, right: Math.max(...Array.from(members, (v) => x[v]!)) + ITEM_WIDTH / 2,
  top: Math.min(...Array.from(members, (v) => y[v]!)) - ITEM_HEIGHT / 2, bottom: Math.max(...Array.from(members, (v) => y[v]!)) + ITEM_HEIGHT / 2,
});

function apart(places: Places): boolean {
  const boxes = (places.blocks ?? []).map((block) => boxOf(places, block));
  return boxes.every((a, i) => boxes.slice(0, i).every((b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top));
}

test('each group stands in a block of its own, with room for its heading', () => {
  const graph = { ...network(200, 50), group: Int32Array.from({ length: 200 }, (_, v) => (v % 7) - 1) };
  const places = grouped(graph);
  expect(overlaps(places.x, places.y, ITEM_WIDTH, ITEM_HEIGHT)).toEqual([]);
  expect(places.blocks!.map(({ group }) => group).sort((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3, 4, 5]);
  for (const { group, members } of places.blocks!) for (const v of members) expect(graph.group[v]).toBe(group);
  expect(apart(places)).toBe(true);
  // Headings lie above a block: nothing of another block comes there.
  const boxes = places.blocks!.map((block) => boxOf(places, block));
  for (const a of boxes) for (const b of boxes) if (a !== b) expect(a.left < b.right && b.left < a.right && b.bottom > a.top - 30 && b.top < a.top).toBe(false);
});

test('finds the communities of cells that are joined by single lines, and gathers what is alone', () => {
  const cells = network(80, 20);
  const graph = { ...cells, n: 83, x: new Float64Array(83), y: new Float64Array(83), fixed: new Uint8Array(83), order: Uint32Array.from({ length: 83 }, (_, v) => v),
    from: Uint32Array.of(...cells.from, 0, 20, 40), to: Uint32Array.of(...cells.to, 20, 40, 60), directed: new Uint8Array(cells.from.length + 3) };
  const places = byCommunity(graph);
  expect(apart(places)).toBe(true);
  expect([...places.blocks!.find(({ group }) => group < 0)!.members]).toEqual([80, 81, 82]);
  // No community reaches from one cell into another, but for the few that join them.
  for (const { group, members } of places.blocks!) {
    if (group < 0) continue;
    const counts = [0, 1, 2, 3].map((cell) => members.filter((v) => Math.floor(v / 20) === cell).length);
    expect(Math.max(...counts)).toBeGreaterThan(0.85 * members.length);
  }
});

test('pinned items are in no block and stay', () => {
  const graph = { ...network(60, 20, { fixed: [5] }), group: Int32Array.from({ length: 60 }, (_, v) => v % 3) };
  graph.x[5] = 4000;
  const places = grouped(graph);
  expect([places.x[5], places.y[5]]).toEqual([4000, graph.y[5]]);
  expect(places.blocks!.some(({ members }) => members.includes(5))).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { withSameNeighbours } from '../../../../shared/analysis/drawing/alike';
import { blockOf, FreeRoom } from '../../../../shared/analysis/drawing/freeRoom';
import { gather, type Grouping } from '../../../../shared/analysis/drawing/groupTree';
import { distanceFrom, spanning } from '../../../../shared/analysis/drawing/outline';
import { roomForOpened } from '../../../../shared/analysis/drawing/openRoom';
import { dissolved, selectedThings, takenOut, takenTogether, type Regrouping } from '../../../../shared/analysis/drawing/regroup';

const group = (id: string, ...members: string[]): Grouping => ({ id, members, collapsed: true });
const self = (id: string): string | undefined => (id.startsWith('g') ? undefined : id);
const after = (groups: readonly Grouping[], { put, gone }: Regrouping<Grouping>): Record<string, readonly string[]> =>
  Object.fromEntries([...groups.filter(({ id }) => !put.some((each) => each.id === id)), ...put].filter(({ id }) => !gone.includes(id)).map(({ id, members }) => [id, members]));

describe('grouping a selection', () => {
  it('speaks of groups that are selected whole, the outermost of them', () => {
    const groups = [group('g1', 'a', 'b'), group('g2', 'g1', 'c'), group('g3', 'd', 'e')];
    expect(selectedThings(groups, self, ['a', 'b', 'c', 'd', 'x'])).toEqual({ groups: ['g2'], entities: ['d', 'x'] });
    expect(selectedThings(groups, self, ['a', 'b'])).toEqual({ groups: ['g1'], entities: [] });
  });

  it('takes what it groups out of where it was, and what is left empty away', () => {
    const groups = [group('g1', 'a', 'b'), group('g2', 'g1', 'c')];
    expect(after(groups, takenTogether(groups, self, ['a', 'x'], group('g9')))).toEqual({ g1: ['b'], g2: ['g1', 'c'], g9: ['a', 'x'] });
    expect(after(groups, takenTogether(groups, self, ['a', 'b', 'x'], group('g9')))).toEqual({ g2: ['c'], g9: ['a', 'b', 'x'] });
  });

  it('puts a new group where its members were, when they were all in one group', () => {
    const groups = [group('g1', 'a', 'b', 'c')];
    expect(after(groups, takenTogether(groups, self, ['a', 'b'], group('g9')))).toEqual({ g1: ['c', 'g9'], g9: ['a', 'b'] });
  });

  it('adds to a group that is there', () => {
    const groups = [group('g1', 'a'), group('g2', 'b', 'c')];
    expect(after(groups, takenTogether(groups, self, ['b', 'x', 'a'], groups[0]!))).toEqual({ g1: ['b', 'x', 'a'], g2: ['c'] });
  });

  it('takes out what stands for several by any of its ids', () => {
    expect(takenOut([group('g1', 'a2', 'b')], (id) => (id === 'a2' ? 'a' : id), new Set(['a'])).put).toEqual([group('g1', 'b')]);
    expect(takenOut([group('g1', 'a'), group('g2', 'g1')], self, new Set(['a']))).toEqual({ put: [], gone: ['g1', 'g2'] });
  });

  it('dissolves groups into those that held them', () => {
    const groups = [group('g1', 'a', 'b'), group('g2', 'g1', 'c'), group('g3', 'g2')];
    expect(after(groups, dissolved(groups, new Set(['g1', 'g2'])))).toEqual({ g3: ['a', 'b', 'c'] });
    expect(gather(dissolved(groups, new Set(['g1', 'g2', 'g3'])).put, self).closed.size).toBe(0);
  });
});

describe('entities that are alike', () => {
  const of = (...types: string[]) => types.map((text) => ({ id: text.slice(1), type: text.slice(0, 1) }));
  it('are of one type and joined with exactly the same others', () => {
    const entities = of('pA', 'pB', 'pC', 'vD', 'pX', 'pY');
    const lines = [['A', 'X'], ['X', 'B'], ['B', 'X'], ['C', 'X'], ['C', 'Y'], ['D', 'X']].map(([from = '', to = '']) => ({ from, to }));
    expect(withSameNeighbours(entities, lines, 2)).toEqual([{ type: 'p', ids: ['A', 'B'], neighbours: ['X'] }]);
    expect(withSameNeighbours(entities, lines, 3)).toEqual([]);
    expect(withSameNeighbours(of('pA', 'pB'), [], 2)).toEqual([]);
  });
});

describe('free room', () => {
  it('is where things lie already when nothing is in the way', () => {
    expect(new FreeRoom([{ x: 200, y: 0 }]).way([{ x: 0, y: 0 }])).toEqual({ x: 0, y: 0 });
  });
  it('is found near by, for all together', () => {
    const spots = [{ x: 0, y: 0 }, { x: 150, y: 0 }];
    const others = [{ x: 10, y: 0 }, { x: 150, y: 66 }];
    const way = new FreeRoom(others).way(spots);
    expect(Math.hypot(way.x, way.y)).toBeLessThan(200);
    for (const spot of spots) for (const other of others) expect(Math.abs(spot.x + way.x - other.x) < 44 && Math.abs(spot.y + way.y - other.y) < 56).toBe(false);
  });
  it('is made for what comes out of a group, all of it by the same way', () => {
    const places = new Map([['a', { x: 0, y: 0 }], ['b', { x: 200, y: 0 }], ['y', { x: 205, y: 10 }]]);
    const shut = [group('g1', 'a', 'b')];
    const open = [{ ...shut[0]!, collapsed: false }];
    const opening = roomForOpened(shut, open, places, self);
    expect(opening.map(({ subject }) => subject)).toEqual(['a', 'b']);
    expect(opening[1]!.x - opening[0]!.x).toBe(200);
    expect(roomForOpened(shut, [], places, self)).toEqual(opening);
    // Where there is room, and where nothing comes out, nothing moves.
    expect(roomForOpened(shut, open, new Map([...places].slice(0, 2)), self)).toEqual([]);
    expect(roomForOpened([], shut, places, self)).toEqual([]);
    expect(roomForOpened(shut, shut, places, self)).toEqual([]);
  });
  it('is a block round a middle', () => {
    const block = blockOf(7, { x: 100, y: 50 }, 150, 66);
    expect(new Set(block.map(({ x, y }) => `${x} ${y}`)).size).toBe(7);
    expect(block.reduce((sum, { y }) => sum + y, 0) / 7).toBeCloseTo(50, -2);
    expect(blockOf(1, { x: 1, y: 2 }, 150, 66)).toEqual([{ x: 1, y: 2 }]);
  });
});

describe('the outline of what lies apart', () => {
  it('runs along the shortest lines that join it', () => {
    const points = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 10, y: 0 }, { x: 100, y: 20 }];
    expect(spanning(points).map(([a, b]) => `${Math.min(a, b)},${Math.max(a, b)}`).toSorted()).toEqual(['0,2', '1,2', '1,3']);
    expect(spanning(points.slice(0, 1))).toEqual([]);
    expect(spanning([])).toEqual([]);
    expect(distanceFrom({ x: 50, y: 7 }, { x: 0, y: 0 }, { x: 100, y: 0 })).toBe(7);
    expect(distanceFrom({ x: -3, y: 4 }, { x: 0, y: 0 }, { x: 100, y: 0 })).toBe(5);
  });
});

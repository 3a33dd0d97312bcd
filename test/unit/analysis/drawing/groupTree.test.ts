import { describe, expect, it } from 'vitest';
import { gather, type Grouping } from '../../../../shared/analysis/drawing/groupTree';

const group = (id: string, members: readonly string[], collapsed = false): Grouping => ({ id, members, collapsed });
const standing = (...ids: string[]) => (id: string): string | undefined => (ids.includes(id) ? id : undefined);

/** Numbers that seem random and are the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('groups', () => {
  it('stand for what they hold when they are closed, and have a frame when they are open', () => {
    const { closed, open, within } = gather([group('g1', ['a', 'b'], true), group('g2', ['c', 'd'])], standing('a', 'b', 'c', 'd', 'e'));
    expect(closed.get('g1')?.members).toEqual(['a', 'b']);
    expect(open).toMatchObject([{ group: { id: 'g2' }, members: ['c', 'd'], count: 2, depth: 0, levels: 0 }]);
    expect([...within]).toEqual([['a', 'g1'], ['b', 'g1']]);
  });

  it('give way to the outermost closed one', () => {
    const { closed, open } = gather([group('in', ['a', 'b'], true), group('out', ['in', 'c'], true)], standing('a', 'b', 'c'));
    expect([...closed]).toHaveLength(1);
    expect(closed.get('out')?.members).toEqual(['a', 'b', 'c']);
    expect(open).toEqual([]);
  });

  it('are framed within one another', () => {
    const { open } = gather([group('in', ['a'], false), group('shut', ['c', 'd'], true), group('out', ['in', 'shut', 'b'])], standing('a', 'b', 'c', 'd'));
    expect(open.map(({ group: { id }, members, count, depth, levels }) => ({ id, members: members.toSorted(), count, depth, levels }))).toEqual([
      { id: 'out', members: ['a', 'b', 'shut'], count: 4, depth: 0, levels: 1 },
      { id: 'in', members: ['a'], count: 1, depth: 1, levels: 0 },
    ]);
  });

  it('draw an entity of several in the first closed one by id', () => {
    const shown = standing('a', 'b', 'c');
    expect(gather([group('g2', ['a', 'b'], true), group('g1', ['a', 'c'], false)], shown).closed.get('g2')?.members).toEqual(['a', 'b']);
    const both = gather([group('g2', ['a', 'b'], true), group('g1', ['a', 'c'], true)], shown);
    expect(both.closed.get('g1')?.members).toEqual(['a', 'c']);
    expect(both.closed.get('g2')?.members).toEqual(['b']);
    // Open, each has its frame round it.
    expect(gather([group('g2', ['a', 'b']), group('g1', ['a', 'c'])], shown).open.map(({ members }) => members)).toEqual(expect.arrayContaining([['a', 'c'], ['a', 'b']]));
  });

  it('that hold nothing of the chart are not there', () => {
    const { closed, open } = gather([group('g1', ['x'], true), group('g2', ['y']), group('g3', ['g1', 'g2'])], standing('a'));
    expect(closed.size + open.length).toBe(0);
  });

  it('find a member by the id under which it is shown', () => {
    const shownAs = (id: string): string | undefined => (id === 'a2' || id === 'a' ? 'a' : undefined);
    expect(gather([group('g', ['a', 'a2'], true)], shownAs).closed.get('g')?.members).toEqual(['a']);
  });

  it('end where they hold themselves', () => {
    const { closed } = gather([group('g1', ['g2', 'a'], true), group('g2', ['g3'], true), group('g3', ['g1', 'b', 'g3'], true)], standing('a', 'b'));
    expect([...closed.values()].flatMap(({ members }) => members).toSorted()).toEqual(['a', 'b']);
  });

  it('may lie in one another very deep', () => {
    const deep = Array.from({ length: 30_000 }, (_, at) => group(`g${String(at).padStart(6, '0')}`, [at === 29_999 ? 'a' : `g${String(at + 1).padStart(6, '0')}`], at === 0));
    expect([...gather(deep, standing('a')).closed.keys()]).toEqual(['g000000']);
  });

  it('draw each entity exactly once, whatever lies in what', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = numbers(seed);
      const entities = Array.from({ length: 1 + next(30) }, (_, at) => `e${at}`);
      const ids = Array.from({ length: next(12) }, (_, at) => `g${at}`);
      const groups = ids.map((id) => group(id, Array.from({ length: next(9) }, () => (next(3) === 0 && ids.length > 0 ? ids[next(ids.length)]! : entities[next(entities.length)]!)), next(2) === 0));
      const { closed, open, within } = gather(groups, standing(...entities));
      const stoodFor = [...closed.values()].flatMap(({ members }) => members);
      expect(new Set(stoodFor).size).toBe(stoodFor.length);
      expect(stoodFor.toSorted()).toEqual([...within.keys()].toSorted());
      for (const { members, count, group: { collapsed } } of open) {
        expect(collapsed).toBe(false);
        for (const member of members) expect(within.has(member)).toBe(false);
        expect(count).toBe(members.reduce((sum, id) => sum + (closed.get(id)?.members.length ?? 1), 0));
      }
      // All opened, nothing is stood for: the chart is as it is without groups.
      expect(gather(groups.map((each) => ({ ...each, collapsed: false })), standing(...entities)).within.size).toBe(0);
    }
  });
});

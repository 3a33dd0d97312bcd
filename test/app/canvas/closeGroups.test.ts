import { describe, expect, test } from 'vitest';
import { closeGroups } from '../../../renderer/case/drawn/closeGroups';
import { chartMoves, chartSelection, drawnSelection, type DrawnChart } from '../../../renderer/case/drawn/drawnChart';
import { foldLines } from '../../../renderer/case/drawn/foldLines';
import type { ChartGroupRecord } from '../../../shared/model/drawing';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { chart, entity, item, line, TYPES } from './chart';

const words = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const catalogue = { linkType: (id: string) => TYPES.linkTypes.find((type) => type.id === id), schemes: [
  { id: 'four', use: 'grading', label: words('4x4'), axes: [{ id: 'source', label: words('s'), codes: [{ code: 'A', label: words('A'), rank: 0 }, { code: 'C', label: words('C'), rank: 2 }] }] },
  { id: 'codes', use: 'handling', label: words('Use'), several: true, axes: [{ id: 'handling', label: words('Use'), codes: [{ code: 'H1', label: words('1'), rank: 1 }, { code: 'H3', label: words('3'), rank: 3 }] }] },
] } as unknown as Catalogue;

const group = (id: string, members: string[], more: Partial<ChartGroupRecord> = {}): ChartGroupRecord => ({ id, chart: 'chart', name: id.toUpperCase(), members, collapsed: true, ...more });
const drawn = (view: DrawnChart): DrawnChart => foldLines(closeGroups(view, catalogue), catalogue);

/** Numbers that seem random and are the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('closed groups', () => {
  test('stand in the middle of what they hold, with the strictest handling, the best grading and the most common type', () => {
    const view = chart({ entities: [entity('a', { handling: 'H1', grading: 'C', type: 'vehicle' }), entity('b', { handling: 'H3', grading: 'A', type: 'vehicle' }), entity('c')], groups: [group('g', ['a', 'b', 'c'])] });
    const { closed, entities, items, lines } = drawn(view);
    expect(closed).toMatchObject([{ id: 'g', name: 'G', members: ['a', 'b', 'c'], handling: 'H3', grading: 'A', type: 'vehicle', pinned: false, y: 0 }]);
    expect(closed[0]?.x).toBeCloseTo(200.04);
    expect([entities, items, lines]).toEqual([[], [], []]);
  });

  test('stand beside what is in their middle, and leave what they hold where it is', () => {
    const view = drawn(chart({ groups: [group('g', ['a', 'c'])] }));
    const [mark] = view.closed;
    expect(Math.abs(mark!.x - 200) >= 44 || Math.abs(mark!.y) >= 56).toBe(true);
    expect(Math.hypot(mark!.x - 200, mark!.y)).toBeLessThan(130);
    expect(drawn({ ...view, ...chart({ groups: [group('g', ['a', 'c'], { collapsed: false })] }) }).items).toEqual(chart().items);
  });

  test('take over lines to others, folded by type with all that they say', () => {
    const view = chart({
      lines: [line('p1', 'a', 'c', { type: 'paid', count: 3, start: '2025-03-01', end: '2025-03-01', amount: '10.00 EUR', strength: 'tentative', handling: 'H1', grading: 'C' }), line('p2', 'b', 'c', { type: 'paid', start: '2025-02-01', end: '2025-05-01', amount: '5.50 EUR', strength: 'confirmed', handling: 'H3', grading: 'A' }), line('back', 'c', 'a', { type: 'paid' }), line('within', 'a', 'b')],
      groups: [group('g', ['a', 'b'])],
    });
    const { lines } = drawn(view);
    expect(lines.map((each) => each.id).toSorted()).toEqual(['back', 'paid|g|c']);
    expect(lines.find((each) => each.id === 'paid|g|c')).toMatchObject({ from: 'g', to: 'c', parts: ['p1', 'p2'], count: 4, amount: '15.50 EUR', start: '2025-02-01', end: '2025-05-01', strength: 'confirmed', handling: 'H3', grading: 'A' });
    expect(lines.find((each) => each.id === 'back')).toMatchObject({ from: 'c', to: 'g' });
  });

  test('keep the style of a line that its fold was given', () => {
    const view = chart({ items: [...chart().items, item('knows|b|c', 0, 0, { kind: 'link', style: { colour: '#ff0000' } })], groups: [group('g', ['a', 'b'])] });
    expect(drawn(view).items).toContainEqual(expect.objectContaining({ subject: 'bc', style: { colour: '#ff0000' } }));
  });

  test('hold one that stands for several under any of its ids, and none that is hidden', () => {
    const view = chart({ entities: [entity('a', { members: ['a', 'a2'] }), entity('b'), entity('c')], items: [item('a', 0, 0), item('b', 1, 0, { hidden: true }), item('c', 2, 0)], groups: [group('g', ['a2', 'b'])] });
    expect(drawn(view).closed.map(({ members }) => members)).toEqual([['a']]);
  });

  test('are translated to what they hold and back', () => {
    const view = drawn(chart({ groups: [group('in', ['b']), group('g', ['a', 'in'])] }));
    expect(drawnSelection(view, { entities: ['b', 'c'], lines: [] }).entities).toEqual(['g', 'c']);
    expect(chartSelection(view, { entities: ['g'], lines: [] }).entities.toSorted()).toEqual(['a', 'b']);
    // The middle of both comes where the group was let go.
    expect(chartMoves({ items: chart().items, closed: view.closed }, [{ subject: 'g', x: 110.0625, y: -5 }]).toSorted((one, two) => (one.subject < two.subject ? -1 : 1))).toEqual([{ subject: 'a', x: 10.125, y: -5 }, { subject: 'b', x: 210, y: -5 }]);
  });

  test('are frames when they are open, none where that is not wanted, and opening them is as if they were not there', () => {
    const open = chart({ groups: [group('in', ['a'], { collapsed: false }), group('bare', ['c'], { collapsed: false, style: { bare: true } }), group('out', ['in', 'b'], { collapsed: false, style: { colour: '#123456' } })] });
    const view = drawn(open);
    expect(view.frames.map(({ id, depth, levels, count, colour }) => ({ id, depth, levels, count, colour }))).toEqual([{ id: 'out', depth: 0, levels: 1, count: 2, colour: '#123456' }, { id: 'in', depth: 1, levels: 0, count: 1, colour: undefined }]);
    expect({ entities: view.entities, items: view.items, lines: view.lines }).toEqual({ entities: open.entities, items: open.items, lines: open.lines });
  });

  test('draw every entity once and lose no link that leads out of them', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const next = numbers(seed);
      const ids = Array.from({ length: 2 + next(20) }, (_, at) => `e${at}`);
      const any = (): string => ids[next(ids.length)]!;
      const groupIds = Array.from({ length: 1 + next(8) }, (_, at) => `g${at}`);
      const lines = Array.from({ length: next(60) }, (_, at) => line(`l${at}`, any(), any(), { count: 1 + next(5), type: next(2) === 0 ? 'knows' : 'paid' }));
      const groups = groupIds.map((id) => group(id, Array.from({ length: next(6) }, () => (next(3) === 0 ? groupIds[next(groupIds.length)]! : any())), { collapsed: next(2) === 0 }));
      const view = chart({ entities: ids.map((id) => entity(id)), items: ids.map((id, at) => item(id, at * 10, 0)), lines, groups });
      const result = drawn(view);
      expect([...result.entities.map(({ id }) => id), ...result.closed.flatMap(({ members }) => members)].toSorted()).toEqual(ids.toSorted());
      const home = new Map(result.closed.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
      const outside = lines.filter(({ from, to }) => !home.has(from) || home.get(from) !== home.get(to));
      expect(result.lines.reduce((sum, { count }) => sum + count, 0)).toBe(outside.reduce((sum, { count }) => sum + count, 0));
      expect(new Set(result.lines.map(({ id }) => id)).size).toBe(result.lines.length);
      expect(result.lines.flatMap((each) => each.parts ?? [each.id]).toSorted()).toEqual(outside.map(({ id }) => id).toSorted());
    }
  });
});

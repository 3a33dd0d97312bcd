import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { ACTOR } from '../place';
import { SAID } from '../sample';
import { caseOf, options } from './small';

interface Paths { readonly paths: readonly { readonly entities: readonly string[]; readonly steps: readonly { readonly link: string; readonly count: number; readonly along: boolean; readonly strength: string }[]; readonly weakest: string }[] }
interface Measures { readonly entities: number; readonly ties: number; readonly links: number; readonly parts: number; readonly rows: readonly { readonly entity: string; readonly values: Record<string, number>; readonly ranks: Record<string, number> }[]; readonly communities: { readonly sizes: number[]; readonly firmness: number } | null }

describe('questions about the network', () => {
  test('measures count who is tied, with ranks, and say of what', async () => {
    const { ids, ask } = await caseOf(['A', 'B', 'C', 'D'], [['A', 'knows', 'B'], ['A', 'knows', 'C'], ['A', 'associate', 'C'], ['D', 'knows', 'C']]);
    const found: Measures = ask('case.measure', { measures: ['degree', 'betweenness', 'strength', 'community'], options: options({ weight: 'links' }) });
    expect(found).toMatchObject({ entities: 4, ties: 3, links: 4, parts: 1 });
    const of = (name: string): Measures['rows'][number] => found.rows.find(({ entity }) => entity === ids[name])!;
    expect(of('A').values).toMatchObject({ degree: 2, strength: 3 });
    expect(of('A').ranks['degree']).toBe(1);
    expect(of('C').ranks['degree']).toBe(1);
    expect(of('B').ranks['degree']).toBe(3);
    expect(of('C').values['betweenness']).toBeCloseTo(2 / 3, 9);
    expect(found.communities?.sizes.reduce((sum, size) => sum + size, 0)).toBe(4);
  });

  test('follow judgements, strict or lenient as asked, and what changes later', async () => {
    const { store, ids, ask } = await caseOf(['A', 'B', 'B2', 'C'], [['A', 'knows', 'B'], ['B2', 'knows', 'C']]);
    const path = (mode?: 'strict' | 'lenient'): number => (ask('case.paths', { from: ids['A'], to: ids['C'] }, mode) as Paths).paths.length;
    expect(path()).toBe(0);
    store.execute({ command: 'judgement.set', args: { id: newId(), left: ids['B']!, right: ids['B2']!, verdict: 'unsure', reason: 'x' } }, ACTOR);
    expect([path(), path('strict'), path('lenient')]).toEqual([0, 0, 1]);
    store.execute({ command: 'judgement.set', args: { id: newId(), left: ids['B']!, right: ids['B2']!, verdict: 'same', reason: 'x' } }, ACTOR);
    expect([path(), path('strict'), path('lenient')]).toEqual([1, 0, 1]);
    store.undo(ACTOR);
    expect(path()).toBe(0);
  });

  test('paths tell each step with the link it rests on, round what is left out', async () => {
    const { ids, ask } = await caseOf(['A', 'B', 'C', 'D', 'E'], [['A', 'knows', 'B'], ['B', 'knows', 'C'], ['A', 'associate', 'D'], ['D', 'associate', 'E'], ['E', 'associate', 'C'], ['C', 'family', 'B']]);
    const { paths }: Paths = ask('case.paths', { from: ids['A'], to: ids['C'] });
    expect(paths.map(({ entities }) => entities.map((id) => Object.keys(ids).find((name) => ids[name] === id)).join(''))).toEqual(['ABC', 'ADEC']);
    expect(paths[0]!.steps[1]).toMatchObject({ count: 2 });
    expect((ask('case.paths', { from: ids['A'], to: ids['C'], options: options({ withoutEntities: [ids['B']!] }) }) as Paths).paths).toHaveLength(1);
    expect((ask('case.paths', { from: ids['A'], to: ids['C'], options: options({ withoutTypes: ['associate'] }) }) as Paths).paths).toHaveLength(1);
    expect((ask('case.paths', { from: ids['A'], to: ids['C'], options: options({ linkTypes: ['family'] }) }) as Paths).paths).toHaveLength(0);
    expect(() => ask('case.paths', { from: ids['A'], to: newId() })).toThrow('subjectNotFound');
  });

  test('paths run from each to the next or between all pairs, and what nothing joins is told', async () => {
    const { store, ids, ask } = await caseOf(['A', 'B', 'C', 'D', 'X', 'Y'], [['A', 'knows', 'X'], ['B', 'knows', 'X'], ['C', 'knows', 'Y'], ['B', 'knows', 'Y']]);
    const ways = (legs: 'next' | 'pairs'): { paths: { leg: number[]; entities: string[] }[]; gaps: number[][] } => ask('case.paths', { from: ids['A'], over: [ids['D'], ids['B']], to: ids['C'], legs, count: 1 });
    const named = (entities: readonly string[]): string => entities.map((id) => Object.keys(ids).find((name) => ids[name] === id)).join('');
    const next = ways('next');
    expect(next.paths.map(({ leg, entities }) => [leg, named(entities)])).toEqual([[[2, 3], 'BYC']]);
    expect(next.gaps).toEqual([[0, 1], [1, 2]]);
    const pairs = ways('pairs');
    expect(pairs.paths.map(({ entities }) => named(entities))).toEqual(['AXB', 'AXBYC', 'BYC']);
    expect(pairs.gaps).toEqual([[0, 1], [1, 2], [1, 3]]);
    const weak = { grading: { scheme: 'europol4x4', codes: { source: 'B', information: '3' } } };
    for (const [from, to, more] of [['A', 'D', weak], ['D', 'C', { grading: { scheme: 'europol4x4', codes: { source: 'A', information: '1' } } }]] as const) store.execute({ command: 'link.create', args: { id: newId(), type: 'knows', from: ids[from]!, to: ids[to]!, values: {}, ...SAID, ...more } }, ACTOR);
    const graded = (least: string): { paths: { entities: string[]; weakestGrading: string }[] } => ask('case.paths', { from: ids['A'], to: ids['C'], count: 1, options: options({ grading: { scheme: 'europol4x4', least } }) });
    expect(graded('B3').paths[0]).toMatchObject({ weakestGrading: 'B3' });
    expect(named(graded('B3').paths[0]!.entities)).toBe('ADC');
    expect(graded('A1').paths).toEqual([]);
  });

  test('the earliest way follows the order of time', async () => {
    const { ids, ask } = await caseOf(['+32470000001', '+32470000002', '+32470000003'], [['+32470000001', 'called', '+32470000002', { date: '2026-01-05T10:00:00' }], ['+32470000002', 'called', '+32470000003', { date: '2026-01-04T10:00:00' }], ['+32470000002', 'called', '+32470000003', { date: '2026-01-05T10:05:00' }]]);
    const way = (from: string, to: string, wait: number | null = null): Paths => ask('case.paths', { from: ids[from], to: ids[to], order: 'earliest', wait, options: options({ following: 'out' }) });
    const { paths } = way('+32470000001', '+32470000003');
    expect(paths[0]!.steps.map(({ along }) => along)).toEqual([true, true]);
    expect(paths[0]!.steps).toHaveLength(2);
    expect(way('+32470000003', '+32470000001').paths).toEqual([]);
    expect(way('+32470000001', '+32470000003', 0.05).paths).toEqual([]);
  });

  test('what connects several, and what is linked up to a depth', async () => {
    const { ids, ask } = await caseOf(['A', 'B', 'C', 'X', 'Y'], [['A', 'knows', 'X'], ['B', 'knows', 'X'], ['C', 'knows', 'Y']]);
    const found = ask('case.connect', { ids: [ids['A'], ids['B'], ids['C']] }) as { entities: string[]; links: string[]; groups: string[][] };
    expect(new Set(found.entities)).toEqual(new Set([ids['A'], ids['B'], ids['C'], ids['X']]));
    expect(found.groups.map((group) => group.length)).toEqual([2, 1]);
    const near = ask('case.linkedTo', { ids: [ids['A']] }) as { found: { entity: string; steps: number }[]; byStep: number[] };
    expect(near.found).toEqual([{ entity: ids['X'], steps: 1 }, { entity: ids['B'], steps: 2 }]);
  });

  test('ranks fall where one source is left out', async () => {
    const { store, ids, ask } = await caseOf(['A', 'B', 'C'], [['A', 'knows', 'B']]);
    const other = { ...ACTOR, name: 'L. Janssens' };
    for (const to of ['A', 'C']) store.execute({ command: 'link.create', args: { id: newId(), type: 'associate', from: ids['B']!, to: ids[to]!, values: {}, ...SAID } }, other);
    const found = ask('case.rankRanges', { measure: 'betweenness' }) as { sources: number; rows: { entity: string; rank: number; worst: number; title: string }[] };
    expect(found.sources).toBe(2);
    expect(found.rows[0]).toMatchObject({ entity: ids['B'], rank: 1, worst: 1 });
    const degree = ask('case.rankRanges', { measure: 'degree' }) as typeof found;
    expect(degree.rows.find(({ entity }) => entity === ids['C'])).toMatchObject({ rank: 2, worst: 3 });
    expect(degree.rows.find(({ entity }) => entity === ids['C'])!.title).toContain('Janssens');
  });

  test('a chart counts only what it shows', async () => {
    const { store, ids, ask } = await caseOf(['A', 'B', 'C'], [['A', 'knows', 'B'], ['B', 'knows', 'C'], ['A', 'knows', 'C']]);
    const chart = newId();
    store.execute({ command: 'chart.create', args: { id: chart, name: 'k', items: [{ subject: ids['A']!, x: 0, y: 0 }, { subject: ids['B']!, x: 9, y: 0 }] } }, ACTOR);
    expect(ask('case.measure', { scope: { kind: 'chart', chart } }) as Measures).toMatchObject({ entities: 2, links: 1 });
    store.execute({ command: 'chart.removeItems', args: { chart, entities: [], links: [ids['A-B']!] } }, ACTOR);
    expect(ask('case.measure', { scope: { kind: 'chart', chart } }) as Measures).toMatchObject({ entities: 2, links: 0 });
    expect(() => ask('case.measure', { scope: { kind: 'chart', chart: newId() } })).toThrow('chartNotFound');
  });
});

test('groups alone are told of every entity', async () => {
  const { ids, ask } = await caseOf(['A', 'B', 'C', 'D'], [['A', 'knows', 'B'], ['C', 'knows', 'D']]);
  const found: Measures = ask('case.measure', { measures: ['community'] });
  expect(found.communities!.sizes).toEqual([2, 2]);
  const of = (name: string): number => found.rows.find(({ entity }) => entity === ids[name])!.values['community']!;
  expect([of('A') === of('B'), of('C') === of('D'), of('A') === of('C')]).toEqual([true, true, false]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { apartAmong, MOST_APART, pairKey } from '../../../shared/analysis/drawing/folding';
import type { ChartOptions, ItemStyle } from '../../../shared/model/drawing';
import { Town } from '../identity/memory';
import { ACTOR } from '../who';

let town: Town;
let ann: string;
let ben: string;
let cas: string;
let chart: string;

const view = (mode: 'strict' | 'judged' = 'judged') => town.as(mode).chart(chart);
const counts = () => view().lines.map(({ type, count }) => `${type} ${count}`).sort();
const options = (given: ChartOptions): void => town.run('chart.setOptions', { chart, options: given });
const calls = (from: string, to: string, times: number): string[] => Array.from({ length: times }, (_, at) => town.link('called', from, to, { date: `2026-02-${String((at % 27) + 1).padStart(2, '0')}T10:00` }));

beforeEach(() => {
  town = new Town();
  ann = town.entity('phone', { number: '+32470000001' });
  ben = town.entity('phone', { number: '+32470000002' });
  cas = town.entity('phone', { number: '+32470000003' });
  chart = town.chart('Kaart', ann, ben, cas);
});

describe('links that are drawn apart', () => {
  test('a pair gives its links one by one, in the order of their dates, and others stay folded', () => {
    const ids = calls(ann, ben, 5);
    calls(ann, cas, 4);
    expect(counts()).toEqual(['called 4', 'called 5']);
    options({ pairFolding: { [pairKey(ann, ben)]: 'apart' } });
    expect(counts()).toEqual(['called 1', 'called 1', 'called 1', 'called 1', 'called 1', 'called 4']);
    const single = view().lines.filter((line) => line.count === 1);
    expect(single.map((line) => line.id)).toEqual(ids);
    expect(single.map((line) => line.start?.slice(0, 10))).toEqual(['2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05']);
    expect(single.every((line) => line.from === ann && line.to === ben)).toBe(true);
  });

  test('a type, and the whole chart, go apart as far as the links between two stay few', () => {
    calls(ann, ben, 3);
    calls(ben, ann, 2);
    calls(ben, cas, MOST_APART + 1);
    options({ typeFolding: { called: 'apart' } });
    expect(counts()).toEqual([...Array.from({ length: 5 }, () => 'called 1'), `called ${MOST_APART + 1}`]);
    options({ folding: 'apart', pairFolding: { [pairKey(ann, ben)]: 'pair' } });
    expect(counts()).toEqual(['called 2', 'called 3', `called ${MOST_APART + 1}`]);
  });

  test('what is hidden stays so: a link, and all of a fold', () => {
    const ids = calls(ann, ben, 3);
    options({ folding: 'apart' });
    town.run('chart.removeItems', { chart, entities: [], links: [ids[1]!] });
    expect(view().lines.map((line) => line.id)).toEqual([ids[0], ids[2]]);
    options({});
    expect(view().lines.map((line) => [line.id, line.count])).toEqual([[`called|${ann}|${ben}`, 2]]);
    town.run('chart.removeItems', { chart, entities: [], links: [`called|${ann}|${ben}`] });
    options({ folding: 'apart' });
    expect(view().lines).toEqual([]);
  });

  test('links of all that are taken for one are drawn under the ends that are shown, also where a pair was set by another id', () => {
    const twin = town.entity('phone', { number: '+32470000001' });
    town.run('chart.addItems', { chart, items: [{ subject: twin, x: 9, y: 9 }] }, 'strict');
    calls(ann, ben, 2);
    calls(twin, ben, 2);
    options({ pairFolding: { [pairKey(twin, ben)]: 'apart' } });
    expect(counts()).toEqual(['called 1', 'called 1', 'called 2']);
    town.judge(ann, 'same', twin);
    expect(view().lines.map(({ from, to, count }) => [from, to, count])).toEqual(Array.from({ length: 4 }, () => [ann, ben, 1]));
    expect(town.as('strict').chart(chart).lines.map((line) => line.count).sort((a, b) => a - b)).toEqual([1, 1, 2]);
  });

  test('a fold of links without direction goes apart whichever end was named first', () => {
    const [one, other] = [town.entity('person', { name: 'Ann' }), town.entity('person', { name: 'Ben' })];
    town.run('chart.addItems', { chart, items: [{ subject: one, x: 1, y: 1 }, { subject: other, x: 2, y: 2 }] });
    const made = [town.link('knows', one, other), town.link('knows', other, one)];
    options({ typeFolding: { knows: 'apart' } });
    expect(view().lines.map((line) => line.id).sort()).toEqual(made.sort());
  });

  test('limits hold for each pair and for a whole chart, small folds first', () => {
    expect([...apartAmong([{ key: 'a', pair: 'p', count: 50 }, { key: 'b', pair: 'p', count: 20 }, { key: 'c', pair: 'q', count: MOST_APART }, { key: 'd', pair: 'r', count: 100_000 }])]).toEqual(['b', 'c']);
    expect(apartAmong(Array.from({ length: 1000 }, (_, at) => ({ key: `k${at}`, pair: `p${at}`, count: 10 }))).size).toBe(300);
  });

  test('ten thousand calls between two phones are one line, soon', () => {
    town.import([], Array.from({ length: 10_000 }, () => ['called', ann, ben] as const));
    options({ folding: 'apart' });
    const started = performance.now();
    expect(counts()).toEqual(['called 10000']);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the commands behind', () => {
  const options1: ChartOptions = { folding: 'flow', lineTexts: ['count', 'dates'], typeFolding: { called: 'pair' } };

  test('options of a chart are set, taken back and set again, in one step each', () => {
    options(options1);
    expect(view().chart.options).toEqual(options1);
    options({ folding: 'pair' });
    town.store.undo(ACTOR);
    expect(view().chart.options).toEqual(options1);
    town.store.undo(ACTOR);
    expect(view().chart.options).toBeUndefined();
    town.store.redo(ACTOR);
    expect(view().chart.options).toEqual(options1);
    options({});
    expect('options' in view().chart).toBe(false);
    expect(() => town.run('chart.setOptions', { chart: ann, options: {} })).toThrow();
    expect(() => town.run('chart.setOptions', { chart, options: { folding: 'heap' } })).toThrow();
  });

  test('looks of items and lines are set member by member, taken away, taken back', () => {
    calls(ann, ben, 2);
    const fold = `called|${ann}|${ben}`;
    const style = (subject: string): ItemStyle | undefined => view().items.find((item) => item.subject === subject)?.style;
    const give = (subjects: string[], given: object): void => town.run('chart.styleItems', { chart, subjects, style: given });
    give([ann, fold], { colour: '#aa2200' });
    give([ann], { size: 2 });
    give([fold], { line: 'dotted', width: 4 });
    expect([style(ann), style(fold)]).toEqual([{ colour: '#aa2200', size: 2 }, { colour: '#aa2200', line: 'dotted', width: 4 }]);
    give([ann, fold], { colour: null });
    expect([style(ann), style(fold)]).toEqual([{ size: 2 }, { line: 'dotted', width: 4 }]);
    give([fold], { line: null, width: null });
    expect(view().items.some((item) => item.subject === fold)).toBe(false);
    for (let step = 0; step < 5; step += 1) town.store.undo(ACTOR);
    expect([style(ann), style(fold)]).toEqual([undefined, undefined]);
    for (let step = 0; step < 3; step += 1) town.store.redo(ACTOR);
    expect([style(ann), style(fold)]).toEqual([{ colour: '#aa2200', size: 2 }, { colour: '#aa2200', line: 'dotted', width: 4 }]);
  });

  test('the look of a fold holds for its links when they are drawn apart', () => {
    calls(ann, ben, 2);
    town.run('chart.styleItems', { chart, subjects: [`called|${ann}|${ben}`], style: { colour: '#aa2200' } });
    options({ folding: 'apart' });
    expect(view().items.find((item) => item.kind === 'link')?.style).toEqual({ colour: '#aa2200' });
    expect(view().lines.map((line) => `${line.type}|${line.from}|${line.to}`)).toEqual([`called|${ann}|${ben}`, `called|${ann}|${ben}`]);
  });
});

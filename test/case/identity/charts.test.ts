import { expect, it } from 'vitest';
import type { IdentityMode } from '../../../shared/model/identity';
import { ACTOR } from '../who';
import { Town } from './memory';

function pair() {
  const town = new Town();
  const [man, spelt, cem] = ['Bakraoui', 'El Bakraoui', 'Cem'].map((familyName) => town.entity('person', { familyName })) as [string, string, string];
  const links = { first: town.link('called', man, cem), second: town.link('called', spelt, cem), back: town.link('knows', cem, spelt), own: town.link('knows', man, cem) };
  return { town, man, spelt, cem, links };
}
const rows = (town: Town, chart: string): unknown[] => town.store.db.prepare('SELECT subject, x, y, pinned, hidden FROM chart_item WHERE chart = ? ORDER BY subject').all(chart);
const placesOf = (town: Town, chart: string, mode: IdentityMode): unknown => Object.fromEntries(town.as(mode).chart(chart).items.map((item) => [item.subject, [item.x, item.pinned]]));

it('moving and pinning what is shown changes the row that is shown, so that parting gives the other its place back exactly', () => {
  const { town, man, spelt, cem } = pair();
  const chart = town.chart('Alle', man, spelt, cem);
  const judgement = town.judge(man, 'same', spelt);
  town.run('chart.moveItems', { chart, items: [{ subject: man, x: 500, y: 5 }] });
  town.run('chart.pinItems', { chart, subjects: [man], pinned: true });
  expect(placesOf(town, chart, 'judged')).toEqual({ [man]: [500, true], [cem]: [20, false] });
  town.withdraw(judgement);
  expect(placesOf(town, chart, 'judged')).toEqual({ [man]: [500, true], [spelt]: [10, false], [cem]: [20, false] });
});

it('what is shown by the row of another is moved by it, and adds no second row', () => {
  const { town, man, spelt, cem } = pair();
  const chart = town.chart('Alle', spelt, cem);
  const before = rows(town, chart);
  const judgement = town.judge(man, 'same', spelt);
  town.run('chart.addItems', { chart, items: [{ subject: man, x: 900, y: 9 }] });
  expect(rows(town, chart)).toEqual(before);
  town.run('chart.moveItems', { chart, items: [{ subject: man, x: 77, y: 7 }] });
  expect(placesOf(town, chart, 'judged')).toEqual({ [man]: [77, false], [cem]: [10, false] });
  town.withdraw(judgement);
  expect(placesOf(town, chart, 'judged')).toEqual({ [spelt]: [77, false], [cem]: [10, false] });
  // By itself it may stand there after all.
  town.run('chart.addItems', { chart, items: [{ subject: man, x: 900, y: 9 }] });
  expect(placesOf(town, chart, 'judged')).toEqual({ [man]: [900, false], [spelt]: [77, false], [cem]: [10, false] });
});

it('whoever takes others for one changes what is drawn for them', () => {
  const { town, man, spelt, cem } = pair();
  const chart = town.chart('Alle', spelt, cem);
  const judgement = town.judge(man, 'unsure', spelt);
  town.run('chart.moveItems', { chart, items: [{ subject: man, x: 66, y: 6 }] }, 'lenient');
  expect(placesOf(town, chart, 'lenient')).toEqual({ [man]: [66, false], [cem]: [10, false] });
  // Strictly it does not stand there, so that it can be put there beside the other.
  town.run('chart.addItems', { chart, items: [{ subject: man, x: 1, y: 1 }] }, 'strict');
  expect(placesOf(town, chart, 'strict')).toEqual({ [man]: [1, false], [spelt]: [66, false], [cem]: [10, false] });
  expect(placesOf(town, chart, 'lenient')).toEqual({ [man]: [1, false], [cem]: [10, false] });
  town.withdraw(judgement);
  expect(placesOf(town, chart, 'lenient')).toEqual(placesOf(town, chart, 'strict'));
});

it('taking off what is shown takes all off that it stands for, under one step that undo brings back', () => {
  const { town, man, spelt, cem } = pair();
  const chart = town.chart('Alle', man, spelt, cem);
  const before = rows(town, chart);
  const judgement = town.judge(man, 'same', spelt);
  town.run('chart.removeItems', { chart, entities: [man, spelt], links: [] });
  expect(town.as('judged').chart(chart).entities.map((each) => each.id)).toEqual([cem]);
  expect(town.store.history().undo?.label).toMatchObject({ entities: 1 });
  expect(rows(town, chart)).toHaveLength(1);
  town.store.undo(ACTOR);
  expect(rows(town, chart)).toEqual(before);
  town.run('chart.removeItems', { chart, entities: [man], links: [] });
  expect(rows(town, chart)).toHaveLength(1);
  town.store.undo(ACTOR);
  town.run('chart.removeItems', { chart, entities: [man], links: [] }, 'strict');
  expect(town.as('judged').chart(chart).items.map((item) => [item.subject, item.x])).toEqual([[man, 10], [cem, 20]]);
  town.withdraw(judgement);
  expect(placesOf(town, chart, 'judged')).toEqual({ [spelt]: [10, false], [cem]: [20, false] });
});

it('a hidden line is hidden for what it stood for: together when hidden together, its own when hidden before', () => {
  const { town, man, spelt, cem, links } = pair();
  const chart = town.chart('Alle', man, spelt, cem);
  const shown = (mode: IdentityMode = 'judged'): string[] => town.as(mode).chart(chart).lines.map((line) => line.id).sort();
  const fold = (type: string, one: string, other: string): string => `${type}|${[one, other].sort().join('|')}`;
  town.run('chart.removeItems', { chart, entities: [], links: [`called|${spelt}|${cem}`] });
  const before = shown();
  expect(before).toEqual([links.first, links.back, links.own].sort());
  const judgement = town.judge(man, 'same', spelt);
  // The call of the other is still hidden; what was shown of the first still is.
  expect(shown()).toEqual([links.first, fold('knows', man, cem)].sort());
  expect(town.as('judged').chart(chart).items.filter((item) => item.kind === 'link').map((item) => item.subject)).toEqual([`called|${spelt}|${cem}`]);
  town.run('chart.removeItems', { chart, entities: [], links: [fold('knows', man, cem)] });
  expect(shown()).toEqual([links.first]);
  town.run('chart.showLinks', { chart, links: [`called|${man}|${cem}`] });
  expect(shown()).toEqual([`called|${man}|${cem}`]);
  town.withdraw(judgement);
  expect(shown()).toEqual([links.first, links.second].sort());
  town.judge(man, 'same', spelt);
  town.run('chart.showLinks', { chart, links: [fold('knows', man, cem)] });
  expect(shown('strict')).toEqual([links.first, links.second, links.back, links.own].sort());
});

it('a line keeps the look that it had before its ends were joined', () => {
  const { town, man, spelt, cem } = pair();
  const chart = town.chart('Alle', man, spelt, cem);
  town.store.db.prepare(`INSERT INTO chart_item (chart, subject, kind, x, y, pinned, hidden, style) VALUES (?, ?, 'link', 0, 0, 0, 0, '{"width":3}')`).run(chart, `called|${spelt}|${cem}`);
  expect(town.as('judged').chart(chart).items.find((item) => item.kind === 'link')?.subject).toBe(`called|${spelt}|${cem}`);
  town.judge(man, 'same', spelt);
  expect(town.as('judged').chart(chart).items.find((item) => item.kind === 'link')).toMatchObject({ subject: `called|${man}|${cem}`, style: { width: 3 } });
});

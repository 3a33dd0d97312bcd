import { beforeEach, describe, expect, test } from 'vitest';
import { identityOf } from '../../../electron/case/db/identity';
import { lineMembers } from '../../../electron/case/queries/lineMembers';
import { Town } from '../identity/memory';

let town: Town;
let ann: string;
let ben: string;
let chart: string;

const asked = (lines: string[], more: { order?: 'newest' | 'oldest'; limit?: number; offset?: number; chart?: string } = {}) =>
  lineMembers(town.store.db, town.store.catalogue, identityOf(town.store.db, 'judged'), { lines, order: 'newest', limit: 100, offset: 0, ...more });

beforeEach(() => {
  town = new Town();
  ann = town.entity('person', { name: 'Ann' });
  ben = town.entity('person', { name: 'Ben' });
  chart = town.chart('Kaart', ann, ben);
});

describe('the members of lines', () => {
  test('of several types and both ways, by date, with what they add up to each way', () => {
    const first = town.link('paid', ann, ben, { date: '2026-01-05', amount: '100.00 EUR' });
    const last = town.link('paid', ann, ben, { date: '2026-03-05', amount: '50.50 EUR' });
    const back = town.link('paid', ben, ann, { date: '2026-02-05', amount: '20.00 USD' });
    const other = town.link('knows', ben, ann);
    const lines = [`paid|${ann}|${ben}`, back, `knows|${ann}|${ben}`];
    const found = asked(lines);
    expect(found.links.map((link) => link.id)).toEqual([last, back, first, other]);
    expect(asked(lines, { order: 'oldest' }).links.map((link) => link.id)).toEqual([first, back, last, other]);
    expect(found.total).toBe(4);
    expect(found.sums).toEqual(expect.arrayContaining([
      { type: 'paid', from: ann, to: ben, count: 2, totals: ['150.50 EUR'], start: '2026-01-05', end: '2026-03-05' },
      { type: 'paid', from: ben, to: ann, count: 1, totals: ['20.00 USD'], start: '2026-02-05', end: '2026-02-05' },
      { type: 'knows', from: ann, to: ben, count: 1, totals: [], start: null, end: null },
    ]));
  });

  test('a page at a time, without what the chart hides', () => {
    const ids = Array.from({ length: 7 }, (_, at) => town.link('called', ann, ben, { date: `2026-01-0${at + 1}` }));
    town.run('chart.removeItems', { chart, entities: [], links: [ids[0]!] });
    const page = asked([`called|${ann}|${ben}`], { chart, limit: 4, offset: 4 });
    expect([page.links.map((link) => link.id), page.total]).toEqual([[ids[2], ids[1]], 6]);
    expect(asked([`called|${ann}|${ben}`]).total).toBe(7);
  });

  test('of all that are taken for one, under the ends that are shown', () => {
    const twin = town.entity('person', { name: 'Anna' });
    town.link('paid', ann, ben, { date: '2026-01-05', amount: '100.00 EUR' });
    town.link('paid', twin, ben, { date: '2026-01-06', amount: '1.00 EUR' });
    town.judge(ann, 'same', twin);
    const found = asked([`paid|${ann}|${ben}`]);
    expect(found.links.map((link) => link.from)).toEqual([ann, ann]);
    expect(found.sums).toEqual([{ type: 'paid', from: ann, to: ben, count: 2, totals: ['101.00 EUR'], start: '2026-01-05', end: '2026-01-06' }]);
  });
});

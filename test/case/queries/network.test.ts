import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../electron/case/db/identity';
import { browse, caseInfo, charts, chartView, entities, expand, linksOf, neighbours, subjectView } from '../../../electron/case/queries';
import { Failure } from '../../../shared/contract/failure';
import { catalogue, idOf, Network } from './network';

const e = (n: number): string => idOf(2, n);
const l = (n: number): string => idOf(3, n);

/** a knows b (said from both sides), a called b three times, a paid b twice and c once, c owns d, x is gone. */
function small(): { network: Network; a: number; b: number; c: number; d: number; x: number } {
  const network = new Network();
  network.source('calls.csv');
  network.journal('do');
  const [a, b, c] = ['Anna', 'Bart', 'Cem'].map((caption) => network.entity({ type: 'person', caption, says: [{ name: [caption] }] })) as [number, number, number];
  const d = network.entity({ type: 'vehicle', caption: '1ABC234' });
  const x = network.entity({ type: 'person', caption: 'Xavier', retracted: true });
  network.link('knows', b, a, { strength: 'tentative', grading: 'C3', handling: 'H0' });
  network.link('knows', a, b, { strength: 'confirmed', grading: 'A1', handling: 'H2' });
  network.link('called', a, b, { start: '2026-01-02T10:00' });
  network.link('called', a, b, { start: '2026-03-01T09:00' });
  network.link('called', a, b, { start: '2026-02-01T11:00' });
  network.link('called', b, a, { start: '2026-05-01T11:00' });
  network.link('paid', a, b, { amount: '100000000000000000.10 EUR', start: '2026-01-05' });
  network.link('paid', a, b, { amount: '0.25 EUR', start: '2026-01-06' });
  network.link('paid', a, c, { amount: '5.00 USD', start: '~2026-01' });
  network.link('paid', a, c, { amount: '5.00 EUR' });
  network.link('owns', c, d, { start: '2020', end: '2021' });
  network.link('owns', c, d, { start: '~2019' });
  network.link('knows', a, x);
  network.link('called', a, c, { retracted: true });
  return { network, a, b, c, d, x };
}

describe('a chart', () => {
  const { network, a, b, c, d, x } = small();

  it('folds links by type, from and to, and both directions where there is none', () => {
    const view = chartView(network.db, catalogue, STRICT, { id: network.chart(1, [a, b, c, d, x]) });
    expect(view.seq).toBe(1);
    expect(view.items.map((item) => item.subject)).toEqual([a, b, c, d].map(e));
    expect(view.entities.map((entity) => entity.caption)).toEqual(['Anna', 'Bart', 'Cem', '1ABC234']);
    expect(view.lines).toEqual([
      { id: `called|${e(a)}|${e(b)}`, type: 'called', from: e(a), to: e(b), count: 3, start: '2026-01-02T10:00', end: '2026-03-01T09:00', amount: null, strength: 'tentative', grading: '', handling: '' },
      { id: l(6), type: 'called', from: e(b), to: e(a), count: 1, start: '2026-05-01T11:00', end: null, amount: null, strength: 'tentative', grading: '', handling: '' },
      { id: `knows|${e(a)}|${e(b)}`, type: 'knows', from: e(a), to: e(b), count: 2, start: null, end: null, amount: null, strength: 'confirmed', grading: 'A1', handling: 'H2' },
      { id: `owns|${e(c)}|${e(d)}`, type: 'owns', from: e(c), to: e(d), count: 2, start: '~2019', end: null, amount: null, strength: 'tentative', grading: '', handling: '' },
      { id: `paid|${e(a)}|${e(b)}`, type: 'paid', from: e(a), to: e(b), count: 2, start: '2026-01-05', end: '2026-01-06', amount: '100000000000000000.35 EUR', strength: 'tentative', grading: '', handling: '' },
      { id: `paid|${e(a)}|${e(c)}`, type: 'paid', from: e(a), to: e(c), count: 2, start: '~2026-01', end: '~2026-01', amount: null, strength: 'tentative', grading: '', handling: '' },
    ]);
  });

  it('leaves out lines to what is not on it, and what is hidden by link or by fold', () => {
    const view = chartView(network.db, catalogue, STRICT, { id: network.chart(2, [a, b], [l(3), `paid|${e(a)}|${e(b)}`, l(2)]) });
    expect(view.lines.map((line) => [line.id, line.count])).toEqual([[`called|${e(a)}|${e(b)}`, 2], [l(6), 1], [l(1), 1]]);
    expect(view.lines[2]).toMatchObject({ from: e(a), to: e(b), grading: 'C3', handling: 'H0' });
    expect(view.items.filter((item) => item.hidden)).toHaveLength(3);
  });

  it('is listed with its number of live entities, and refused when unknown', () => {
    expect(charts(network.db)).toEqual([{ id: idOf(5, 1), name: 'Chart 1', position: 1, items: 4 }, { id: idOf(5, 2), name: 'Chart 2', position: 2, items: 2 }]);
    expect(() => chartView(network.db, catalogue, STRICT, { id: e(1) })).toThrow(new Failure('chartNotFound'));
  });
});

describe('the neighbourhood', () => {
  const { network, a, b, c, d } = small();
  const chart = network.chart(1, [a, b]);

  it('is counted by link type, direction and type of entity', () => {
    expect(neighbours(network.db, catalogue, STRICT, { ids: [e(a)], chart })).toEqual([
      { linkType: 'paid', direction: 'out', entityType: 'person', entities: 2, links: 4, onChart: 1 },
      { linkType: 'called', direction: 'in', entityType: 'person', entities: 1, links: 1, onChart: 1 },
      { linkType: 'called', direction: 'out', entityType: 'person', entities: 1, links: 3, onChart: 1 },
      { linkType: 'knows', direction: 'both', entityType: 'person', entities: 1, links: 2, onChart: 1 },
    ]);
    expect(neighbours(network.db, catalogue, STRICT, { ids: [e(a), e(b)] })).toEqual([{ linkType: 'paid', direction: 'out', entityType: 'person', entities: 1, links: 2, onChart: 0 }]);
  });

  it('brings what is not on the chart, the best connected first', () => {
    const all = expand(network.db, catalogue, STRICT, { ids: [e(a)], limit: 500 });
    expect(all.entities.map((entity) => entity.id)).toEqual([e(b), e(c)]);
    expect(all.lines).toEqual(expect.arrayContaining([{ from: e(a), to: e(b) }, { from: e(a), to: e(c) }]));
    expect(all.lines).toHaveLength(2);
    expect(expand(network.db, catalogue, STRICT, { ids: [e(a)], limit: 1 })).toMatchObject({ entities: [{ id: e(b) }], lines: [{ from: e(a), to: e(b) }], more: 1 });
    expect(expand(network.db, catalogue, STRICT, { ids: [e(a)], chart, limit: 500 })).toMatchObject({ entities: [{ id: e(c) }], more: 0 });
  });

  it('brings only what was chosen', () => {
    const only = (linkType: string, direction: 'out' | 'in' | 'both', entityType: string, id = e(a)) => expand(network.db, catalogue, STRICT, { ids: [id], limit: 9, only: [{ linkType, direction, entityType }] });
    expect(only('called', 'in', 'person')).toMatchObject({ entities: [{ id: e(b) }], lines: [{ from: e(a), to: e(b) }] });
    expect(only('knows', 'both', 'person').entities).toHaveLength(1);
    expect(only('knows', 'out', 'person').entities).toHaveLength(0);
    expect(only('owns', 'out', 'vehicle', e(c)).entities.map((entity) => entity.id)).toEqual([e(d)]);
    expect(expand(network.db, catalogue, STRICT, { ids: [e(a)], limit: 9, only: [] }).entities).toEqual([]);
  });
});

describe('links', () => {
  const { network, a, b, c, x } = small();
  const ask = (args: { fold?: string; entity?: string; type?: string; limit?: number; offset?: number }) => linksOf(network.db, catalogue, STRICT, { limit: 500, offset: 0, ...args });

  it('of a line come newest first', () => {
    expect(ask({ fold: `called|${e(a)}|${e(b)}` })).toMatchObject({ total: 3, links: [{ id: l(4), fromCaption: 'Anna', toCaption: 'Bart' }, { id: l(5) }, { id: l(3) }] });
    expect(ask({ fold: `called|${e(a)}|${e(b)}`, limit: 1, offset: 1 })).toMatchObject({ total: 3, links: [{ id: l(5) }] });
    expect(ask({ fold: `knows|${e(a)}|${e(b)}` }).links.map((link) => link.id).sort()).toEqual([l(1), l(2)]);
    expect(ask({ fold: l(3) }).links.map((link) => link.id)).toEqual([l(3)]);
    expect(ask({ fold: `knows|${e(a)}|${e(x)}` })).toEqual({ links: [], total: 0 });
  });

  it('of an entity come by type', () => {
    expect(ask({ entity: e(c) }).total).toBe(4);
    expect(ask({ entity: e(c), type: 'paid' }).links.map((link) => link.id)).toEqual([l(9), l(10)]);
    expect(() => ask({})).toThrow(new Failure('invalidArguments'));
  });
});

describe('a subject', () => {
  const network = new Network();
  for (let seq = 1; seq <= 4; seq += 1) network.journal('do');
  const police = network.source('police.xlsx', { seq: 1 });
  const phones = network.source('phones.csv', { seq: 2 });
  const anna = network.entity({ type: 'person', caption: 'Anna' });
  const bart = network.entity({ type: 'person', caption: 'Bart' });
  network.link('owns', anna, bart);
  network.statement('entity', anna, phones, { name: ['Anna'] }, { seq: 2, row: 7, grading: { scheme: 'four', codes: { source: 'B', information: '2' } } });
  network.statement('entity', anna, police, { alias: ['Anke'] }, { seq: 3 });
  network.statement('entity', anna, phones, { note: ['later'] }, { seq: 4 });
  network.statement('link', 1, police, {}, { seq: 3 });

  it('shows who said what, newest first, under stable numbers', () => {
    const view = subjectView(network.db, catalogue, STRICT, { id: e(anna) });
    expect(view.sources).toEqual([
      { number: 1, id: idOf(1, phones), title: 'phones.csv', supplier: 'Customs', kind: 'file', statements: 2 },
      { number: 2, id: idOf(1, police), title: 'police.xlsx', supplier: 'Customs', kind: 'file', statements: 1 },
    ]);
    expect(view.statements.map((statement) => [statement.seq, statement.sourceNumber, statement.gradingText])).toEqual([[4, 1, ''], [3, 2, ''], [2, 1, 'B2']]);
    expect(view.statements[2]).toMatchObject({ locator: { row: 7 }, handling: [{ scheme: 'h', code: 'H1' }], actor: 'K. Peeters', at: '2026-01-01T00:00:02Z', values: { name: [{ v: 'Anna' }] }, sourceTitle: 'phones.csv', basis: 'fact' });
    expect(view).toMatchObject({ kind: 'entity', caption: 'Anna', ends: null, more: false, linkCounts: [{ type: 'owns', direction: 'out', otherType: 'person', count: 1, entities: 1 }] });
  });

  it('is a link with its ends as well', () => {
    expect(subjectView(network.db, catalogue, STRICT, { id: l(1) })).toMatchObject({ kind: 'link', caption: 'Anna → Bart', entity: null, ends: { from: { caption: 'Anna' }, to: { caption: 'Bart' } }, statements: [{ sourceNumber: 1 }] });
    expect(() => subjectView(network.db, catalogue, STRICT, { id: e(99) })).toThrow(new Failure('subjectNotFound'));
  });

  it('lists no more than two thousand statements', () => {
    for (let n = 0; n < 2000; n += 1) network.statement('entity', bart, police, { note: [`${n}`] });
    expect(subjectView(network.db, catalogue, STRICT, { id: e(bart) })).toMatchObject({ more: false, sources: [{ statements: 2000 }] });
    network.statement('entity', bart, police, { note: ['one more'] });
    const view = subjectView(network.db, catalogue, STRICT, { id: e(bart) });
    expect(view).toMatchObject({ more: true, sources: [{ statements: 2001 }] });
    expect(view.statements).toHaveLength(2000);
  });
});

describe('lists', () => {
  const { network, a, c, d } = small();

  it('keep the order asked for and leave out what is gone', () => {
    expect(entities(network.db, catalogue, STRICT, { ids: [e(d), e(5), e(99), e(a)] }).map((entity) => entity.id)).toEqual([e(d), e(a)]);
    expect(caseInfo(network.db)).toEqual({ entities: 4, links: 13, statements: 3, sources: 1 });
  });

  it('page through all entities', () => {
    const page = (args: Partial<Parameters<typeof browse>[3]>) => browse(network.db, catalogue, STRICT, { order: 'links', limit: 200, offset: 0, ...args });
    expect(page({})).toMatchObject({ total: 4, byType: { person: 3, vehicle: 1 }, entities: [{ caption: 'Anna' }, { caption: 'Bart' }, { caption: 'Cem' }, { caption: '1ABC234' }] });
    expect(page({ order: 'caption', limit: 1, offset: 1 }).entities.map((entity) => entity.caption)).toEqual(['Anna']);
    expect(page({ order: 'recent', limit: 1 }).entities.map((entity) => entity.id)).toEqual([e(d)]);
    expect(page({ types: ['vehicle', 'constructor'] })).toMatchObject({ total: 1, byType: { person: 3, vehicle: 1 }, entities: [{ id: e(d) }] });
    expect(page({ source: idOf(1, 1) })).toMatchObject({ total: 3, byType: { person: 3 } });
    expect(page({ source: idOf(1, 1), types: ['person'], order: 'caption' }).entities.at(-1)?.id).toBe(e(c));
  });
});

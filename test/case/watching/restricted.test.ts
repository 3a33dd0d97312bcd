import { expect, test } from 'vitest';
import { journalEntries } from '../../../electron/case/queries/journalEntries';
import type { Handling } from '../../../shared/model/evaluation';
import { newCase } from '../place';
import { buildThread, until } from '../matching/running';
import { ACTOR } from '../who';
import { deskOf, fileOf, link, load, make, type Desk } from './desk';

buildThread();

const CUSTOMS = { ...ACTOR, name: 'A. Tips', service: 'Douane' };
const H2: Handling[] = [{ scheme: 'europolHandling', code: 'H2' }];
const LIST = 'Naam;Geboortedatum;Telefoon\nYoussef El Bakkali;12/03/1984;\nOmar Zeghdoudi;;0470 55 01 27\n';

/** All that the panel, the inspector, the events and the journal are told. */
async function everything(desk: Desk, ids: readonly string[]): Promise<string> {
  const answers = await Promise.all([
    desk.ask['case.watchLists']({}), desk.ask['case.watchHits']({ state: 'open', limit: 500, offset: 0 }), desk.ask['case.watchHits']({ state: 'judged', limit: 500, offset: 0 }),
    desk.ask['case.watchHits']({ state: 'open', entities: [...ids], limit: 500, offset: 0 }), desk.ask['case.watchHits']({ state: 'judged', entities: [...ids], limit: 500, offset: 0 }),
  ]);
  const commands = ['watchHit.judge', 'watchList.put'];
  return JSON.stringify([answers, desk.running.told, journalEntries(desk.store.db, desk.store.catalogue, { limit: 200 }).filter(({ command }) => commands.includes(command))]);
}

test('a hit that rests only on what may not be used without leave says that there is one, under which code and whom to ask, and nothing else', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  await load(desk, fileOf('lijst.csv', LIST));
  const person = make(store, 'person', { name: [{ v: 'Jusuf Elbakali' }], birthDate: [{ v: '1984-03-12' }] }, H2, CUSTOMS);
  const phone = make(store, 'phone', { number: [{ v: '+32470550127' }] }, H2, CUSTOMS);
  await desk.settled();
  const { hits, total } = await desk.ask['case.watchHits']({ state: 'open', limit: 100, offset: 0 });
  expect(total).toBe(2);
  expect(hits).toMatchObject([0, 1].map(() => ({ restricted: true, list: { name: 'Te volgen' }, codes: [{ scheme: 'europolHandling', code: 'H2' }], originators: ['Douane'], judged: null })));
  expect((await desk.ask['case.watchLists']({})).open).toBe(2);
  await until(() => desk.running.told.at(-1)?.hits === 2);
  const WITHHELD = new RegExp([person, phone, 'Elbakali', 'Bakkali', 'Jusuf', 'Youssef', '1984', '0470550127', '470 55', 'Zeghdoudi'].join('|'), 'i');
  expect(await everything(desk, [person, phone])).not.toMatch(WITHHELD);
  // It can be judged all the same: its originator was asked.
  const [hit] = hits;
  await desk.ask['case.judgeHits']({ hits: [hit?.id ?? ''], verdict: 'match', reason: 'Navraag gedaan' });
  const judged = await desk.ask['case.watchHits']({ state: 'judged', limit: 100, offset: 0 });
  expect(judged.hits).toMatchObject([{ restricted: true, judged: { verdict: 'match', reason: 'Navraag gedaan' } }]);
  expect((await desk.ask['case.watchHits']({ state: 'open', limit: 100, offset: 0 })).total).toBe(1);
  expect(await everything(desk, [person, phone])).not.toMatch(WITHHELD);
});

test('what else is said openly makes it an open hit, explained without what may not be used', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  await load(desk, fileOf('lijst.csv', LIST));
  const person = make(store, 'person', { name: [{ v: 'Yousef el Bakali' }] });
  store.execute({ command: 'statement.add', args: { id: crypto.randomUUID(), subject: person, subjectKind: 'entity', values: { birthDate: [{ v: '1984-03-12' }] }, grading: null, handling: H2, basis: 'fact' } }, CUSTOMS);
  await desk.settled();
  const { hits } = await desk.ask['case.watchHits']({ state: 'open', limit: 100, offset: 0 });
  expect(hits).toMatchObject([{ restricted: false, entity: { id: person } }]);
  const [hit] = hits;
  expect(hit?.restricted === false ? hit.evidence.map(({ kind }) => kind) : []).not.toContain('birth');
});

test('a phone that is only linked by what may not be used tells nothing of who uses it', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  await load(desk, fileOf('lijst.csv', LIST));
  const phone = make(store, 'phone', { number: [{ v: '+32470550127' }] });
  const user = make(store, 'person', { name: [{ v: 'O. Zegdudi' }] });
  await desk.settled();
  const before = await desk.ask['case.watchHits']({ state: 'open', limit: 100, offset: 0 });
  link(store, 'uses', user, phone, H2, CUSTOMS);
  await desk.settled();
  const { hits } = await desk.ask['case.watchHits']({ state: 'open', limit: 100, offset: 0 });
  const evidence = hits.flatMap((hit) => (hit.restricted || hit.entity.id !== user ? [] : hit.evidence));
  expect(evidence.filter(({ kind }) => kind === 'shared')).toEqual([]);
  expect(hits.length).toBeGreaterThanOrEqual(before.total);
  expect(hits.some((hit) => !hit.restricted && hit.entity.id === phone)).toBe(true);
});

test('what our own service supplied under a code we may use ourselves', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  await load(desk, fileOf('lijst.csv', LIST));
  const phone = make(store, 'phone', { number: [{ v: '+32470550127' }] }, H2);
  await desk.settled();
  expect((await desk.ask['case.watchHits']({ state: 'open', limit: 100, offset: 0 })).hits).toMatchObject([{ restricted: false, entity: { id: phone } }]);
});

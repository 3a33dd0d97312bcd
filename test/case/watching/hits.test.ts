import { expect, test } from 'vitest';
import type { WatchHitView } from '../../../shared/contract/watching';
import { erase } from '../../../electron/case/erasure/erase';
import { newCase } from '../place';
import { buildThread, until } from '../matching/running';
import { ACTOR } from '../who';
import { deskOf, fileOf, link, load, make, type Desk } from './desk';

buildThread();

const LIST = `Naam;Alias;Geboortedatum;Telefoon;Nummerplaat;Container;IBAN;Reden
Youssef El Bakkali;"Joe; Jozef Bakali";12/03/1984;0470 55 01 27;;;;Gezocht
;;;;1-ABC-234;;;Gestolen
;;;;;MSKU 123456-5;;Controle
;;;;;;BE68 5390 0754 7034;Witwas
Pieter Vandevelde;;01/02/1970;;;;;Signalement
`;

type Shown = Extract<WatchHitView, { restricted: false }>;
const hitsOf = (desk: Desk, state: 'open' | 'judged' = 'open'): readonly WatchHitView[] => (desk.ask['case.watchHits']({ state, limit: 500, offset: 0 }) as { hits: WatchHitView[] }).hits;
const shown = (desk: Desk, state: 'open' | 'judged' = 'open'): readonly Shown[] => hitsOf(desk, state).filter((hit): hit is Shown => !hit.restricted);
const told = (hit: Shown | undefined): string[] => (hit?.evidence ?? []).map((each) => `${each.effect}${each.kind}.${each.finding}`);

test('finds what is on a list: by name in another spelling, phone in another notation, plate, container and account', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  const file = fileOf('lijst.csv', LIST);
  const person = make(store, 'person', { name: [{ v: 'Jusuf Elbakali' }], birthDate: [{ v: '1984-03-12' }] });
  await load(desk, file);
  // After the list as before it.
  const phone = make(store, 'phone', { number: [{ v: '+32470550127', raw: '0032470550127' }] });
  const car = make(store, 'vehicle', { plate: [{ v: '1ABC234' }] });
  const box = make(store, 'container', { number: [{ v: 'MSKU1234565' }] });
  const account = make(store, 'bankAccount', { iban: [{ v: 'BE68539007547034' }] });
  make(store, 'person', { name: [{ v: 'Greta Willems' }], birthDate: [{ v: '1991-07-01' }] });
  await desk.settled();
  const hits = shown(desk);
  expect(desk.running.faults).toEqual([]);
  expect(new Map(hits.map(({ entity, entry }) => [entity.id, entry.row]))).toEqual(new Map([[person, 2], [phone, 2], [car, 3], [box, 4], [account, 5]]));
  expect(told(hits[0])).toEqual(expect.arrayContaining(['+birth.same']));
  expect(hits[0]?.entity.id).toBe(person);
  expect(told(hits.find(({ entity }) => entity.id === phone))).toEqual(['+shared.same']);
  // What bears the very number is surely meant.
  expect(hits.filter(({ entity }) => entity.id !== person).every(({ score }) => score > 0.99)).toBe(true);
  expect(hits[0]).toMatchObject({ list: { name: 'Te volgen', owner: 'Douane', instruction: 'Bel de wachtdienst.', scope: 'case' }, judged: null, again: false, entry: { note: 'Reden: Gezocht' } });
  const { lists, open } = await desk.ask['case.watchLists']({});
  expect(open).toBe(5);
  expect(lists).toMatchObject([{ name: 'Te volgen', entries: 5, expired: false, hits: { open: 5, match: 0 } }]);
  await until(() => desk.running.told.at(-1)?.hits === 5);
});

test('a person who uses a number of the list under a name that is near is found by both', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  await load(desk, fileOf('lijst.csv', LIST));
  const near = make(store, 'person', { name: [{ v: 'J. Bakkali' }] });
  const other = make(store, 'person', { name: [{ v: 'Marie Claes' }] });
  const phone = make(store, 'phone', { number: [{ v: '+32470550127' }] });
  link(store, 'uses', near, phone);
  link(store, 'uses', other, phone);
  await desk.settled();
  const hits = shown(desk);
  expect(hits.map(({ entity }) => entity.id)).toContain(near);
  expect(hits.map(({ entity }) => entity.id)).toContain(phone);
  // Somebody of another name who uses it comes after, if at all, and what speaks against is said.
  for (const hit of hits.filter(({ entity }) => entity.id === other)) {
    expect(hit.score).toBeLessThan(0.7);
    expect(told(hit)).toContain('-name.other');
  }
  expect(told(hits.find(({ entity }) => entity.id === near))).toContain('+shared.same');
});

test('a hit is judged once, and asked again only when something new speaks for it', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  await load(desk, fileOf('lijst.csv', LIST));
  const person = make(store, 'person', { name: [{ v: 'Piet Van de Velde' }] });
  await desk.settled();
  const [hit] = shown(desk);
  expect(hit?.entity.id).toBe(person);
  await desk.ask['case.judgeHits']({ hits: [hit?.id ?? ''], verdict: 'noMatch', reason: 'Andere woonplaats' });
  await desk.settled();
  expect(hitsOf(desk)).toEqual([]);
  expect(hitsOf(desk, 'judged')).toMatchObject([{ judged: { verdict: 'noMatch', reason: 'Andere woonplaats', by: ACTOR.name }, again: false }]);
  // What has nothing to do with the list, or speaks against, asks nothing.
  store.execute({ command: 'statement.add', args: { id: crypto.randomUUID(), subject: person, subjectKind: 'entity', values: { occupation: [{ v: 'Schipper' }] }, grading: null, handling: [], basis: 'fact' } }, ACTOR);
  desk.running.matcher.again();
  await desk.settled();
  expect(hitsOf(desk)).toEqual([]);
  store.execute({ command: 'statement.add', args: { id: crypto.randomUUID(), subject: person, subjectKind: 'entity', values: { birthDate: [{ v: '1970-02-01' }] }, grading: null, handling: [], basis: 'fact' } }, ACTOR);
  await desk.settled();
  expect(hitsOf(desk)).toMatchObject([{ again: true, judged: { verdict: 'noMatch' } }]);
  expect(told(shown(desk)[0])).toContain('+birth.same');
  await desk.ask['case.judgeHits']({ hits: [hit?.id ?? ''], verdict: 'match', reason: 'Zelfde geboortedatum' });
  expect(hitsOf(desk)).toEqual([]);
  expect((await desk.ask['case.watchLists']({})).lists[0]?.hits).toEqual({ open: 0, match: 1, noMatch: 0, unsure: 0 });
  // Taking the verdict back asks again.
  store.undo(ACTOR);
  expect(hitsOf(desk)).toHaveLength(1);
});

test('a newer version of a list keeps what was judged of rows that stayed the same, wherever they stand now', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  const { id } = await load(desk, fileOf('lijst.csv', LIST));
  make(store, 'vehicle', { plate: [{ v: '1ABC234' }] });
  make(store, 'container', { number: [{ v: 'MSKU1234565' }] });
  await desk.settled();
  expect(hitsOf(desk)).toHaveLength(2);
  await desk.ask['case.judgeHits']({ hits: hitsOf(desk).map((hit) => hit.id), verdict: 'noMatch', reason: 'Vals alarm' });
  const [head = '', ...rows] = LIST.trim().split('\n');
  // The plate moved down, the container's row says something else now, one is gone, one is new.
  const newer = fileOf('lijst2.csv', [head, 'Nieuw Iemand;;03/04/1990;;;;;Gezocht', rows[0], rows[1], rows[3], (rows[2] ?? '').replace('Controle', 'Cocaïne')].join('\n'));
  const again = await load(desk, newer, { replaces: id });
  expect(again).toMatchObject({ id, entries: 5, added: 2, gone: 2 });
  await desk.settled();
  expect(shown(desk).map(({ entry }) => [entry.row, entry.note])).toEqual([[6, 'Reden: Cocaïne']]);
  expect(shown(desk, 'judged').map(({ entry }) => entry.row)).toEqual([4]);
});

test('loading a list is one step: undoing it takes its hits along, and redoing brings them back as they were judged', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  make(store, 'vehicle', { plate: [{ v: '1ABC234' }] });
  await load(desk, fileOf('lijst.csv', LIST));
  await desk.settled();
  expect(hitsOf(desk)).toHaveLength(1);
  store.undo(ACTOR);
  expect(hitsOf(desk)).toEqual([]);
  expect((await desk.ask['case.watchLists']({})).lists).toEqual([]);
  await desk.settled();
  store.redo(ACTOR);
  await desk.settled();
  expect(hitsOf(desk)).toHaveLength(1);
  await desk.ask['case.removeWatchList']({ id: (await desk.ask['case.watchLists']({})).lists[0]?.id ?? '' });
  await desk.settled();
  expect(hitsOf(desk)).toEqual([]);
  expect(store.db.prepare('SELECT count(*) FROM watch_hit').pluck().get()).toBe(0);
});

test('nothing is held against a list whose day is past, and its hits are not shown', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  make(store, 'vehicle', { plate: [{ v: '1ABC234' }] });
  const { id } = await load(desk, fileOf('lijst.csv', LIST), { expires: '2020-01-01' });
  await desk.settled();
  expect(hitsOf(desk)).toEqual([]);
  expect((await desk.ask['case.watchLists']({})).lists).toMatchObject([{ expired: true, hits: { open: 0 } }]);
  await desk.ask['case.describeWatchList']({ id, name: 'Te volgen', owner: '', instruction: '', expires: '2999-12-31' });
  await desk.settled();
  expect(hitsOf(desk)).toHaveLength(1);
});

test('what goes takes its hits along', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  await load(desk, fileOf('lijst.csv', LIST));
  const car = make(store, 'vehicle', { plate: [{ v: '1ABC234' }] });
  const phone = make(store, 'phone', { number: [{ v: '+32470550127' }] });
  await desk.settled();
  expect(hitsOf(desk)).toHaveLength(2);
  store.execute({ command: 'subject.delete', args: { entities: [car, phone], links: [] } }, ACTOR);
  expect(hitsOf(desk)).toEqual([]);
  await desk.settled();
  expect(store.db.prepare('SELECT count(*) FROM watch_hit').pluck().get()).toBe(0);
});

test('erasing somebody takes along what was decided of hits on them', async () => {
  const { store } = await newCase();
  const desk = deskOf(store);
  await load(desk, fileOf('lijst.csv', LIST));
  const car = make(store, 'vehicle', { plate: [{ v: '1ABC234' }] });
  const box = make(store, 'container', { number: [{ v: 'MSKU1234565' }] });
  await desk.settled();
  await desk.ask['case.judgeHits']({ hits: hitsOf(desk).map(({ id }) => id), verdict: 'noMatch', reason: 'Wagen van een getuige' });
  await erase(store, { target: { kind: 'subjects', entities: [car], links: [] }, reason: 'bevel', basis: 'wet', backups: true, documents: true }, ACTOR, () => undefined);
  const kept = store.db.prepare<[], string>("SELECT content FROM watch_verdict UNION ALL SELECT coalesce(content, '') || coalesce(remainder, '') FROM patch").pluck().all().join(' ');
  expect(kept).not.toContain(`"entity":"${car}"`);
  expect(kept).toContain(`"entity":"${box}"`);
  await desk.settled();
  expect(shown(desk, 'judged').map(({ entity }) => entity.id)).toEqual([box]);
});

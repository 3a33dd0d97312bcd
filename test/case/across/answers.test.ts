import { v7 as newId } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { acrossHandlers } from '../../../electron/case/answers/across';
import { Consultations } from '../../../electron/case/consultations';
import { identityOf } from '../../../electron/case/db/identity';
import type { Served } from '../../../electron/case/handlers';
import { isReadOnly } from '../../../electron/case/readOnly';
import { acrossRequests } from '../../../shared/contract/across';
import { dutyOf } from '../../../shared/model/duty';
import { ACTOR, temporaryFolder } from '../place';
import { Desk, newKeys } from './workstation';

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function two(): Promise<readonly [Desk, Desk]> {
  const [folder, keys] = [temporaryFolder(), newKeys()];
  const made = [await Desk.make(folder, 'Alfa', keys), await Desk.make(folder, 'Bravo', keys)] as const;
  desks.push(...made);
  return made;
}

/** What the page asks of a case. */
function answers({ open, known, across }: Desk, consultations = new Consultations(open.store)): ReturnType<typeof acrossHandlers> {
  const { store } = open;
  const viewing = { reading: { db: store.db, catalogue: store.catalogue, get identity() { return identityOf(store.db, 'judged'); } } };
  return acrossHandlers({ open, person: { actor: ACTOR, language: 'nl' }, consultations, known, across, viewing } as unknown as Served);
}

const noted = ({ open }: Desk): string[] => open.store.db.prepare<[], string>("SELECT command || ' ' || coalesce(label ->> '$.subject', '') FROM journal WHERE kind = 'note' AND command LIKE '%Elsewhere' ORDER BY seq").pluck().all();

test('who asks is journalled as a consultation, once per entity and session', async () => {
  const [a, b] = await two();
  const phone = a.add('phone', { number: '+32470550127' });
  const quiet = a.add('phone', { number: '+32470550999' });
  b.add('phone', { number: '+32470550127' });
  await Promise.all([a.known.settled(), b.known.settled()]);
  const ask = answers(a);
  const of = async (ids?: string[]) => acrossRequests['case.knownElsewhere'].result.parse(await ask['case.knownElsewhere']({ job: 'x', ids, limit: 200, offset: 0 }));
  expect((await of([phone])).entities).toMatchObject([{ entity: { id: phone, caption: '+32 470 55 01 27' }, cases: [{ case: { name: 'Bravo', reference: 'AN.Bravo' }, by: ['phone'] }] }]);
  expect((await of([quiet])).entities).toEqual([]);
  await of([phone]);
  const all = await of();
  expect(all).toMatchObject({ on: true, total: 1, entities: [{ entity: { id: phone } }] });
  await of();
  expect(noted(a)).toEqual([`case.askedElsewhere ${phone}`, `case.askedElsewhere ${quiet}`, 'case.listedElsewhere ']);
  expect(dutyOf('case.askedElsewhere')).toBe('consultation');
  expect(dutyOf('case.listedElsewhere')).toBe('consultation');
  expect(acrossRequests['case.acrossState'].result.parse(await ask['case.acrossState']({ news: false }))).toMatchObject({ available: true, on: true, cases: 1, rows: 2, missing: [], aside: null });
});

test('what was judged one is known by what any of its records has', async () => {
  const [a, b] = await two();
  const [one, other] = [a.add('person', { name: 'Jan Zwaardvis', birthDate: '1984-03-14' }), a.add('person', { name: 'J. Zwaardvis', nationalNumber: '84031400197' })];
  b.add('person', { name: 'Zwaardvis Jan', birthDate: '1984', nationalNumber: '84031400197' });
  a.execute('judgement.set', { id: newId(), left: one, right: other, verdict: 'same', reason: '' });
  await Promise.all([a.known.settled(), b.known.settled()]);
  const { entities, total } = await answers(a)['case.knownElsewhere']({ job: 'x', limit: 200, offset: 0 });
  expect(total).toBe(1);
  expect(entities).toMatchObject([{ entity: { members: [one, other] }, cases: [{ by: ['nameBirth', 'nationalNumber'] }] }]);
});

test('a case that takes no part is told nothing, and journals nothing', async () => {
  const [a, b] = await two();
  const phone = a.add('phone', { number: '+32470550127' });
  b.add('phone', { number: '+32470550127' });
  a.set({ knownAcross: false });
  await b.known.settled();
  expect(await answers(a)['case.knownElsewhere']({ job: 'x', ids: [phone], limit: 200, offset: 0 })).toEqual({ on: false, entities: [], total: 0 });
  expect(noted(a)).toEqual([]);
});

test('a case made of a bundle to be read neither stands in the index nor asks it', async () => {
  const [a, b] = await two();
  const phone = a.add('phone', { number: '+32470550127' });
  b.add('phone', { number: '+32470550127' });
  await b.known.settled();
  Object.assign(a.open.store, { readOnly: true });
  expect(isReadOnly(a.open.store.db)).toBe(false);
  const ask = answers(a);
  expect(await ask['case.knownElsewhere']({ job: 'x', ids: [phone], limit: 200, offset: 0 })).toMatchObject({ on: false, entities: [] });
  expect(await ask['case.acrossState']({ news: false })).toMatchObject({ available: false, on: false, cases: 0, rows: 0 });
});

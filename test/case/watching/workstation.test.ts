import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openAcross } from '../../../electron/case/across/store';
import { journalEntries } from '../../../electron/case/queries/journalEntries';
import { newCase, temporaryFolder } from '../place';
import { buildThread } from '../matching/running';
import { deskOf, fileOf, load, make } from './desk';

buildThread();

const KEYS = { signing: randomBytes(48).toString('base64'), encryption: randomBytes(48).toString('base64') };

test('a list of the workstation is held against each of its cases, judged in each by itself', async () => {
  const folder = temporaryFolder();
  const [here, there] = [openAcross(folder, KEYS), openAcross(folder, KEYS)];
  const [one, two] = [await newCase(), await newCase()];
  const desks = [deskOf(one.store, here), deskOf(two.store, there)] as const;
  for (const { store } of desks) make(store, 'vehicle', { plate: [{ v: '1ABC234' }] });
  await Promise.all(desks.map((desk) => desk.settled()));
  await load(desks[0], fileOf('platen.csv', 'Kenteken;Reden\n1-abc-234;Gestolen\n'), { scope: 'workstation', name: 'Gestolen wagens' });
  await desks[0].settled();
  const open = (at: 0 | 1): number => (desks[at].ask['case.watchHits']({ state: 'open', limit: 10, offset: 0 }) as { total: number }).total;
  expect(open(0)).toBe(1);
  // The other case hears of it when it next asks for its lists.
  await desks[1].ask['case.watchLists']({});
  await desks[1].settled();
  expect(open(1)).toBe(1);
  expect((await desks[1].ask['case.watchLists']({})).lists).toMatchObject([{ name: 'Gestolen wagens', scope: 'workstation' }]);
  const { hits } = await desks[0].ask['case.watchHits']({ state: 'open', limit: 10, offset: 0 });
  await desks[0].ask['case.judgeHits']({ hits: hits.map(({ id }) => id), verdict: 'noMatch', reason: 'Teruggevonden' });
  expect([open(0), open(1)]).toEqual([0, 1]);
  // In no case's rows, but told in the journal of the case it was loaded from.
  for (const { store } of desks) expect(store.db.prepare('SELECT count(*) FROM watch_list').pluck().get()).toBe(0);
  expect(journalEntries(one.store.db, one.store.catalogue, { limit: 50 }).map(({ command }) => command)).toContain('watchList.kept');
  await desks[0].ask['case.removeWatchList']({ id: (await desks[0].ask['case.watchLists']({})).lists[0]?.id ?? '' });
  await desks[1].ask['case.watchLists']({});
  await Promise.all(desks.map((desk) => desk.settled()));
  expect([open(0), open(1)]).toEqual([0, 0]);
  here.close();
  there.close();
});

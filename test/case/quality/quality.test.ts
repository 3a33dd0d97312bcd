import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { qualityHandlers } from '../../../electron/case/answers/quality';
import type { Served } from '../../../electron/case/handlers';
import { qualityWork } from '../../../electron/case/quality/look';
import { Quality } from '../../../electron/case/quality/quality';
import { erase } from '../../../electron/case/erasure/erase';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import type { CaseStore } from '../../../electron/case/store';
import { Failure } from '../../../shared/contract/failure';
import { qualityRequests } from '../../../shared/contract/quality';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const PASSPHRASE = 'kaaien en dokken';

/** Looks in this thread; `slow` looking takes longer than is done unasked. */
function looking(store: CaseStore, { slow = false } = {}): { readonly quality: Quality; readonly looks: () => number } {
  let looks = 0;
  const quality = new Quality(store, {
    run: async (_job, request) => {
      looks += 1;
      const found = await qualityWork({ folder: store.folder, key: store.key }, request, UNWATCHED);
      if (slow) await new Promise((resolve) => setTimeout(resolve, 1600));
      return found;
    },
    cancel: () => undefined, cancelAll: () => undefined,
  });
  return { quality, looks: () => looks };
}

const add = (store: CaseStore, name: string): string => {
  const id = newId();
  store.execute({ command: 'entity.create', args: { id, type: 'person', values: values({ name }), ...SAID } }, ACTOR);
  return id;
};
const count = async (quality: Quality, again = false): Promise<number> => (await quality.look('job', again, () => undefined)).groups.find(({ check }) => check === 'noCategory')?.total ?? 0;

test('a case is looked through once until it changes, whatever is drawn meanwhile', async () => {
  const { store } = await newCase(PASSPHRASE);
  const { quality, looks } = looking(store);
  const person = add(store, 'Jan Zwaardvis');
  expect(await Promise.all([count(quality), count(quality)])).toEqual([1, 1]);
  expect(looks()).toBe(1);
  store.execute({ command: 'chart.create', args: { id: newId(), name: 'Kaart', items: [{ subject: person, x: 0, y: 0 }] } }, ACTOR);
  expect(await count(quality)).toBe(1);
  expect(looks()).toBe(1);
  add(store, 'An Peeters');
  expect(await count(quality)).toBe(2);
  store.undo(ACTOR);
  expect(await count(quality)).toBe(1);
  expect(looks()).toBe(3);
});

test('where looking takes long it is done again only on request, and never shows what was erased since', async () => {
  const { store } = await newCase(PASSPHRASE);
  const { quality, looks } = looking(store, { slow: true });
  const person = add(store, 'Jan Zwaardvis');
  expect(await count(quality)).toBe(1);
  add(store, 'An Peeters');
  expect(await quality.look('job', false, () => undefined)).toMatchObject({ stale: true });
  expect(await count(quality)).toBe(1);
  expect(await count(quality, true)).toBe(2);
  expect(looks()).toBe(2);
  const { seq } = await erase(store, { target: { kind: 'subjects', entities: [person], links: [] }, reason: 'bevel', basis: 'wet', backups: true, documents: true }, ACTOR, () => undefined);
  store.takeIn('case.erased', seq);
  expect(await count(quality)).toBe(1);
  expect(looks()).toBe(3);
});

test('a look that was cancelled fails, and the next one is done', async () => {
  const { store } = await newCase(PASSPHRASE);
  add(store, 'Jan Zwaardvis');
  let cancelled = true;
  const quality = new Quality(store, { run: (_job, request) => qualityWork({ folder: store.folder, key: store.key }, request, { ...UNWATCHED, cancelled: () => cancelled }), cancel: () => undefined, cancelAll: () => undefined });
  await expect(count(quality)).rejects.toEqual(new Failure('cancelled'));
  cancelled = false;
  expect(await count(quality)).toBe(1);
});

test('the page is told counts and lists, and an erasure takes along what was said to be right', async () => {
  const { store } = await newCase(PASSPHRASE);
  const { quality } = looking(store);
  const person = add(store, 'Jan Zwaardvis');
  add(store, 'An Peeters');
  const ask = qualityHandlers({ open: { store }, quality, progress: () => undefined } as unknown as Served);
  const list = async (show: 'open' | 'dismissed') => qualityRequests['case.qualityList'].result.parse(await ask['case.qualityList']({ job: 'j', check: 'noCategory', show, limit: 1, offset: 0 }));
  const [first] = (await list('open')).findings;
  expect(first).toMatchObject({ entities: [{ id: person, caption: 'Jan Zwaardvis' }], dismissed: null });
  store.execute({ command: 'quality.dismiss', args: { findings: [{ key: first?.key, check: 'noCategory', subjects: [person] }], reason: 'gaat over Jan Zwaardvis', dismissed: true } }, ACTOR);
  expect(await list('open')).toMatchObject({ total: 1, findings: [{ entities: [{ caption: 'An Peeters' }] }] });
  expect(await list('dismissed')).toMatchObject({ total: 1, findings: [{ dismissed: { reason: 'gaat over Jan Zwaardvis' } }] });
  const { groups } = qualityRequests['case.quality'].result.parse(await ask['case.quality']({ job: 'j', again: false }));
  expect(groups.find(({ check }) => check === 'noCategory')).toEqual({ check: 'noCategory', total: 2, listed: 2, dismissed: 1 });
  const { seq } = await erase(store, { target: { kind: 'subjects', entities: [person], links: [] }, reason: 'bevel', basis: 'wet', backups: true, documents: true }, ACTOR, () => undefined);
  store.takeIn('case.erased', seq);
  const left = JSON.stringify([store.db.prepare('SELECT * FROM setting').all(), store.db.prepare('SELECT * FROM patch').all()]);
  expect(left).not.toContain('gaat over Jan');
  expect(left).toContain('Proef');
});

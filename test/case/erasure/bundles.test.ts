import { afterEach, expect, test } from 'vitest';
import { erase } from '../../../electron/case/erasure/erase';
import { temporaryFolder } from '../place';
import { Party } from '../bundles/party';
import { found } from './canaries';

const parties: Party[] = [];
afterEach(() => {
  for (const party of parties.splice(0)) party.close();
});

test('a bundle that still has what was erased brings none of it back, not even to set it side by side, and undo neither', async () => {
  const folder = temporaryFolder();
  const [a, b] = [await Party.make('A', folder), await Party.make('B', folder)];
  parties.push(a, b);
  const person = a.person('Jan Zwaardvischbek');
  const other = a.person('An Peeters');
  a.tie(person, other);
  const file = await a.send(b);
  await b.take(file);
  const { store } = b;
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(found(store.folder).length).toBeGreaterThan(0);
  await erase(store, { target: { kind: 'subjects', entities: [person], links: [] }, reason: 'bevel', basis: 'wet', backups: true, documents: true }, b.actor, () => undefined);
  expect(found(store.folder)).toEqual([]);
  // The same bundle, and one that says more of the same person.
  await b.take(file);
  a.say(person, { note: 'gezien met de kanarievogel' });
  a.say(other, { note: 'woont in Antwerpen' });
  await b.take(await a.send(b));
  while (store.history().undo !== null) store.undo(b.actor);
  while (store.history().redo !== null) store.redo(b.actor);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(found(store.folder)).toEqual([]);
  expect(b.live('entity')).toEqual([other]);
  expect(b.live('statement')).toHaveLength(2);
  expect(b.live('link')).toEqual([]);
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { STRICT } from '../../../electron/case/db/identity';
import { backUp } from '../../../electron/case/backup';
import { Consultations } from '../../../electron/case/consultations';
import { countErasure, erase, eraseRows } from '../../../electron/case/erasure/erase';
import { erasedAmong, isErased } from '../../../electron/case/erasure/erased';
import { pendingErasure } from '../../../electron/case/erasure/pending';
import { verifyJournal } from '../../../electron/case/journal';
import { closeCase } from '../../../electron/case/life';
import { search } from '../../../electron/case/queries';
import type { CaseStore } from '../../../electron/case/store';
import type { ErasureTarget } from '../../../shared/contract/erasing';
import { ACTOR, newCase, openAgain } from '../place';
import { bringList, fill, found, foundInDocuments, holdsBytes, storedChunk } from './canaries';

const WHY = { reason: 'bevel van de onderzoeksrechter', basis: 'art. 16 van richtlijn 2016/680' };
const erasing = (target: ErasureTarget, rest: { readonly backups?: boolean; readonly documents?: boolean } = {}) => ({ target, ...WHY, backups: rest.backups ?? true, documents: rest.documents ?? true });
const quiet = (): void => undefined;
const briefingOf = (store: CaseStore, id: string): string => store.db.prepare<[string], string>('SELECT content FROM briefing WHERE id = ?').pluck().get(id) ?? '';

test('a person is gone from every byte of the case, with links, judgements, drawings, sentences that rest on it, and what was searched for', async () => {
  const { store } = await newCase();
  const { person, other, link, chart, briefing, stays } = fill(store);
  const consultations = new Consultations(store, 0);
  consultations.searched('kanarievogel', 1, ACTOR);
  consultations.searched('peeters', 1, ACTOR);
  consultations.end();
  await new Promise((resolve) => setTimeout(resolve, 20));
  backUp(store.db, store.folder, store.key, new Date().toISOString(), 'test');
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(found(store.folder).length).toBeGreaterThan(6);

  const counted = countErasure(store, { kind: 'subjects', entities: [person], links: [] });
  expect(counted).toMatchObject({ statements: 3, entities: 1, links: 1, sources: 0, documents: 0, releases: 0, backups: 1 });
  const steps: number[] = [];
  const erased = await erase(store, erasing({ kind: 'subjects', entities: [person], links: [] }), ACTOR, (done) => steps.push(done));
  expect(erased).toMatchObject({ ...counted, complete: true });
  expect(steps).toEqual([0, 1, 2, 3, 4, 5]);

  expect(found(store.folder)).toEqual([]);
  expect(readdirSync(join(store.folder, 'backups'))).toEqual([]);
  expect(verifyJournal(store.db)).toMatchObject({ ok: true });
  expect(erasedAmong(store.db, [person, link, other, stays])).toEqual(new Set([person, link]));
  expect(isErased(store.db, person)).toBe(true);
  expect(search(store.db, store.catalogue, STRICT, { text: 'zwaard', limit: 10 }).hits).toEqual([]);
  expect(search(store.db, store.catalogue, STRICT, { text: 'peeters', limit: 10 }).hits.map((hit) => hit.entity.id)).toEqual([other]);
  expect(store.db.prepare('SELECT subject FROM chart_item WHERE chart = ?').pluck().all(chart)).toEqual([other]);
  expect(store.db.prepare('SELECT links FROM entity WHERE id = ?').pluck().get(other)).toBe(0);
  expect(briefingOf(store, briefing)).toContain('woont in Antwerpen');
  expect(briefingOf(store, briefing)).toContain('kennen elkaar');
  expect(briefingOf(store, briefing)).not.toContain(person);
  const label = JSON.parse(store.db.prepare<[], string>("SELECT label FROM journal WHERE command = 'case.erased'").pluck().get() ?? '{}') as Record<string, unknown>;
  expect(label).toMatchObject({ statements: 3, entities: 1, links: 1 });
  expect(store.db.prepare("SELECT patch.content FROM patch JOIN journal USING (seq) WHERE command = 'case.erased'").pluck().get()).toContain('onderzoeksrechter');
  // The other search stays on record.
  expect(store.db.prepare("SELECT count(content) FROM patch JOIN journal USING (seq) WHERE command = 'case.searched'").pluck().get()).toBe(1);

  backUp(store.db, store.folder, store.key, new Date().toISOString(), 'after');
  expect(found(store.folder)).toEqual([]);
});

test('what was computed of who goes, goes in the same moment', async () => {
  const { store } = await newCase();
  const { person, other } = fill(store);
  const key = (id: string): number => store.db.prepare<[string], number>('SELECT n FROM entity WHERE id = ?').pluck().get(id) ?? 0;
  const pair = [key(person), key(other)].toSorted((a, b) => a - b);
  store.db.prepare('INSERT INTO match_proposal (left_n, right_n, score) VALUES (?, ?, 0.9)').run(pair);
  const hit = store.db.prepare("INSERT INTO watch_hit (list, entry, entity, score, told) VALUES ('lijst', 1, ?, 0.9, '')");
  for (const n of pair) hit.run(n);
  eraseRows(store, erasing({ kind: 'subjects', entities: [person], links: [] }), ACTOR);
  expect(store.db.prepare('SELECT count(*) FROM match_proposal').pluck().get()).toBe(0);
  expect(store.db.prepare('SELECT entity FROM watch_hit').pluck().all()).toEqual([key(other)]);
});

test('watch lists, reasons and requests that go on naming somebody are counted', async () => {
  const { store } = await newCase();
  const { person } = fill(store);
  const named = (): number => countErasure(store, { kind: 'subjects', entities: [person], links: [] }).named.texts;
  const before = named();
  const entry = { number: 1, kind: 'person', names: ['Jan ZWAARDVISCHBEK'], births: [], genders: [], places: [], identifiers: [], addresses: [], note: '', row: 2 };
  store.execute({ command: 'watchList.put', args: { id: newId(), name: 'Lijst', owner: '', instruction: '', file: 'x.csv', sha256: 'a'.repeat(64), loadedAt: '2026-01-01T00:00:00Z', expires: null, entries: [entry] } }, ACTOR);
  store.db.prepare('INSERT INTO blind_exchange (id, content, state) VALUES (?, ?, NULL)').run(newId(), JSON.stringify({ what: 'ask', question: 'Kent u Jan Zwaardvischbek?' }));
  expect(named()).toBe(before + 2);
});

test('undo to the start and redo to the end after an erasure neither fail nor bring anything back', async () => {
  const { store } = await newCase();
  const { person, other } = fill(store);
  store.execute({ command: 'subject.delete', args: { entities: [person], links: [] } }, ACTOR);
  store.undo(ACTOR);
  await erase(store, erasing({ kind: 'subjects', entities: [person], links: [] }), ACTOR, quiet);
  let undone = 0;
  while (store.history().undo !== null) {
    store.undo(ACTOR);
    undone += 1;
  }
  expect(undone).toBeGreaterThan(9);
  expect(found(store.folder)).toEqual([]);
  while (store.history().redo !== null) store.redo(ACTOR);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(found(store.folder)).toEqual([]);
  expect(store.db.prepare('SELECT id FROM entity WHERE seq_retracted IS NULL').pluck().all()).toEqual([other]);
  expect(store.db.prepare('SELECT caption FROM entity WHERE seq_retracted IS NULL').pluck().all()).toEqual(['An Peeters']);
  expect(store.db.prepare('SELECT count(*) FROM statement WHERE seq_retracted IS NULL').pluck().get()).toBe(1);
  expect(verifyJournal(store.db)).toMatchObject({ ok: true });
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('what an erasure left of a patch cannot be altered unseen', async () => {
  const { store } = await newCase();
  const { person } = fill(store);
  await erase(store, erasing({ kind: 'subjects', entities: [person], links: [] }), ACTOR, quiet);
  expect(store.db.prepare('SELECT count(*) FROM patch WHERE remainder IS NOT NULL').pluck().get()).toBeGreaterThan(3);
  store.db.prepare("UPDATE patch SET remainder = replace(remainder, 'Dossier', 'Roman')").run();
  expect(verifyJournal(store.db)).toMatchObject({ ok: false });
});

test('a source is gone with its file, its rows, its name and what it alone said', async () => {
  const { store } = await newCase();
  const { person } = fill(store);
  await erase(store, erasing({ kind: 'subjects', entities: [person], links: [] }), ACTOR, quiet);
  const source = await bringList(store);
  const sha256 = store.db.prepare<[string], string>('SELECT sha256 FROM source WHERE id = ?').pluck().get(source) ?? '';
  const chunk = storedChunk(store, sha256);
  expect(foundInDocuments(store)).toEqual([sha256]);
  expect(holdsBytes(store.folder, chunk)).toBe(true);
  expect(found(store.folder).length).toBeGreaterThan(0);

  const erased = await erase(store, erasing({ kind: 'source', id: source }), ACTOR, quiet);
  expect(erased).toMatchObject({ sources: 1, documents: 1, complete: true });
  expect(erased.entities).toBeGreaterThan(3);
  expect(foundInDocuments(store)).toEqual([]);
  expect(holdsBytes(store.folder, chunk)).toBe(false);
  expect(found(store.folder)).toEqual([]);
  // The import stands in the journal and can still be undone and redone.
  store.undo(ACTOR);
  store.redo(ACTOR);
  expect(store.db.prepare('SELECT count(*) FROM source WHERE id = ? AND seq_retracted IS NULL').pluck().get(source)).toBe(0);
  expect(verifyJournal(store.db)).toMatchObject({ ok: true });
  // The same file may come again: that is a new collection with ids of its own.
  const again = await bringList(store);
  expect(again).not.toBe(source);
  expect(search(store.db, store.catalogue, STRICT, { text: 'zwaardvischbek', limit: 10 }).hits.length).toBeGreaterThan(0);
});

test('a person of an imported list is in the original too: it is counted, and goes when asked; the others of the list stay', async () => {
  const { store } = await newCase();
  const source = await bringList(store);
  const [hit] = search(store.db, store.catalogue, STRICT, { text: 'zwaardvischbek', limit: 10 }).hits;
  const target: ErasureTarget = { kind: 'subjects', entities: [hit?.entity.id ?? ''], links: [] };
  expect(countErasure(store, target)).toMatchObject({ entities: 1, originals: 1, documents: 0 });
  const erased = await erase(store, erasing(target), ACTOR, quiet);
  expect(erased).toMatchObject({ originals: 0, documents: 1 });
  expect(foundInDocuments(store)).toEqual([]);
  // What the list says of the telephone is said of the telephone: it stays until that goes.
  expect(found(store.folder, ['zwaardvischbek'])).toEqual([]);
  expect(store.db.prepare('SELECT title, sha256 FROM source WHERE id = ?').get(source)).toMatchObject({ title: 'Onderzeeboot.csv', sha256: null });
  expect(search(store.db, store.catalogue, STRICT, { text: 'janssens', limit: 10 }).hits.length).toBeGreaterThan(0);
});

test('one statement goes and the rest of what is said stays', async () => {
  const { store } = await newCase();
  const { person } = fill(store);
  const id = store.db.prepare<[], string>("SELECT id FROM statement WHERE \"values\" LIKE '%Kanarievogel%'").pluck().get() ?? '';
  await erase(store, erasing({ kind: 'statements', ids: [id] }), ACTOR, quiet);
  expect(store.db.prepare('SELECT caption FROM entity WHERE id = ?').pluck().get(person)).toBe('Jan Zwaardvischbek');
  expect(search(store.db, store.catalogue, STRICT, { text: 'kanarievogel', limit: 10 }).hits).toEqual([]);
  await expect(erase(store, erasing({ kind: 'statements', ids: [id] }), ACTOR, quiet)).rejects.toMatchObject({ code: 'nothingToErase' });
});

test('an erasure that was cut short after its rows is finished by the next opening', async () => {
  const made = await newCase();
  const { store } = made;
  const source = await bringList(store);
  const sha256 = store.db.prepare<[string], string>('SELECT sha256 FROM source WHERE id = ?').pluck().get(source) ?? '';
  backUp(store.db, store.folder, store.key, new Date().toISOString(), 'test');
  eraseRows(store, erasing({ kind: 'source', id: source }), ACTOR);
  expect(pendingErasure(store.db)).toEqual({ documents: [sha256], backups: [expect.stringMatching(/-test\.db$/)] });
  expect(foundInDocuments(store)).toEqual([sha256]);
  closeCase(made);
  const again = await openAgain(store.folder);
  expect(pendingErasure(again.store.db)).toBeNull();
  expect(foundInDocuments(again.store)).toEqual([]);
  expect(found(store.folder)).toEqual([]);
  expect(verifyJournal(again.store.db)).toMatchObject({ ok: true });
});

test('nothing is erased while an import writes, and a refused erasure changes nothing', async () => {
  const { store } = await newCase();
  const { person } = fill(store);
  const { seq } = store;
  store.importing = true;
  await expect(erase(store, erasing({ kind: 'subjects', entities: [person], links: [] }), ACTOR, quiet)).rejects.toMatchObject({ code: 'importRunning' });
  store.importing = false;
  await expect(erase(store, erasing({ kind: 'subjects', entities: [], links: [] }), ACTOR, quiet)).rejects.toMatchObject({ code: 'nothingToErase' });
  expect(store.seq).toBe(seq);
  expect(search(store.db, store.catalogue, STRICT, { text: 'zwaardvischbek', limit: 10 }).hits).toHaveLength(1);
});

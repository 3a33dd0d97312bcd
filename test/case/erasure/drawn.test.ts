import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { Consultations } from '../../../electron/case/consultations';
import { countErasure, erase } from '../../../electron/case/erasure/erase';
import { askedOf } from '../../../electron/case/network/asked';
import { pastChart } from '../../../electron/case/past/pastChart';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import { Pasted } from '../../../electron/case/pasted';
import { Shares } from '../../../electron/case/shares/shares';
import type { CaseStore } from '../../../electron/case/store';
import type { CommandName } from '../../../shared/commands/arguments';
import type { ErasureTarget } from '../../../shared/contract/erasing';
import { ACTOR, newCase, temporaryFolder } from '../place';
import { SAID, values } from '../sample';
import { bringList, fill, found, foundInDocuments } from './canaries';

const runOf = (store: CaseStore) => (command: CommandName, args: unknown): void => void store.execute({ command, args }, ACTOR);
const erasing = (target: ErasureTarget) => ({ target, reason: 'bevel', basis: 'wet', backups: true, documents: true });
const quiet = (): void => undefined;

test('a chart can be looked back at after a source was erased of which the evaluation was changed', async () => {
  const { store } = await newCase();
  const { chart, other } = fill(store);
  const source = await bringList(store);
  const before = new Date(Date.now() + 1).toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  runOf(store)('statements.evaluate', { id: newId(), targets: { source }, own: true, grading: { scheme: 'europol4x4', codes: { source: 'B', information: '3' } }, handling: { add: [{ scheme: 'europolHandling', code: 'H1' }] }, reason: 'nieuw' });
  await erase(store, erasing({ kind: 'source', id: source }), ACTOR, quiet);
  expect(pastChart(store.db, { chart, at: before }, { mode: 'judged', other: null }).entities.map(({ id }) => id)).toContain(other);
});

test('a group goes with the last of those whom it held, with the name that it was given, from charts, snapshots and patches', async () => {
  const { store } = await newCase();
  const { person, other, chart } = fill(store);
  const run = runOf(store);
  const [own, both, outer] = [newId(), newId(), newId()];
  run('group.put', { id: own, chart, name: 'Bende van de onderzeeboot', members: [person], collapsed: true });
  run('group.put', { id: outer, chart, name: 'Rond de onderzeeboot', members: [own], collapsed: false });
  run('group.put', { id: both, chart, name: 'Beiden', members: [person, other], collapsed: false });
  run('chart.snapshot', { id: newId(), chart, name: 'Met groepen' });
  await erase(store, erasing({ kind: 'subjects', entities: [person], links: [] }), ACTOR, quiet);
  expect(store.db.prepare('SELECT id FROM chart_group').pluck().all()).toEqual([both]);
  expect(found(store.folder)).toEqual([]);
  let steps = 0;
  for (; store.history().undo !== null; steps += 1) store.undo(ACTOR);
  expect(steps).toBeGreaterThan(8);
  while (store.history().redo !== null) store.redo(ACTOR);
  expect(store.db.prepare('SELECT id FROM chart_group').pluck().all()).toEqual([both]);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(found(store.folder)).toEqual([]);
});

test('says that the reason of a line in a snapshot still names who was erased', async () => {
  const { store } = await newCase();
  const { person, other, chart } = fill(store);
  const run = runOf(store);
  const [third, link] = [newId(), newId()];
  run('entity.create', { id: third, type: 'person', values: values({ name: 'Rik Janssens' }), ...SAID });
  run('link.create', { id: link, type: 'knows', from: other, to: third, values: {}, ...SAID });
  run('chart.addItems', { chart, items: [{ subject: third, x: 3, y: 3 }] });
  const texts = (): number => countErasure(store, { kind: 'subjects', entities: [person], links: [] }).named.texts;
  const before = texts();
  run('chart.styleItems', { chart, subjects: [link], style: { strength: { as: 'tentative', reason: 'zei Jan Zwaardvischbek' } } });
  run('chart.snapshot', { id: newId(), chart, name: 'Bevroren' });
  run('chart.styleItems', { chart, subjects: [link], style: { strength: null } });
  expect(texts()).toBe(before + 1);
});

test('a pasted table of which nothing was imported goes before anything is erased, and when the case is opened again', async () => {
  const { store } = await newCase();
  fill(store);
  const pasted = new Pasted(store);
  pasted.take({ text: 'Naam\nZwaardvischbek', form: 'tsv', name: 'Geplakt' });
  const text = 'Naam\tGSM\nKanarievogel, Jo\t+32470550130\n';
  const { token } = pasted.take({ text, form: 'tsv', name: 'Genomen' });
  const document = pasted.document(token);
  if (document === null) throw new Error('not kept');
  const path = join(temporaryFolder(), document.name);
  writeFileSync(path, text);
  const { proposal } = await previewTableImport(store.db, store.catalogue, { path, name: document.name });
  await runImport({ folder: store.folder, key: store.key }, { document, mapping: proposal, recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  expect(foundInDocuments(store)).toHaveLength(2);
  pasted.letGo();
  expect(foundInDocuments(store)).toHaveLength(1);
  expect(pasted.document(token)).toBe(document);
  pasted.take({ text: 'Naam\nOnderzeeboot', form: 'tsv', name: 'Vergeten' });
  expect(foundInDocuments(store)).toHaveLength(2);
  const shares = new Shares(store, quiet);
  shares.start();
  await expect.poll(() => foundInDocuments(store).length, { timeout: 10_000 }).toBe(1);
  await shares.stop();
});

test('questions go that were about who is erased, also without the accents of the name, and by the day of birth', async () => {
  const { store } = await newCase();
  const person = newId();
  runOf(store)('entity.create', { id: person, type: 'person', values: values({ name: 'Zoë Péeters', birthDate: '1984-03-14' }), ...SAID });
  const consultations = new Consultations(store, 0);
  const place = (condition: object): object => ({ pattern: { nodes: [{ entity: null, conditions: [condition] }] } });
  const asked = [
    place({ kind: 'text', property: null, test: 'contains', text: 'zoe peeters' }), place({ kind: 'date', property: 'birthDate', from: '1984-03-14', until: '1984-03-14' }),
    place({ kind: 'date', property: 'birthDate', from: '1984-01-01', until: '1984-12-31' }), place({ kind: 'text', property: null, test: 'contains', text: 'janssens' }),
  ];
  for (const question of asked) consultations.askedNetwork('case.pattern', askedOf(question), ACTOR);
  for (const text of ['peeters', 'ZOE PÉETERS', 'janssens']) {
    consultations.searched(text, 1, ACTOR);
    consultations.end();
  }
  const notes = (): boolean[] => store.db.prepare<[], string | null>("SELECT content FROM patch JOIN journal USING (seq) WHERE command IN ('case.networkAsked', 'case.searched') ORDER BY seq").pluck().all().map((content) => content !== null);
  expect(notes()).toEqual(Array.from({ length: 7 }, () => true));
  await erase(store, erasing({ kind: 'subjects', entities: [person], links: [] }), ACTOR, quiet);
  expect(notes()).toEqual([false, false, true, true, false, false, true]);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { v7 as newId } from 'uuid';
import { expect, test, vi } from 'vitest';
import { openInMemory } from '../../../electron/case/db/database';
import { erase } from '../../../electron/case/erasure/erase';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { closeCase } from '../../../electron/case/life';
import { makeReadOnly } from '../../../electron/case/readOnly';
import { Proposals } from '../../../electron/case/matching/proposals';
import { countQueues } from '../../../electron/case/matching/queues';
import { viewCase } from '../../../electron/case/releasable/view';
import type { CaseStore } from '../../../electron/case/store';
import { Failure } from '../../../shared/contract/failure';
import { ACTOR, newCase, openAgain, temporaryFolder } from '../place';
import { SAID, values } from '../sample';
import { buildThread, captions, matcherOf, queue, settled, take, until } from './running';

// Others may be at work on the machine.
vi.setConfig({ testTimeout: 60_000 });
const built = buildThread();
const run = (store: CaseStore, command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
function person(store: CaseStore, said: Readonly<Record<string, string>>): string {
  const id = newId();
  run(store, 'entity.create', { id, type: 'person', values: values(said), ...SAID });
  return id;
}
const judge = (store: CaseStore, left: string, right: string, verdict: string): void => run(store, 'judgement.set', { id: newId(), left, right, verdict, reason: '' });
const rows = (store: CaseStore): unknown[] => store.db.prepare('SELECT * FROM match_proposal ORDER BY 1, 2').all();

test('what is new, changed, undone, deleted or imported is compared, and nothing else', async () => {
  const { store } = await newCase();
  const compared: number[][] = [];
  class Watched extends Proposals {
    override forget(entities: readonly number[]): void {
      compared.push([...entities]);
      super.forget(entities);
    }
  }
  const running = matcherOf(store, { sinks: [new Watched(store.db)] });
  await settled(running);
  person(store, { name: 'Karel Verstraete', birthDate: '1980-02-03' });
  const first = person(store, { name: 'Ibrahim El Bakraoui', birthDate: '1986-10-09' });
  const second = person(store, { name: 'Bakraui Ibrahim', birthDate: '1986-09-10' });
  await settled(running);
  expect(captions(queue(store))).toEqual(['Bakraui Ibrahim = Ibrahim El Bakraoui']);

  compared.length = 0;
  const statement = store.db.prepare<[string], string>('SELECT s.id FROM statement s JOIN entity ON entity.n = s.subject WHERE entity.id = ?').pluck().get(second);
  run(store, 'statement.correct', { id: newId(), replaces: statement, values: values({ name: 'Willem Jacobs', birthDate: '1955-01-30' }), ...SAID });
  await settled(running);
  expect(queue(store)).toEqual([]);
  expect(compared.flat()).toEqual([store.db.prepare('SELECT n FROM entity WHERE id = ?').pluck().get(second)]);
  store.undo(ACTOR);
  await settled(running);
  expect(queue(store)).toHaveLength(1);
  store.redo(ACTOR);
  await settled(running);
  expect(queue(store)).toEqual([]);
  store.undo(ACTOR);
  run(store, 'subject.delete', { entities: [first], links: [] });
  await settled(running);
  expect(rows(store)).toEqual([]);
  store.undo(ACTOR);
  await settled(running);
  expect(queue(store)).toHaveLength(1);

  const file = join(temporaryFolder(), 'lijst.csv');
  writeFileSync(file, 'Naam;Voornaam;Geboortedatum\nEl-Bakrawi;Ibrahim;09/10/1986\nPeeters;An;01/02/1990\n');
  await take(store, file);
  await settled(running);
  expect(captions(queue(store))).toEqual(['Bakraui Ibrahim = Ibrahim El Bakraoui', 'Bakraui Ibrahim = Ibrahim El-Bakrawi', 'Ibrahim El Bakraoui = Ibrahim El-Bakrawi']);
  store.undo(ACTOR);
  await settled(running);
  expect(queue(store)).toHaveLength(1);
  expect(running.faults).toEqual([]);
});

test('a phone that two persons come to share is a reason, though nothing is said of either', async () => {
  const { store } = await newCase();
  const running = matcherOf(store);
  const [a, b] = [person(store, { name: 'Samir' }), person(store, { name: 'Samir Haddadi' })];
  const phone = newId();
  run(store, 'entity.create', { id: phone, type: 'phone', values: values({ number: '+32470551234' }), ...SAID });
  await settled(running);
  expect(queue(store)).toEqual([]);
  for (const from of [a, b]) run(store, 'link.create', { id: newId(), type: 'uses', from, to: phone, values: {}, ...SAID });
  await settled(running);
  expect(queue(store)[0]?.evidence.map(({ kind, finding }) => `${kind}.${finding}`)).toContain('shared.same');
});

test('a judged pair leaves the queue, speaks for those it is joined with, and comes back when it is taken back', async () => {
  const { store } = await newCase();
  const running = matcherOf(store);
  const names = ['Driss Amellal', 'Idris Amelal', 'Amelal Idriss'];
  const [a = '', b = '', c = ''] = names.map((name) => person(store, { name, birthDate: '1987-03-11' }));
  await settled(running);
  expect(countQueues(store.db).open).toBe(3);
  judge(store, b, c, 'same');
  await settled(running);
  // b and c are one: against a they are shown once.
  expect(countQueues(store.db)).toMatchObject({ open: 1, same: 1 });
  expect(queue(store)).toHaveLength(1);
  expect(queue(store, 'open', { entity: c })).toHaveLength(1);
  expect(queue(store, 'same')[0]).toMatchObject({ judgement: { verdict: 'same', service: null, opposed: false } });
  judge(store, a, b, 'unsure');
  await settled(running);
  expect(countQueues(store.db)).toMatchObject({ open: 0, same: 1, unsure: 1 });
  judge(store, a, b, 'different');
  await settled(running);
  expect(countQueues(store.db)).toMatchObject({ open: 0, unsure: 0, different: 1 });
  for (let step = 0; step < 3; step += 1) store.undo(ACTOR);
  await settled(running);
  expect(countQueues(store.db)).toMatchObject({ open: 3, same: 0, unsure: 0, different: 0 });
  expect(queue(store, 'open', { types: ['company'] })).toEqual([]);
  expect(queue(store, 'open', { types: ['person'] })).toHaveLength(3);
});

test('opened again, it goes on where it stood; settings that change what is found begin anew', async () => {
  const made = await newCase();
  const { folder } = made.store;
  person(made.store, { name: 'Driss Amellal', birthDate: '1987-03-11' });
  person(made.store, { name: 'Idris Amelal', birthDate: '1987-03-11' });
  const running = matcherOf(made.store);
  await settled(running);
  const kept = rows(made.store);
  expect(kept).toHaveLength(1);
  await running.matcher.stop();
  closeCase(made);
  const { store } = await openAgain(folder);
  let cleared = 0;
  class Counted extends Proposals {
    override clear(): void {
      cleared += 1;
      super.clear();
    }
    override forget(): void {
      throw new Error('nothing changed');
    }
  }
  const again = matcherOf(store, { sinks: [new Counted(store.db)] });
  await settled(again);
  expect([cleared, rows(store), again.faults]).toEqual([0, kept, []]);
  run(store, 'matching.set', { propose: 0.9999 });
  await settled(again);
  expect(cleared).toBe(0);
  expect(countQueues(store.db)).toMatchObject({ open: 0, weak: 1 });
  run(store, 'matching.set', { weights: { prior: -30, points: {} } });
  await settled(again);
  expect([cleared, rows(store)]).toEqual([1, []]);
  store.undo(ACTOR);
  await settled(again);
  expect([cleared, rows(store)]).toEqual([2, kept]);
});

test('while an import writes nothing is written, and closing then takes less than a second', async () => {
  const made = await newCase();
  const { store } = made;
  const running = matcherOf(store);
  await settled(running);
  person(store, { name: 'Driss Amellal', birthDate: '1987-03-11' });
  person(store, { name: 'Idris Amelal', birthDate: '1987-03-11' });
  store.importing = true;
  await new Promise((resolve) => void setTimeout(resolve, 400));
  expect(rows(store)).toEqual([]);
  expect(running.matcher.status().working).toBe(true);
  store.importing = false;
  await settled(running);
  expect(rows(store)).toHaveLength(1);
  for (let at = 0; at < 60; at += 1) person(store, { name: `Naam ${at} Achternaam${at % 7}`, birthDate: `19${60 + (at % 30)}-03-11` });
  await until(() => running.matcher.status().working);
  const began = Date.now();
  await running.matcher.stop();
  expect(Date.now() - began).toBeLessThan(1000);
  closeCase(made);
  const opened = await openAgain(store.folder);
  const again = matcherOf(opened.store);
  await settled(again);
  const resumed = rows(opened.store);
  again.matcher.again();
  await settled(again);
  expect(rows(opened.store)).toEqual(resumed);
  expect(resumed.length).toBeGreaterThan(1);
});

test('a thread that dies is told of and tried once more; the case goes on', async () => {
  const { store } = await newCase();
  const broken = join(built(), 'broken.cjs');
  writeFileSync(broken, "throw new Error('broken')");
  const { matcher, faults } = matcherOf(store, { worker: broken });
  await until(() => faults.length === 2 && !matcher.status().working);
  person(store, { name: 'Driss Amellal' });
  await new Promise((resolve) => void setTimeout(resolve, 100));
  expect([faults.length, matcher.status()]).toEqual([2, { working: false, done: 0, behind: 0 }]);
  expect(faults.map(String)).toEqual(['Error: broken', 'Error: broken']);
});

test('what a step cannot be given at first does not keep it from looking', async () => {
  const { store } = await newCase();
  person(store, { name: 'Driss Amellal', birthDate: '1987-03-11' });
  person(store, { name: 'Idris Amelal', birthDate: '1987-03-11' });
  let asked = 0;
  const sink = Object.assign(new Proposals(store.db), { given: () => {
    if ((asked += 1) === 1) throw new Failure('workstationStoreDamaged', { file: 'x' });
    return null;
  } });
  const running = matcherOf(store, { sinks: [sink] });
  await until(() => running.faults.length === 1);
  await settled(running);
  expect([asked, rows(store).length]).toEqual([2, 1]);
});

test('a thread that is killed at its work is started again and finds the rest', async () => {
  const { store } = await newCase();
  for (let at = 0; at < 40; at += 1) person(store, { name: `Naam ${at} Achternaam${at % 7}`, birthDate: `19${60 + (at % 30)}-03-11` });
  const running = matcherOf(store);
  await until(() => running.matcher.status().working);
  const { thread } = running.matcher as unknown as { readonly thread: { readonly worker: Worker } };
  await thread.worker.terminate();
  await until(() => running.faults.length === 1);
  await settled(running);
  const found = rows(store);
  running.matcher.again();
  await settled(running);
  expect([running.faults.length, rows(store)]).toEqual([1, found]);
  expect(found.length).toBeGreaterThan(0);
});

test('what is built for somebody else holds no pairs', async () => {
  const { store } = await newCase();
  person(store, { name: 'Driss Amellal', birthDate: '1987-03-11' });
  person(store, { name: 'Idris Amelal', birthDate: '1987-03-11' });
  await settled(matcherOf(store));
  expect(rows(store)).toHaveLength(1);
  const recipient = newId();
  run(store, 'recipient.put', { id: recipient, name: 'Agent Zuid', service: 'Dienst Zuid', purpose: 'operational', language: null, rights: { allowedHandling: {}, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] }, permissions: [], encryptionKey: null, signingKey: null, retired: false });
  const { bytes, counts } = await viewCase({ folder: store.folder, key: store.key }, { about: { recipient, purpose: 'operational' }, actor: ACTOR, id: newId(), at: new Date().toISOString() }, UNWATCHED);
  const db = openInMemory(Buffer.from(bytes));
  try {
    expect(counts.entities).toBe(2);
    for (const table of ['match_proposal', 'match_state', 'watch_hit']) expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  } finally {
    db.close();
  }
});

test('a case that is only read is left alone', async () => {
  const made = await newCase();
  person(made.store, { name: 'Driss Amellal', birthDate: '1987-03-11' });
  person(made.store, { name: 'Idris Amelal', birthDate: '1987-03-11' });
  makeReadOnly(made.store.db);
  closeCase(made);
  const { store } = await openAgain(made.store.folder);
  const { matcher, told } = matcherOf(store);
  await new Promise((resolve) => void setTimeout(resolve, 200));
  expect([rows(store), told, matcher.status().working, queue(store)]).toEqual([[], [], false, []]);
  expect(() => matcher.again()).toThrow('caseReadOnly');
});

test('of what was erased no pair is left', async () => {
  const { store } = await newCase();
  const gone = person(store, { name: 'Driss Amellal', birthDate: '1987-03-11' });
  person(store, { name: 'Idris Amelal', birthDate: '1987-03-11' });
  person(store, { name: 'Amelal Idriss', birthDate: '1987-03-11' });
  const running = matcherOf(store);
  await settled(running);
  expect(rows(store)).toHaveLength(3);
  const erased = await erase(store, { target: { kind: 'subjects', entities: [gone], links: [] }, reason: 'bevel', basis: 'wet', backups: true, documents: true }, ACTOR, () => undefined);
  store.takeIn('case.erased', erased.seq);
  await settled(running);
  expect(running.faults).toEqual([]);
  expect(captions(queue(store))).toEqual(['Amelal Idriss = Idris Amelal']);
  expect(rows(store)).toHaveLength(1);
});

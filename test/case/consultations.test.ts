import { expect, test } from 'vitest';
import { Consultations } from '../../electron/case/consultations';
import { journalEntries } from '../../electron/case/queries/journalEntries';
import { ACTOR, newCase } from './place';

const SUBJECTS = [{ id: '01a20000-0000-7000-8000-000000000001', type: 'person' }, { id: '01a20000-0000-7000-8000-000000000002', type: 'phone' }] as const;

test('who was looked at is journalled once per person and session, by reference, and takes no step of undo', async () => {
  const { store } = await newCase();
  const consultations = new Consultations(store);
  const before = store.history();
  for (const subject of [SUBJECTS[0], SUBJECTS[1], SUBJECTS[0]]) consultations.opened(subject, ACTOR);
  consultations.opened(SUBJECTS[0], { ...ACTOR, name: 'A. Colleague' });
  const notes = journalEntries(store.db, store.catalogue, { limit: 50 }).filter((entry) => entry.command === 'case.consulted');
  expect(notes.map(({ kind, label }) => ({ kind, ...label })).reverse()).toEqual([
    { kind: 'note', type: 'person', subject: SUBJECTS[0].id },
    { kind: 'note', type: 'phone', subject: SUBJECTS[1].id },
    { kind: 'note', type: 'person', subject: SUBJECTS[0].id },
  ]);
  expect(store.history()).toEqual(before);
});

test('a look during an import is not refused, and is journalled afterwards', async () => {
  const { store } = await newCase();
  const consultations = new Consultations(store);
  store.importing = true;
  consultations.opened(SUBJECTS[0], ACTOR);
  const noted = (): number => journalEntries(store.db, store.catalogue, { limit: 50 }).filter((entry) => entry.command === 'case.consulted').length;
  expect(noted()).toBe(0);
  store.importing = false;
  consultations.opened(SUBJECTS[1], ACTOR);
  expect(noted()).toBe(2);
});

import { expect, test } from 'vitest';
import { Consultations } from '../../electron/case/consultations';
import { readSettings } from '../../electron/case/settings';
import { WallClock } from '../../electron/case/wallClock';
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

test('a search is journalled when it has stood, or when something is opened after it; half a word is no search', async () => {
  const { store } = await newCase();
  const consultations = new Consultations(store, 40);
  const searches = (): { hits: unknown; text: string | undefined }[] => journalEntries(store.db, store.catalogue, { limit: 50 }).filter((entry) => entry.command === 'case.searched').map(({ label, text }) => ({ hits: label['hits'], text })).reverse();
  for (const text of ['p', 'pe', 'peeters']) consultations.searched(text, 3, ACTOR);
  expect(searches()).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 90));
  expect(searches()).toEqual([{ hits: 3, text: 'peeters' }]);
  consultations.searched('Peeters ', 3, ACTOR);
  consultations.searched('maes', 1, ACTOR);
  consultations.opened(SUBJECTS[0], ACTOR);
  consultations.searched('  ', 0, ACTOR);
  consultations.end();
  expect(searches().map(({ text }) => text)).toEqual(['peeters', 'maes']);
  // The words stand beside the entry, not in it, and their hash does not tell them.
  expect(JSON.stringify(store.db.prepare('SELECT * FROM journal').all())).not.toContain('peeters');
  const [first, second] = store.db.prepare<[], string>("SELECT patch_hash FROM journal WHERE command = 'case.searched'").pluck().all();
  expect(first).not.toBe(second);
});

test('where the case asks for a reason nothing is read without one, and each look names it', async () => {
  const { store } = await newCase();
  const consultations = new Consultations(store);
  expect(() => consultations.require()).not.toThrow();
  store.execute({ command: 'settings.put', args: { ...readSettings(store.db), asksReason: true } }, ACTOR);
  expect(() => consultations.require()).toThrow(expect.objectContaining({ code: 'reasonNeeded' }) as Error);
  consultations.begin({ seq: 7, code: 'investigation', text: '' });
  expect(() => consultations.require()).not.toThrow();
  consultations.opened(SUBJECTS[0], ACTOR);
  consultations.begin({ seq: 9, code: 'review', text: '' });
  consultations.opened(SUBJECTS[0], ACTOR);
  expect(journalEntries(store.db, store.catalogue, { limit: 2 }).map(({ label }) => label['because'])).toEqual([9, 7]);
});

test('a clock that was set is told by one that cannot be', () => {
  let [wall, steady] = [1_000_000, 0];
  const clock = new WallClock(() => wall, () => steady);
  const pass = (wallMs: number, steadyMs: number): number => {
    wall += wallMs;
    steady += steadyMs;
    return clock.drift();
  };
  expect(pass(60_000, 60_100)).toBe(0);
  expect(pass(-3_600_000 + 1000, 1000)).toBe(-3600);
  expect(pass(1000, 1000)).toBe(0);
  expect(pass(7_201_000, 1000)).toBe(7200);
});

import { expect, test } from 'vitest';
import { judgingHandlers } from '../../../electron/case/answers/judging';
import { Consultations } from '../../../electron/case/consultations';
import type { Served } from '../../../electron/case/handlers';
import { askingReason } from '../../../electron/case/reasons';
import { readSettings } from '../../../electron/case/settings';
import { journalEntries } from '../../../electron/case/queries/journalEntries';
import { Town } from '../identity/memory';
import { newCase } from '../place';
import { ACTOR } from '../who';

test('whoever sets two persons side by side has looked at both', () => {
  const town = new Town();
  const [left, right] = [town.entity('person', { familyName: 'Bakrani' }), town.entity('person', { familyName: 'Bakrany' })];
  const consultations = new Consultations(town.store);
  const handlers = judgingHandlers({ open: { store: town.store }, person: { actor: ACTOR, language: 'nl' }, consultations } as unknown as Served);
  for (let times = 0; times < 2; times += 1) void handlers['case.pair']({ left, right });
  const looked = journalEntries(town.store.db, town.store.catalogue, { limit: 50 }).filter(({ command }) => command === 'case.consulted');
  expect(new Set(looked.map(({ label }) => label['subject']))).toEqual(new Set([left, right]));
  expect(() => handlers['case.pair']({ left, right: '01a20000-0000-7000-8000-000000000009' })).toThrow(expect.objectContaining({ code: 'subjectNotFound' }));
});

test.each(['case.queue', 'case.pair', 'case.watchHits', 'case.qualityList', 'case.saidOf', 'case.compareSnapshots', 'case.pictures'] as const)('%s shows what is said of people, and asks why where the case does', async (name) => {
  const { store } = await newCase();
  store.execute({ command: 'settings.put', args: { ...readSettings(store.db), asksReason: true } }, ACTOR);
  const consultations = new Consultations(store);
  const handlers = askingReason({ [name]: () => 'shown' }, consultations) as Readonly<Record<string, (args: object) => unknown>>;
  expect(() => handlers[name]?.({})).toThrow(expect.objectContaining({ code: 'reasonNeeded' }));
  consultations.begin({ seq: 1, code: 'onderzoek', text: '' });
  expect(handlers[name]?.({})).toBe('shown');
});

import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { scrubPatches } from '../../../electron/case/erasure/patches';
import { verifyJournal } from '../../../electron/case/journal';
import { journalEntries } from '../../../electron/case/queries';
import { ACTOR } from '../who';
import { stateOf } from '../state';
import { Town } from './memory';

const why = (town: Town): readonly (string | undefined)[] => journalEntries(town.store.db, town.store.catalogue, { limit: 5 }).filter((entry) => entry.command === 'judgement.withdraw').map((entry) => entry.text);

it('why judgements were taken back stands in the journal, by whom and when, and goes with whom it was about', () => {
  const town = new Town();
  const [a, b, c] = ['A', 'B', 'C'].map((familyName) => town.entity('person', { familyName })) as [string, string, string];
  const ids = [town.judge(a, 'same', b), town.judge(b, 'same', c)];
  const before = stateOf(town.store.db);
  town.run('judgement.withdraw', { ids: [...ids, ids[0]], reason: 'twee broers' });
  expect(town.store.history().undo).toMatchObject({ command: 'judgement.withdraw', label: { items: 2 } });
  expect(why(town)).toEqual(['twee broers']);
  expect(verifyJournal(town.store.db).ok).toBe(true);
  // The journal's own row holds nothing of it.
  expect(JSON.stringify(town.store.db.prepare("SELECT * FROM journal WHERE command = 'judgement.withdraw'").all())).not.toContain('broers');

  town.store.undo(ACTOR);
  expect(stateOf(town.store.db)).toBe(before);
  town.store.redo(ACTOR);
  expect(town.as('judged').identity.any).toBe(false);

  const nobody = new Set<string>();
  scrubPatches(town.store.db, { source: nobody, entity: new Set([newId()]), link: nobody, statement: nobody, judgement: nobody });
  expect(why(town)).toContain('twee broers');
  scrubPatches(town.store.db, { source: nobody, entity: new Set([b]), link: nobody, statement: nobody, judgement: nobody });
  expect(JSON.stringify(town.store.db.prepare('SELECT content, remainder FROM patch').all())).not.toContain('broers');
  // It can still be undone.
  town.store.undo(ACTOR);
  expect(town.as('judged').entities([c])[0]?.members).toEqual([a, b, c]);
});

it('nothing is said where no reason was given', () => {
  const town = new Town();
  const [a, b] = ['A', 'B'].map((familyName) => town.entity('person', { familyName })) as [string, string];
  const id = town.judge(a, 'same', b);
  town.run('judgement.withdraw', { ids: [id], reason: ' ' });
  expect(why(town)).toEqual([undefined]);
});

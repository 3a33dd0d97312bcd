import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { identityOf, STRICT } from '../../../electron/case/db/identity';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

/** Persons by the order of their ids. */
async function persons(count: number): Promise<{ store: CaseStore; ids: string[]; say: (left: string, verdict: string, right: string) => string; keyOf: (id: string) => number }> {
  const { store } = await newCase();
  const ids = Array.from({ length: count }, () => newId()).sort();
  for (const [at, id] of ids.entries()) store.execute({ command: 'entity.create', args: { id, type: 'person', values: values({ familyName: `Naam ${at}` }), ...SAID } }, ACTOR);
  return {
    store, ids,
    say: (left, verdict, right) => {
      const id = newId();
      store.execute({ command: 'judgement.set', args: { id, left, right, verdict, reason: '' } }, ACTOR);
      return id;
    },
    keyOf: (id) => store.db.prepare<[string], number>('SELECT n FROM entity WHERE id = ?').pluck().get(id) ?? -1,
  };
}

it('takes for one what was judged the same, in each mode, by id and by short key', async () => {
  const { store, ids, say, keyOf } = await persons(4);
  const [a, b, c, d] = ids as [string, string, string, string];
  expect(identityOf(store.db, 'judged').any).toBe(false);
  say(c, 'same', b);
  say(c, 'unsure', d);
  const judged = identityOf(store.db, 'judged');
  expect(judged).toMatchObject({ mode: 'judged', any: true });
  expect([a, b, c, d].map((id) => judged.topId(id))).toEqual([a, b, b, d]);
  expect(judged.memberIds(c)).toEqual([b, c]);
  expect(judged.membersOf(keyOf(c))).toEqual([keyOf(b), keyOf(c)]);
  expect(judged.topOf(keyOf(c))).toBe(keyOf(b));
  expect([...judged.groups]).toEqual([[keyOf(b), [keyOf(b), keyOf(c)]]]);
  expect(judged.membersOf(keyOf(a))).toEqual([keyOf(a)]);
  expect(identityOf(store.db, 'lenient').memberIds(d)).toEqual([b, c, d]);
  expect(identityOf(store.db, 'strict')).toBe(STRICT);
  expect(STRICT.memberIds(c)).toEqual([c]);
});

it('leaves out what is gone, without parting what it joined', async () => {
  const { store, ids, say } = await persons(3);
  const [a, b, c] = ids as [string, string, string];
  say(a, 'same', b);
  say(a, 'same', c);
  store.execute({ command: 'subject.delete', args: { entities: [a], links: [] } }, ACTOR);
  expect(identityOf(store.db, 'judged').memberIds(c)).toEqual([b, c]);
  expect(identityOf(store.db, 'judged').memberIds(a)).toEqual([a]);
  store.undo(ACTOR);
  expect(identityOf(store.db, 'judged').memberIds(c)).toEqual([a, b, c]);
});

it('is kept while only drawn and looked at, and computed anew after a judgement, its undoing and redoing', async () => {
  const { store, ids, say } = await persons(2);
  const [a, b] = ids as [string, string];
  say(a, 'same', b);
  const before = identityOf(store.db, 'judged');
  const chart = newId();
  store.execute({ command: 'chart.create', args: { id: chart, name: 'Kaart', items: [{ subject: a, x: 0, y: 0 }] } }, ACTOR);
  store.note('case.searched', {}, ACTOR);
  expect(identityOf(store.db, 'judged')).toBe(before);
  store.undo(ACTOR);
  expect(identityOf(store.db, 'judged')).toBe(before);
  store.undo(ACTOR);
  expect(identityOf(store.db, 'judged').any).toBe(false);
  expect(identityOf(store.db, 'judged').content).toBe(before.content);
  store.redo(ACTOR);
  expect(identityOf(store.db, 'judged').memberIds(b)).toEqual([a, b]);
  store.execute({ command: 'statement.add', args: { id: newId(), subject: a, subjectKind: 'entity', values: values({ birthDate: '1990-01-01' }), ...SAID } }, ACTOR);
  expect(identityOf(store.db, 'judged')).not.toBe(before);
  expect(identityOf(store.db, 'judged').content).not.toBe(before.content);
});

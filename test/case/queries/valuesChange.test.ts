import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { saidOf } from '../../../electron/case/queries/saidOf';
import { Town } from '../identity/memory';
import { values } from '../sample';
import { ACTOR } from '../who';

const said = (town: Town, ids: string[], properties: string[]) => saidOf(town.store.db, town.store.catalogue, town.as('judged').identity, { ids, properties });

it('corrects and adds many values in one step, which one undo takes back', () => {
  const town = new Town();
  const [an, bo] = [town.entity('person', { familyName: 'An', birthDate: '1980' }, { handling: [{ scheme: 'europolHandling', code: 'H1' }] }), town.entity('person', { familyName: 'Bo' })];
  const before = said(town, [an, bo], ['familyName', 'birthDate']);
  expect(before.map((each) => [each.of, Object.keys(each.values).sort()])).toEqual([[an, ['birthDate', 'familyName']], [bo, ['familyName']]]);
  town.run('values.change', { changes: [
    { id: newId(), subject: an, replaces: before[0]?.statement, values: values({ familyName: 'Anna', birthDate: '1980' }) },
    { id: newId(), subject: bo, replaces: null, values: values({ birthDate: '1990-05-03' }) },
  ] });
  expect(town.as('judged').entities([an, bo]).map((each) => [each.caption, each.handling])).toEqual([['Anna', 'H1'], ['Bo', '']]);
  expect(town.as('judged').subject(bo).statements).toHaveLength(2);
  expect(town.store.history().undo?.label).toEqual({ statements: 2 });
  town.store.undo(ACTOR);
  expect(said(town, [an, bo], ['familyName', 'birthDate'])).toEqual(before);
});

it('makes one entry source for all that is said anew, and takes back what is emptied', () => {
  const town = new Town();
  const people = ['An', 'Bo', 'Cem'].map((familyName) => town.entity('person', { familyName }));
  town.run('values.change', { changes: people.map((subject) => ({ id: newId(), subject, replaces: null, values: values({ birthDate: '1990' }) })) });
  expect(town.store.db.prepare('SELECT count(*) AS n FROM source').get()).toEqual({ n: 1 });
  const dates = said(town, people, ['birthDate']);
  town.run('values.change', { changes: dates.map((each) => ({ id: newId(), subject: each.subject, replaces: each.statement, values: null })) });
  expect(said(town, people, ['birthDate'])).toEqual([]);
  expect(() => town.run('values.change', { changes: [{ id: newId(), subject: people[0], replaces: dates[0]?.statement, values: values({ birthDate: '1991' }) }] })).toThrow('statementRetracted');
});

it('finds what is said of all that stand for one', () => {
  const town = new Town();
  const [an, anna] = [town.entity('person', { familyName: 'An' }), town.entity('person', { familyName: 'Anna' })];
  town.judge(an, 'same', anna);
  expect(said(town, [an], ['familyName']).map((each) => [each.of, each.subject])).toEqual([[an, an], [an, anna]]);
});

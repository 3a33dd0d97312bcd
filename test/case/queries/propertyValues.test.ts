import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { identityOf } from '../../../electron/case/db/identity';
import { propertiesOnChart, propertyValues, selections } from '../../../electron/case/queries';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

/** A chart with three persons and a phone; the second person is judged to be the first. */
async function drawn(): Promise<{ store: Awaited<ReturnType<typeof newCase>>['store']; chart: string; ids: readonly string[]; run: (command: string, args: object) => unknown }> {
  const { store } = await newCase();
  const run = (command: string, args: object): unknown => store.execute({ command, args }, ACTOR);
  const chart = newId();
  const ids = [newId(), newId(), newId(), newId()].toSorted();
  const said: readonly Readonly<Record<string, string>>[] = [{ name: 'Ann Acke', nationality: 'BE' }, { name: 'Anna Acke', nationality: 'NL' }, { name: 'Bob Bral' }, { number: '+32470550127' }];
  ids.forEach((id, at) => run('entity.create', { id, type: at === 3 ? 'phone' : 'person', values: values(said[at] ?? {}), ...SAID }));
  run('chart.create', { id: chart, name: 'Een', items: ids.filter((_, at) => at !== 1).map((subject, at) => ({ subject, x: at * 100, y: 0 })) });
  return { store, chart, ids, run };
}

describe('values of a property on a chart', () => {
  test('are those of live statements, of all that an entity stands for', async () => {
    const { store, chart, ids, run } = await drawn();
    const ask = (property: string, type?: string, mode: 'judged' | 'strict' = 'judged') => propertyValues(store.db, store.catalogue, identityOf(store.db, mode), { chart, property, ...(type === undefined ? {} : { type }) }).values;
    expect(ask('nationality')).toEqual([{ entity: ids[0], values: ['BE'] }]);
    run('judgement.set', { id: newId(), left: ids[0], right: ids[1], verdict: 'same', reason: '' });
    expect(ask('nationality')).toEqual([{ entity: ids[0], values: ['BE', 'NL'] }]);
    expect(ask('nationality', undefined, 'strict')).toEqual([{ entity: ids[0], values: ['BE'] }]);
    expect(ask('name').map(({ entity }) => entity)).toEqual([ids[0], ids[2]]);
    expect(ask('name', 'phone')).toEqual([]);
    expect(ask('number', 'phone')).toEqual([{ entity: ids[3], values: ['+32470550127'] }]);
    expect(ask('no"such.thing')).toEqual([]);
    expect(propertiesOnChart(store.db, store.catalogue, identityOf(store.db, 'judged'), { chart })).toEqual([{ property: 'name', entities: 2 }, { property: 'nationality', entities: 1 }, { property: 'number', entities: 1 }]);
    store.undo(ACTOR);
    expect(ask('nationality')).toEqual([{ entity: ids[0], values: ['BE'] }]);
    expect(() => propertyValues(store.db, store.catalogue, identityOf(store.db, 'judged'), { chart: newId(), property: 'name' })).toThrow();
  });
});

describe('selections that are kept', () => {
  const kept = (name: string, slot: number | null, entities: readonly string[]): { id: string; name: string; slot: number | null; entities: readonly string[]; lines: string[] } => ({ id: newId(), name, slot, entities, lines: [] });

  test('stay with their chart, survive undo, and follow who is held to be one', async () => {
    const { store, chart, ids, run } = await drawn();
    const list = () => selections(store.db, store.catalogue, identityOf(store.db, 'judged'), { chart });
    const first = kept('Kern', 1, [ids[0] ?? '', ids[1] ?? '']);
    const second = kept('Rand', null, [ids[2] ?? '']);
    run('selection.put', { chart, selection: first });
    run('selection.put', { chart, selection: second });
    expect(list()).toEqual([first, second]);
    // A digit brings one selection back only.
    run('selection.put', { chart, selection: { ...second, slot: 1 } });
    expect(list().map(({ name, slot }) => [name, slot])).toEqual([['Rand', 1], ['Kern', null]]);
    store.undo(ACTOR);
    expect(list()).toEqual([first, second]);
    run('judgement.set', { id: newId(), left: ids[0], right: ids[1], verdict: 'same', reason: '' });
    expect(list()[0]?.entities).toEqual([ids[0]]);
    run('selection.delete', { chart, id: first.id });
    expect(list()).toEqual([second]);
    run('chart.delete', { id: chart });
    expect(list()).toEqual([]);
    store.undo(ACTOR);
    expect(list()).toEqual([second]);
    run('selection.delete', { chart, id: second.id });
    expect(list()).toEqual([]);
    expect(() => run('selection.put', { chart: newId(), selection: first })).toThrow();
  });
});

test('every entity of a chart answers, many or few', async () => {
  const { store } = await newCase();
  const run = (command: string, args: object): unknown => store.execute({ command, args }, ACTOR);
  const ids = Array.from({ length: 200 }, () => newId());
  ids.forEach((id, at) => run('entity.create', { id, type: 'person', values: values({ name: `Persoon ${at}`, nationality: ['BE', 'NL', 'DE', 'FR'][at % 4] ?? '' }), ...SAID }));
  const chart = newId();
  run('chart.create', { id: chart, name: 'Groot', items: ids.map((subject, at) => ({ subject, x: at, y: 0 })) });
  const identity = identityOf(store.db, 'judged');
  expect(propertyValues(store.db, store.catalogue, identity, { chart, property: 'nationality' }).values).toHaveLength(200);
  expect(propertiesOnChart(store.db, store.catalogue, identity, { chart })[0]?.entities).toBe(200);
});

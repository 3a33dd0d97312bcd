import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { compareSnapshots, snapshotsOf } from '../../../electron/case/queries/compareSnapshots';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const run = (store: CaseStore, command: string, args: unknown): unknown => store.execute({ command, args }, ACTOR);

/** A chart with four persons in a row, and a snapshot of it. */
async function withChart(): Promise<{ store: CaseStore; chart: string; people: readonly [string, string, string, string]; first: string }> {
  const { store } = await newCase();
  const [chart, first] = [newId(), newId()];
  const people = [newId(), newId(), newId(), newId()] as const;
  people.forEach((id, at) => run(store, 'entity.create', { id, type: 'person', values: values({ name: `Persoon ${at}` }), ...SAID }));
  run(store, 'chart.create', { id: chart, name: 'Overzicht', items: people.slice(0, 3).map((subject, at) => ({ subject, x: at * 100, y: 0 })) });
  run(store, 'chart.snapshot', { id: first, chart, name: 'Voor' });
  return { store, chart, people, first };
}

const captions = (list: readonly { readonly caption: string }[]): string[] => list.map((each) => each.caption);

describe('snapshots of a chart', () => {
  it('are listed with who took them and when, the newest first, and renamed by a step that undo takes back', async () => {
    const { store, chart, first } = await withChart();
    const second = newId();
    run(store, 'chart.snapshot', { id: second, chart, name: 'Na' });
    const list = snapshotsOf(store.db, { chart });
    expect(list.map(({ id, name, items, actor }) => ({ id, name, items, actor }))).toEqual([{ id: second, name: 'Na', items: 3, actor: `${ACTOR.name} (${ACTOR.service})` }, { id: first, name: 'Voor', items: 3, actor: `${ACTOR.name} (${ACTOR.service})` }]);
    expect(list.every((each) => /^\d{4}-\d{2}-\d{2}T/.test(each.at))).toBe(true);
    run(store, 'chart.renameSnapshot', { id: first, name: 'Uitgangspunt' });
    expect(snapshotsOf(store.db, { chart }).map((each) => each.name)).toEqual(['Na', 'Uitgangspunt']);
    store.undo(ACTOR);
    expect(snapshotsOf(store.db, { chart }).map((each) => each.name)).toEqual(['Na', 'Voor']);
    expect(() => run(store, 'chart.renameSnapshot', { id: newId(), name: 'x' })).toThrow();
    expect(snapshotsOf(store.db, { chart: newId() })).toEqual([]);
  });

  it('tell what was added, went, moved and changed until now, and until another', async () => {
    const { store, chart, people: [one, two, three, four], first } = await withChart();
    expect(compareSnapshots(store.db, { from: first, to: null })).toEqual({ same: 3, added: [], gone: [], moved: [], changed: [] });
    run(store, 'chart.addItems', { chart, items: [{ subject: four, x: 9, y: 9 }] });
    run(store, 'chart.moveItems', { chart, items: [{ subject: two, x: 100, y: 50 }] });
    const second = newId();
    run(store, 'chart.snapshot', { id: second, chart, name: 'Na' });
    run(store, 'chart.removeItems', { chart, entities: [one], links: [] });
    run(store, 'statement.add', { id: newId(), subject: three, subjectKind: 'entity', values: values({ birthDate: '1984-03-14' }), ...SAID });
    const now = compareSnapshots(store.db, { from: first, to: null });
    expect([captions(now.added), captions(now.gone), captions(now.moved), captions(now.changed), now.same]).toEqual([['Persoon 3'], ['Persoon 0'], ['Persoon 1'], ['Persoon 2'], 0]);
    expect(now.moved[0]).toMatchObject({ id: two, x: 100, y: 0 });
    const between = compareSnapshots(store.db, { from: first, to: second });
    expect([captions(between.added), captions(between.gone), captions(between.moved), captions(between.changed), between.same]).toEqual([['Persoon 3'], [], ['Persoon 1'], [], 2]);
    run(store, 'chart.moveItems', { chart, items: now.moved.map(({ id, x, y }) => ({ subject: id, x, y })) });
    expect(compareSnapshots(store.db, { from: first, to: null }).moved).toEqual([]);
    store.undo(ACTOR);
    expect(captions(compareSnapshots(store.db, { from: first, to: null }).moved)).toEqual(['Persoon 1']);
  });

  it('count what left the case as gone, and refuse a snapshot that is not there', async () => {
    const { store, people: [one], first } = await withChart();
    run(store, 'subject.delete', { entities: [one], links: [] });
    expect(captions(compareSnapshots(store.db, { from: first, to: null }).gone)).toHaveLength(1);
    expect(() => compareSnapshots(store.db, { from: newId(), to: null })).toThrow('chartNotFound');
  });
});

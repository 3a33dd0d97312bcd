import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { compareSnapshots as compare } from '../../../electron/case/queries/compareSnapshots';
import { snapshotsOf } from '../../../electron/case/queries/snapshots';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const compareSnapshots = ({ db, catalogue }: CaseStore, args: { from: string; to: string | null }) => compare(db, catalogue, args);
const NOTHING = { added: [], gone: [], changed: [] };

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
    expect(compareSnapshots(store, { from: first, to: null })).toEqual({ same: 3, added: [], gone: [], moved: [], changed: [], lines: [], lineCount: 0, groups: NOTHING, notes: NOTHING, options: [] });
    run(store, 'chart.addItems', { chart, items: [{ subject: four, x: 9, y: 9 }] });
    run(store, 'chart.moveItems', { chart, items: [{ subject: two, x: 100, y: 50 }] });
    const second = newId();
    run(store, 'chart.snapshot', { id: second, chart, name: 'Na' });
    run(store, 'chart.removeItems', { chart, entities: [one], links: [] });
    run(store, 'statement.add', { id: newId(), subject: three, subjectKind: 'entity', values: values({ birthDate: '1984-03-14' }), ...SAID });
    const now = compareSnapshots(store, { from: first, to: null });
    expect([captions(now.added), captions(now.gone), captions(now.moved), captions(now.changed), now.same]).toEqual([['Persoon 3'], ['Persoon 0'], ['Persoon 1'], ['Persoon 2'], 0]);
    expect(now.moved[0]).toMatchObject({ id: two, x: 100, y: 0 });
    const between = compareSnapshots(store, { from: first, to: second });
    expect([captions(between.added), captions(between.gone), captions(between.moved), captions(between.changed), between.same]).toEqual([['Persoon 3'], [], ['Persoon 1'], [], 2]);
    run(store, 'chart.moveItems', { chart, items: now.moved.map(({ id, x, y }) => ({ subject: id, x, y })) });
    expect(compareSnapshots(store, { from: first, to: null }).moved).toEqual([]);
    store.undo(ACTOR);
    expect(captions(compareSnapshots(store, { from: first, to: null }).moved)).toEqual(['Persoon 1']);
  });

  it('count what left the case as gone, and refuse a snapshot that is not there', async () => {
    const { store, people: [one], first } = await withChart();
    run(store, 'subject.delete', { entities: [one], links: [] });
    expect(captions(compareSnapshots(store, { from: first, to: null }).gone)).toHaveLength(1);
    expect(() => compareSnapshots(store, { from: newId(), to: null })).toThrow('chartNotFound');
  });

  it('tell which values came and went, which lines, and what was drawn otherwise', async () => {
    const { store, chart, people: [one, two, three], first } = await withChart();
    const [group, note, link] = [newId(), newId(), newId()];
    const said = newId();
    run(store, 'statement.add', { id: said, subject: one, subjectKind: 'entity', values: values({ birthDate: '1984-03-14' }), ...SAID });
    const second = newId();
    run(store, 'chart.snapshot', { id: second, chart, name: 'Na', note: 'Na de observatie van 3 mei' });
    run(store, 'statement.correct', { id: newId(), replaces: said, values: values({ birthDate: '1985-03-14' }), ...SAID });
    run(store, 'link.create', { id: link, type: 'knows', from: two, to: one, values: {}, ...SAID });
    run(store, 'group.put', { id: group, chart, name: 'De kade', members: [one, two], collapsed: false });
    run(store, 'annotation.put', { id: note, chart, kind: 'note', x: 0, y: 0, width: 100, height: 40, text: 'Nog na te gaan' });
    run(store, 'chart.setOptions', { chart, options: { folding: 'pair' } });
    const now = compareSnapshots(store, { from: second, to: null });
    expect(now.changed).toEqual([{ id: one, type: 'person', caption: 'Persoon 0', values: [{ property: 'birthDate', from: ['1984-03-14'], to: ['1985-03-14'] }], saidMore: 1, saidLess: 1 }]);
    expect(now.lines.map(({ type, fromCaption, toCaption, before, after }) => [type, fromCaption, toCaption, before, after].join(' '))).toHaveLength(1);
    expect(now.lines[0]).toMatchObject({ type: 'knows', before: 0, after: 1 });
    expect([now.groups, now.notes, now.options]).toEqual([{ ...NOTHING, added: ['De kade'] }, { ...NOTHING, added: ['Nog na te gaan'] }, ['folding']]);
    expect(compareSnapshots(store, { from: first, to: second }).changed).toMatchObject([{ id: one, values: [{ property: 'birthDate', from: [], to: ['1984-03-14'] }] }]);
    expect(snapshotsOf(store.db, { chart })[0]).toMatchObject({ name: 'Na', note: 'Na de observatie van 3 mei', used: 0 });
    // A line that is put out of sight is not on the chart any more.
    const third = newId();
    run(store, 'chart.snapshot', { id: third, chart, name: 'Later' });
    run(store, 'chart.removeItems', { chart, entities: [], links: [link] });
    expect(compareSnapshots(store, { from: third, to: null }).lines).toMatchObject([{ before: 1, after: 0 }]);
    run(store, 'group.put', { id: group, chart, name: 'De kade', members: [one, two, three], collapsed: true });
    expect(compareSnapshots(store, { from: third, to: null }).groups).toEqual({ ...NOTHING, changed: ['De kade'] });
  });
});

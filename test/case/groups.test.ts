import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ChartGroupRecord } from '../../shared/model/drawing';
import { ImagedRows } from '../../electron/case/db/imaged';
import type { OpenCase } from '../../electron/case/life';
import { keyText } from '../../shared/commands/image';
import { ACTOR, newCase } from './place';
import { SAID, values } from './sample';
import { stateOf } from './state';

interface Drawn { readonly open: OpenCase; readonly chart: string; readonly ids: readonly string[] }

/** A chart with so many persons in a row. */
async function drawn(count: number): Promise<Drawn> {
  const open = await newCase();
  const chart = newId();
  const ids = Array.from({ length: count }, () => newId());
  for (const [at, id] of ids.entries()) open.store.execute({ command: 'entity.create', args: { id, type: 'person', values: values({ name: `Persoon ${at}` }), ...SAID } }, ACTOR);
  open.store.execute({ command: 'chart.create', args: { id: chart, name: 'Kaart', items: ids.map((subject, at) => ({ subject, x: at * 100, y: 0 })) } }, ACTOR);
  return { open, chart, ids };
}

const group = (chart: string, members: readonly string[], more: Partial<ChartGroupRecord> = {}): ChartGroupRecord => ({ id: newId(), chart, name: 'Groep', members: [...members], collapsed: true, ...more });
const groupsOn = ({ open, chart }: Drawn): readonly ChartGroupRecord[] => new ImagedRows(open.store.db).list('chart_group', { chart }) as readonly ChartGroupRecord[];

describe('groups of a chart', () => {
  it('are written, opened, nested, moved and taken away in one step each, and undone to the start', async () => {
    const here = await drawn(5);
    const { store } = here.open;
    const start = stateOf(store.db);
    const [a = '', b = '', c = '', d = ''] = here.ids;
    const one = group(here.chart, [a, b]);
    const two = group(here.chart, [one.id, c], { name: 'Om en rond', style: { colour: '#336699', by: 'selection' } });
    const do_ = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
    do_('group.putMany', { chart: here.chart, groups: [one, two], items: [{ subject: a, x: 7, y: 9 }] });
    expect(groupsOn(here).map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(new ImagedRows(store.db).read('chart_item', keyText(here.chart, a))).toMatchObject({ x: 7, y: 9 });
    do_('group.put', { ...one, collapsed: false, members: [a, b, d] });
    do_('group.delete', { id: one.id });
    expect(groupsOn(here)).toEqual([{ ...two, members: [a, b, d, c] }]);
    do_('chart.removeItems', { chart: here.chart, entities: [a, b, d], links: [] });
    expect(groupsOn(here)).toEqual([{ ...two, members: [c] }]);
    do_('chart.removeItems', { chart: here.chart, entities: [c], links: [] });
    expect(groupsOn(here)).toEqual([]);
    for (let step = 0; step < 5; step += 1) store.undo(ACTOR);
    expect(stateOf(store.db)).toBe(start);
    for (let step = 0; step < 5; step += 1) store.redo(ACTOR);
    expect(groupsOn(here)).toEqual([]);
  });

  it('leave the notes that were tied to them where they were drawn when they are taken away', async () => {
    const here = await drawn(3);
    const { store } = here.open;
    const do_ = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
    const inner = group(here.chart, here.ids.slice(0, 2));
    const outer = group(here.chart, [inner.id, here.ids[2] ?? ''], { collapsed: false });
    const notes = [inner, outer].map(({ id }) => ({ id: newId(), chart: here.chart, kind: 'note', x: 10, y: -40, width: 80, height: 30, text: 'Zie proces-verbaal', style: { anchor: id, colour: '#336699' } }));
    do_('group.putMany', { chart: here.chart, groups: [inner, outer] });
    for (const note of notes) do_('annotation.put', note);
    const start = stateOf(store.db);
    const drawnNotes = (): unknown[] => notes.map(({ id }) => new ImagedRows(store.db).read('annotation', keyText(id)));
    do_('group.putMany', { chart: here.chart, groups: [{ ...outer, members: [...here.ids] }], gone: [inner.id] });
    expect(drawnNotes()[0]).toMatchObject({ x: 60, y: -40, style: { colour: '#336699' } });
    expect(drawnNotes()[0]).not.toHaveProperty('style.anchor');
    expect(drawnNotes()[1]).toMatchObject({ x: 10, style: { anchor: outer.id } });
    do_('group.delete', { id: outer.id });
    expect(drawnNotes()[1]).toMatchObject({ x: 110, y: -40 });
    store.undo(ACTOR);
    store.undo(ACTOR);
    expect(stateOf(store.db)).toBe(start);
    do_('chart.removeItems', { chart: here.chart, entities: [...here.ids], links: [] });
    expect(drawnNotes()).toEqual([expect.objectContaining({ x: 60 }), expect.objectContaining({ x: 110 })]);
    store.undo(ACTOR);
    expect(stateOf(store.db)).toBe(start);
  });

  it('lose who leaves the chart, also where the group knows him by another that he is taken for one with', async () => {
    const here = await drawn(3);
    const { store } = here.open;
    const do_ = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
    const [a = '', b = '', c = ''] = here.ids;
    do_('chart.removeItems', { chart: here.chart, entities: [b], links: [] });
    do_('judgement.set', { id: newId(), left: a, right: b, verdict: 'same', reason: '' });
    const ring = group(here.chart, [b, c]);
    do_('group.put', ring);
    do_('chart.removeItems', { chart: here.chart, entities: [a], links: [] });
    expect(groupsOn(here)).toEqual([{ ...ring, members: [c] }]);
  });

  it('may not hold themselves, also where several are written at once', async () => {
    const here = await drawn(1);
    const one = group(here.chart, here.ids);
    const two = group(here.chart, [one.id]);
    const before = stateOf(here.open.store.db);
    expect(() => here.open.store.execute({ command: 'group.putMany', args: { chart: here.chart, groups: [{ ...one, members: [two.id] }, two] } }, ACTOR)).toThrow(expect.objectContaining({ code: 'groupInItself' }));
    expect(() => here.open.store.execute({ command: 'group.put', args: { ...one, members: [one.id] } }, ACTOR)).toThrow(expect.objectContaining({ code: 'groupInItself' }));
    expect(stateOf(here.open.store.db)).toBe(before);
  });

  it('are taken away by the hundred in one step', async () => {
    const here = await drawn(2);
    const { store } = here.open;
    const many = Array.from({ length: 300 }, () => group(here.chart, here.ids));
    store.execute({ command: 'group.putMany', args: { chart: here.chart, groups: many } }, ACTOR);
    store.execute({ command: 'group.putMany', args: { chart: here.chart, groups: [], gone: many.slice(10).map(({ id }) => id) } }, ACTOR);
    expect(groupsOn(here)).toHaveLength(10);
    store.undo(ACTOR);
    expect(groupsOn(here)).toHaveLength(300);
  });
});

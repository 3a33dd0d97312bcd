import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { presentations } from '../../../electron/case/queries/presentations';
import { snapshotsOf } from '../../../electron/case/queries/snapshots';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const run = (store: CaseStore, command: string, args: unknown): unknown => store.execute({ command, args }, ACTOR);

async function withSnapshots(): Promise<{ store: CaseStore; chart: string; first: string; second: string }> {
  const { store } = await newCase();
  const [chart, person, first, second] = [newId(), newId(), newId(), newId()];
  run(store, 'entity.create', { id: person, type: 'person', values: values({ name: 'Persoon' }), ...SAID });
  run(store, 'chart.create', { id: chart, name: 'Overzicht', items: [{ subject: person, x: 0, y: 0 }] });
  for (const [id, name] of [[first, 'Voor'], [second, 'Na']]) run(store, 'chart.snapshot', { id, chart, name });
  return { store, chart, first, second };
}

const slide = (snapshot: string, heading = '', note = '') => ({ id: newId(), snapshot, heading, note });

describe('presentations', () => {
  it('are kept with their slides in order, and every change is one step that undo takes back', async () => {
    const { store, chart, first, second } = await withSnapshots();
    const id = newId();
    const slides = [slide(second, 'Wat we weten'), { ...slide(first), view: { x: 0, y: 0, width: 400, height: 300 } }];
    run(store, 'presentation.put', { id, name: 'Overleg', slides });
    expect(presentations(store.db)).toMatchObject([{ id, name: 'Overleg', slides: [{ heading: 'Wat we weten', shows: { name: 'Na', chart, chartName: 'Overzicht', items: 1 } }, { view: { width: 400 }, shows: { name: 'Voor' } }] }]);
    run(store, 'presentation.put', { id, name: 'Overleg 2', slides: slides.toReversed() });
    expect(presentations(store.db)[0]).toMatchObject({ name: 'Overleg 2', slides: [{ shows: { name: 'Voor' } }, { shows: { name: 'Na' } }] });
    store.undo(ACTOR);
    expect(presentations(store.db)[0]).toMatchObject({ name: 'Overleg', slides: [{ shows: { name: 'Na' } }, { shows: { name: 'Voor' } }] });
    run(store, 'presentation.delete', { id });
    expect(presentations(store.db)).toEqual([]);
    expect(snapshotsOf(store.db, { chart })).toHaveLength(2);
    store.undo(ACTOR);
    expect(presentations(store.db)).toHaveLength(1);
  });

  it('take no slide of a snapshot that is not there, and hold the snapshots that they show', async () => {
    const { store, chart, first, second } = await withSnapshots();
    const id = newId();
    expect(() => run(store, 'presentation.put', { id, name: 'x', slides: [slide(newId())] })).toThrow('subjectNotFound');
    run(store, 'presentation.put', { id, name: 'Overleg', slides: [slide(first)] });
    expect(snapshotsOf(store.db, { chart }).map(({ name, used }) => [name, used])).toEqual([['Na', 0], ['Voor', 1]]);
    expect(() => run(store, 'chart.deleteSnapshot', { id: first })).toThrow('snapshotInUse');
    run(store, 'chart.deleteSnapshot', { id: second });
    expect(snapshotsOf(store.db, { chart }).map(({ name }) => name)).toEqual(['Voor']);
    store.undo(ACTOR);
    expect(snapshotsOf(store.db, { chart }).map(({ name }) => name)).toEqual(['Na', 'Voor']);
    run(store, 'presentation.delete', { id });
    run(store, 'chart.deleteSnapshot', { id: first });
    expect(() => run(store, 'chart.deleteSnapshot', { id: first })).toThrow('subjectNotFound');
    store.undo(ACTOR);
    store.undo(ACTOR);
    expect(presentations(store.db)[0]?.slides[0]?.shows).toMatchObject({ name: 'Voor' });
  });

  it('outlive the chart that their snapshots were taken of', async () => {
    const { store, chart, first } = await withSnapshots();
    run(store, 'presentation.put', { id: newId(), name: 'Overleg', slides: [slide(first)] });
    run(store, 'chart.delete', { id: chart });
    expect(presentations(store.db)[0]?.slides[0]?.shows).toMatchObject({ name: 'Voor', chartName: '', items: 1 });
  });
});

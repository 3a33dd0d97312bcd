import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../electron/case/db/identity';
import { chartView } from '../../../electron/case/queries';
import { newSince } from '../../../electron/case/queries/newSince';
import type { CaseStore } from '../../../electron/case/store';
import type { AnnotationRecord } from '../../../shared/model/drawing';
import { ACTOR, newCase } from '../place';
import { SAID, values } from '../sample';

const run = (store: CaseStore, command: string, args: unknown): unknown => store.execute({ command, args }, ACTOR);
const view = (store: CaseStore, id: string) => chartView(store.db, store.catalogue, STRICT, { id });

async function withChart(): Promise<{ store: CaseStore; chart: string; people: readonly [string, string] }> {
  const { store } = await newCase();
  const chart = newId();
  const people = [newId(), newId()] as const;
  for (const [at, id] of people.entries()) run(store, 'entity.create', { id, type: 'person', values: values({ name: `Persoon ${at}` }), ...SAID });
  run(store, 'chart.create', { id: chart, name: 'Overzicht', items: people.map((subject, at) => ({ subject, x: at * 100, y: 0 })) });
  return { store, chart, people };
}

describe('annotations', () => {
  it('are written, changed and taken away by one step each, which undo takes back', async () => {
    const { store, chart, people: [one] } = await withChart();
    const note: AnnotationRecord = { id: newId(), chart, kind: 'note', x: 34, y: -80, width: 170, height: 40, text: 'Wie betaalde?', style: { anchor: one, colour: '#009e73', line: 'dashed', size: 14, ownOnly: true } };
    run(store, 'annotation.put', note);
    expect(view(store, chart).annotations).toEqual([note]);
    run(store, 'annotation.put', { ...note, text: 'Betaald', x: 60 });
    run(store, 'annotation.delete', { id: note.id });
    expect(view(store, chart).annotations).toEqual([]);
    store.undo(ACTOR);
    expect(view(store, chart).annotations).toEqual([{ ...note, text: 'Betaald', x: 60 }]);
    store.undo(ACTOR);
    expect(view(store, chart).annotations).toEqual([note]);
    store.undo(ACTOR);
    expect(view(store, chart).annotations).toEqual([]);
    expect(() => run(store, 'annotation.delete', { id: newId() })).toThrow();
    expect(() => run(store, 'annotation.put', { ...note, chart: newId() })).toThrow();
  });

  it('are frozen with their chart', async () => {
    const { store, chart } = await withChart();
    const heading = { id: newId(), chart, kind: 'heading' as const, x: 0, y: -200, width: 300, height: 40, text: 'Overslag' };
    run(store, 'annotation.put', heading);
    const snapshot = newId();
    run(store, 'chart.snapshot', { id: snapshot, chart, name: 'Voor' });
    run(store, 'annotation.delete', { id: heading.id });
    const stored = store.db.prepare<[string], string>('SELECT drawing FROM snapshot WHERE id = ?').pluck().get(snapshot);
    expect(JSON.parse(stored ?? '{}')).toMatchObject({ annotations: [heading] });
  });
});

describe('how items are drawn', () => {
  it('is set, taken away again and undone: representation, picture, and strength of a line with its reason', async () => {
    const { store, chart, people: [one, two] } = await withChart();
    const link = newId();
    run(store, 'link.create', { id: link, type: 'knows', from: one, to: two, values: {}, ...SAID });
    const styleOf = (subject: string) => view(store, chart).items.find((item) => item.subject === subject)?.style;
    const picture = { source: newId(), x: 0.1, y: 0, side: 0.8 };
    run(store, 'chart.styleItems', { chart, subjects: [one], style: { representation: 'picture', picture } });
    expect(styleOf(one)).toEqual({ representation: 'picture', picture });
    run(store, 'chart.styleItems', { chart, subjects: [one], style: { representation: 'box', picture: null } });
    expect(styleOf(one)).toEqual({ representation: 'box' });
    run(store, 'chart.styleItems', { chart, subjects: [one], style: { representation: null } });
    expect(styleOf(one)).toBeUndefined();
    store.undo(ACTOR);
    expect(styleOf(one)).toEqual({ representation: 'box' });
    const [line] = view(store, chart).lines;
    run(store, 'chart.styleItems', { chart, subjects: [line!.id], style: { strength: { as: 'confirmed', reason: 'twee getuigen' } } });
    const kept = view(store, chart).items.find((item) => item.kind === 'link');
    expect(kept?.style).toEqual({ strength: { as: 'confirmed', reason: 'twee getuigen' } });
    store.undo(ACTOR);
    expect(view(store, chart).items.filter((item) => item.kind === 'link')).toEqual([]);
    expect(() => run(store, 'chart.styleItems', { chart, subjects: [line!.id], style: { strength: { as: 'confirmed', reason: '' } } })).toThrow();
  });
});

describe('what is new on a chart', () => {
  it('is what came into the case, or was said, after its last snapshot or a moment', async () => {
    const { store, chart, people: [one, two] } = await withChart();
    const since = (at: string | null) => newSince(store.db, store.catalogue, STRICT, { chart, since: at });
    expect(since(null)).toEqual({ at: null, added: [], changed: [] });
    run(store, 'chart.snapshot', { id: newId(), chart, name: 'Voor' });
    expect(since(null)).toMatchObject({ added: [], changed: [] });
    const three = newId();
    run(store, 'entity.create', { id: three, type: 'person', values: values({ name: 'Later' }), ...SAID, place: { chart, x: 9, y: 9 } });
    run(store, 'statement.add', { id: newId(), subject: two, subjectKind: 'entity', values: values({ birthDate: '1984-03-14' }), ...SAID });
    run(store, 'chart.moveItems', { chart, items: [{ subject: one, x: 5, y: 5 }] });
    expect(since(null)).toMatchObject({ added: [three], changed: [two] });
    expect(since('2000-01-01T00:00:00.000Z').added.toSorted()).toEqual([one, two, three].toSorted());
    expect(since('2999-01-01T00:00:00.000Z')).toMatchObject({ added: [], changed: [] });
    expect(() => newSince(store.db, store.catalogue, STRICT, { chart: newId(), since: null })).toThrow('chartNotFound');
  });
});

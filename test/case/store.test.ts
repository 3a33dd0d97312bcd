import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { CaseStore } from '../../electron/case/store';
import { ACTOR, newCase } from './place';
import { SAID, values } from './sample';

const person = (store: CaseStore, said: Record<string, string>): string => {
  const id = newId();
  store.execute({ command: 'entity.create', args: { id, type: 'person', values: values(said), ...SAID } }, ACTOR);
  return id;
};
const entity = (store: CaseStore, id: string): Record<string, unknown> => store.db.prepare<[string], Record<string, unknown>>('SELECT * FROM entity WHERE id = ?').get(id) ?? {};
const say = (store: CaseStore, subject: string, said: Record<string, string>, more: object = {}): string => {
  const id = newId();
  store.execute({ command: 'statement.add', args: { id, subject, subjectKind: 'entity', values: values(said), ...SAID, ...more } }, ACTOR);
  return id;
};

describe('store', () => {
  it('computes what lists and charts show from all live statements', async () => {
    const { store } = await newCase();
    const id = person(store, { name: 'Driss Amellal', birthDate: '1984' });
    say(store, id, { birthDate: '1984-03-14' }, { grading: { scheme: 'europol4x4', codes: { source: 'B', information: '2' } }, handling: [{ scheme: 'europolHandling', code: 'H1' }] });
    expect(entity(store, id)).toMatchObject({ caption: 'Driss Amellal', sources: 1, grading: 'B2', handling: 'H1', contradicts: 0 });
    const wrong = say(store, id, { birthDate: '1985-01-01' });
    expect(entity(store, id)['contradicts']).toBe(1);
    store.execute({ command: 'statement.retract', args: { ids: [wrong] } }, ACTOR);
    expect(entity(store, id)['contradicts']).toBe(0);
  });

  it('finds by full text what live statements say, numbers also without their marks', async () => {
    const { store } = await newCase();
    const id = person(store, { name: 'Şükrü Yılmaz' });
    const found = (words: string): unknown[] => store.db.prepare('SELECT entity.id FROM fulltext JOIN entity ON entity.n = fulltext.rowid WHERE fulltext MATCH ?').pluck().all(words);
    expect(found('sukru')).toEqual([id]);
    const said = say(store, id, { name: 'Sjoekroe 0470/55.01.27' });
    expect(found('0470550127')).toEqual([id]);
    store.execute({ command: 'statement.retract', args: { ids: [said] } }, ACTOR);
    expect(found('0470550127')).toEqual([]);
  });

  it('makes the entities of a judgement one, and parts them when it is taken back', async () => {
    const { store } = await newCase();
    const [a, b, c] = [person(store, { name: 'A' }), person(store, { name: 'B' }), person(store, { name: 'C' })];
    const judge = (left: string, right: string, verdict: string): void => void store.execute({ command: 'judgement.set', args: { id: newId(), left, right, verdict, reason: '' } }, ACTOR);
    judge(b, a, 'same');
    judge(b, c, 'same');
    expect([a, b, c].map((id) => entity(store, id)['canonical'])).toEqual([a, a, a]);
    judge(a, b, 'different');
    expect([a, b, c].map((id) => entity(store, id)['canonical'])).toEqual([a, b, b]);
    store.undo(ACTOR);
    expect(entity(store, c)['canonical']).toBe(a);
  });

  it('keeps an identifier found by another statement when the one it rested on is retracted', async () => {
    const { store } = await newCase();
    const id = newId();
    store.execute({ command: 'entity.create', args: { id, type: 'phone', values: values({ number: '+32470550127' }), ...SAID } }, ACTOR);
    say(store, id, { number: '+32470550127' });
    const first = store.db.prepare<[], string>('SELECT id FROM statement ORDER BY n LIMIT 1').pluck().get() ?? '';
    store.execute({ command: 'statement.retract', args: { ids: [first] } }, ACTOR);
    expect(store.db.prepare('SELECT count(*) FROM identifier i JOIN statement s ON s.n = i.statement WHERE i.value = ? AND s.seq_retracted IS NULL').pluck().get('+32470550127')).toBeGreaterThan(0);
  });

  it('announces each change with its tables and charts, and nothing while an import runs', async () => {
    const { store } = await newCase();
    const heard: unknown[] = [];
    store.on('changed', ({ command, tables, charts }) => heard.push({ command, tables: [...tables].sort(), charts }));
    const chart = newId();
    store.execute({ command: 'chart.create', args: { id: chart, name: 'Kaart' } }, ACTOR);
    person(store, { name: 'A' });
    expect(heard).toEqual([{ command: 'chart.create', tables: ['chart'], charts: [chart] }, { command: 'entity.create', tables: ['entity', 'source', 'statement'], charts: [] }]);
    store.importing = true;
    expect(() => person(store, { name: 'B' })).toThrow('importRunning');
    expect(() => store.undo(ACTOR)).toThrow('importRunning');
  });

  it.each([
    ['unknownRequest', 'no.such', {}],
    ['invalidArguments', 'entity.create', { id: 'x' }],
    ['typeUnknown', 'entity.create', { id: newId(), type: 'dragon', values: {}, ...SAID }],
    ['subjectNotFound', 'link.create', { id: newId(), type: 'knows', from: newId(), to: newId(), values: {}, ...SAID }],
    ['chartNotFound', 'chart.rename', { id: newId(), name: 'X' }],
    ['statementRetracted', 'statement.retract', { ids: [newId()] }],
    ['sourceNotFound', 'source.retract', { id: newId() }],
    ['briefingNotFound', 'briefing.delete', { id: newId() }],
  ])('refuses with %s and leaves no trace: %s', async (code, command, args) => {
    const { store } = await newCase();
    const { seq } = store;
    expect(() => store.execute({ command, args }, ACTOR)).toThrow(code);
    expect(store.seq).toBe(seq);
  });

  it('never takes back what was let out: undo passes a release over, and redo survives it', async () => {
    const { store } = await newCase();
    const before = person(store, { name: 'Before' });
    const after = person(store, { name: 'After' });
    store.undo(ACTOR);
    store.execute({ command: 'release.record', args: { id: newId(), briefing: newId(), recipient: 'Parket', at: '2026-02-01T10:00:00.000Z', sha256: 'a'.repeat(64), pages: 3, seq: store.seq } }, ACTOR);
    expect(store.history().redo?.command).toBe('entity.create');
    store.redo(ACTOR);
    expect(entity(store, after)['seq_retracted']).toBeNull();
    store.undo(ACTOR);
    store.undo(ACTOR);
    expect(entity(store, before)['seq_retracted']).not.toBeNull();
    expect(store.db.prepare('SELECT count(*) FROM release').pluck().get()).toBe(1);
    expect(() => store.undo(ACTOR)).toThrow('nothingToUndo');
  });

  it('refuses a link to itself, and one between types that it does not join', async () => {
    const { store } = await newCase();
    const [a, b] = [person(store, { name: 'A' }), person(store, { name: 'B' })];
    const link = (type: string, to: string): void => void store.execute({ command: 'link.create', args: { id: newId(), type, from: a, to, values: {}, ...SAID } }, ACTOR);
    expect(() => link('knows', a)).toThrow('selfLink');
    expect(() => link('directorOf', b)).toThrow('linkEndsNotAllowed');
    link('knows', b);
    expect(entity(store, b)['links']).toBe(1);
  });
});

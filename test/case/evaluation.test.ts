import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../electron/case/db/identity';
import { SHIPPED } from '../../electron/case/catalogue';
import { openDatabase } from '../../electron/case/db/database';
import { migrate } from '../../electron/case/db/migrate';
import { closeCase } from '../../electron/case/life';
import { MIGRATIONS } from '../../electron/case/migrations';
import { browse } from '../../electron/case/queries/browse';
import { categories } from '../../electron/case/queries/categories';
import { evaluations } from '../../electron/case/queries/evaluations';
import { overdueReviews, reviews } from '../../electron/case/queries/reviews';
import { search } from '../../electron/case/queries/search';
import { subjectView } from '../../electron/case/queries/subjectView';
import type { CaseStore } from '../../electron/case/store';
import type { Handling } from '../../shared/model/evaluation';
import type { Scheme } from '../../shared/schema/types';
import { ACTOR, newCase, openAgain, temporaryFolder } from './place';
import { SAID, values } from './sample';
import { stateOf } from './state';

const A1 = { scheme: 'europol4x4', codes: { source: 'A', information: '1' } };
const H1: Handling = { scheme: 'europolHandling', axis: 'code', code: 'H1' };
const H2: Handling = { scheme: 'europolHandling', axis: 'code', code: 'H2' };
const RED: Handling = { scheme: 'tlp', axis: 'label', code: 'TLP:RED' };
const GREEN: Handling = { scheme: 'tlp', axis: 'label', code: 'TLP:GREEN' };
const LEAVE = { givenBy: 'M. Dubois', givenOn: '2026-05-03', reference: 'DGDA 2026/17' };

const run = (store: CaseStore, command: string, args: object): void => void store.execute({ command, args }, ACTOR);
const row = (store: CaseStore, table: 'entity' | 'link', id: string): Record<string, unknown> => store.db.prepare<[string], Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`).get(id) ?? {};

/** A source of another service, put in as an import does. */
function sourceOf(store: CaseStore, supplier: string, handling: readonly Handling[] = [], receivedAt = '2020-05-31T08:00:00Z'): string {
  const id = newId();
  store.db.prepare("INSERT INTO source (id, kind, title, supplier, bytes, media_type, handling, received_at, seq_added) VALUES (?, 'file', ?, ?, 0, '', ?, ?, ?)").run(id, `${supplier}.csv`, supplier, handling.length === 0 ? '' : JSON.stringify(handling), receivedAt, store.seq);
  return id;
}

function person(store: CaseStore, name: string, source?: string, more: object = {}): string {
  const id = newId();
  run(store, 'entity.create', { id, type: 'person', values: values({ name }), ...SAID, ...(source === undefined ? {} : { source }), ...more });
  return id;
}

const handlingOf = (store: CaseStore, subject: string): string[][] => subjectView(store.db, store.catalogue, STRICT, { id: subject }).statements.map((each) => each.handling.map(({ code }) => code));
const evaluate = (store: CaseStore, args: object): void => run(store, 'statements.evaluate', { id: newId(), reason: 'na overleg', ...args });
const codeOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return '';
};

describe('evaluation', () => {
  it('grades and handles many statements in one step, which one undo takes back', async () => {
    const { store } = await newCase();
    const people = ['A', 'B', 'C'].map((name) => person(store, name));
    const before = stateOf(store.db);
    evaluate(store, { targets: { subjects: people }, grading: A1, handling: { add: [H1, RED] }, basis: 'assessment' });
    const after = stateOf(store.db);
    for (const id of people) {
      expect(row(store, 'entity', id)).toMatchObject({ grading: 'A1', assessed: 1 });
      expect(handlingOf(store, id)).toEqual([['H1', 'TLP:RED']]);
    }
    expect(store.db.prepare('SELECT label FROM journal ORDER BY seq DESC LIMIT 1').pluck().get()).toBe('{"lowered":0,"sources":0,"statements":3}');
    expect(store.db.prepare('SELECT count(*) FROM statement').pluck().get()).toBe(6);
    store.undo(ACTOR);
    expect(stateOf(store.db)).toBe(before);
    store.redo(ACTOR);
    expect(stateOf(store.db)).toBe(after);
    // Nothing to change is no step.
    const { seq } = store;
    evaluate(store, { targets: { subjects: people }, grading: A1 });
    expect(store.seq).toBe(seq);
  });

  it('keeps codes of several schemes side by side as they were given, and takes another of a scheme of one code for its place', async () => {
    const { store } = await newCase();
    const id = person(store, 'A', undefined, { handling: [RED, H1, { scheme: 'belgianClassification', code: 'geheim' }] });
    evaluate(store, { targets: { subjects: [id] }, handling: { add: [GREEN] } });
    expect(handlingOf(store, id)).toEqual([['H1', 'geheim', 'TLP:GREEN']]);
    // A marking counts with the handling codes: it is the strictest here by its place in its scheme.
    expect(row(store, 'entity', id)['handling']).toBe('geheim');
  });

  it('changes a whole source by its own evaluation, which its statements without one take over', async () => {
    const { store } = await newCase();
    const source = sourceOf(store, 'FGP Antwerpen');
    const [follows, own] = [person(store, 'A', source), person(store, 'B', source, { handling: [RED] })];
    const link = newId();
    run(store, 'link.create', { id: link, type: 'knows', from: follows, to: own, values: {}, ...SAID, source });
    const before = stateOf(store.db);
    evaluate(store, { targets: { source }, grading: A1, handling: { add: [H2] } });
    const after = stateOf(store.db);
    expect(row(store, 'entity', follows)).toMatchObject({ grading: 'A1', handling: 'H2' });
    expect(row(store, 'link', link)).toMatchObject({ grading: 'A1', handling: 'H2', strength: 'confirmed' });
    expect(row(store, 'entity', own)).toMatchObject({ grading: 'A1', handling: 'TLP:RED' });
    expect(store.db.prepare('SELECT count(*) FROM statement WHERE seq_retracted IS NOT NULL').pluck().get()).toBe(0);
    store.undo(ACTOR);
    expect(stateOf(store.db)).toBe(before);
    store.redo(ACTOR);
    expect(stateOf(store.db)).toBe(after);
    evaluate(store, { targets: { source }, own: true, handling: { set: [H1] } });
    expect(handlingOf(store, own)).toEqual([['H1']]);
    store.undo(ACTOR);
    store.undo(ACTOR);
    expect(stateOf(store.db)).toBe(before);
    expect(codeOf(() => evaluate(store, { targets: { source: newId() }, grading: A1 }))).toBe('sourceNotFound');
  });

  it('lowers what another service asked for only with its leave, which stands beside the journal and not in it (ORC-1)', async () => {
    const { store } = await newCase();
    const source = sourceOf(store, 'Douane', [H2]);
    const id = person(store, 'A', source, { handling: [H2, RED] });
    const target = { targets: { subjects: [id] } };
    for (const handling of [{ remove: [H2] }, { add: [GREEN] }, { set: [RED] }, { set: [{ ...H1 }, RED] }]) expect(codeOf(() => evaluate(store, { ...target, handling }))).toBe('needsPermission');
    expect(codeOf(() => evaluate(store, { targets: { source }, handling: { set: [] } }))).toBe('needsPermission');
    const statement = subjectView(store.db, store.catalogue, STRICT, { id }).statements[0]?.id ?? '';
    expect(codeOf(() => run(store, 'statement.correct', { id: newId(), replaces: statement, values: values({ name: 'A' }), grading: null, handling: [H2], basis: 'fact' }))).toBe('needsPermission');
    // Asking for more needs nobody.
    evaluate(store, { ...target, handling: { add: [{ scheme: 'belgianClassification', code: 'geheim' }] } });
    evaluate(store, { ...target, handling: { add: [GREEN] }, permission: LEAVE });
    expect(handlingOf(store, id)).toEqual([['H2', 'geheim', 'TLP:GREEN']]);
    expect(store.db.prepare('SELECT label FROM journal ORDER BY seq DESC LIMIT 1').pluck().get()).toBe('{"lowered":1,"sources":0,"statements":1}');
    const kept = store.db.prepare<[], string>('SELECT content FROM evaluation_change').pluck().all().map((each) => JSON.parse(each) as { leave: unknown; originators: string[] });
    expect(kept.filter((each) => each.leave !== null)).toEqual([expect.objectContaining({ leave: LEAVE, originators: ['Douane'] })]);
    expect(store.db.prepare<[], string>('SELECT group_concat(label) FROM journal').pluck().get()).not.toContain('Dubois');
  });

  it('refuses codes that nobody can look up, a note that is missing, and taking from one statement what its source asks', async () => {
    const { store } = await newCase();
    const source = sourceOf(store, 'FGP Antwerpen', [H1]);
    const id = person(store, 'A', source);
    const add = (code: Handling) => codeOf(() => evaluate(store, { targets: { subjects: [id] }, handling: { add: [code] } }));
    expect(add({ scheme: 'europolHandling', code: 'H9' })).toBe('handlingInvalid');
    expect(add({ scheme: 'europolHandling', code: 'H3' })).toBe('handlingInvalid');
    expect(add({ scheme: 'europolHandling', code: 'H3', note: 'alleen voor het parket' })).toBe('');
    const other = person(store, 'B', source);
    expect(codeOf(() => evaluate(store, { targets: { subjects: [other] }, handling: { remove: [H1] } }))).toBe('handlingOfSource');
    expect(handlingOf(store, other)).toEqual([['H1']]);
  });

  it('lets nothing be said under a source of another service with less than it asks, nor under codes that nobody can look up', async () => {
    const { store } = await newCase();
    const source = sourceOf(store, 'Douane', [H2]);
    const [subject, other] = [person(store, 'A', source), person(store, 'B', source)];
    const said = (handling: readonly Handling[]) => ({ grading: null, handling, basis: 'fact', source });
    const ways = (handling: readonly Handling[]): string[] => [
      codeOf(() => person(store, 'C', source, { handling })),
      codeOf(() => run(store, 'statement.add', { id: newId(), subject, subjectKind: 'entity', values: values({ alias: 'De Kleine' }), ...said(handling) })),
      codeOf(() => run(store, 'link.create', { id: newId(), type: 'knows', from: subject, to: other, values: {}, ...said(handling) })),
      codeOf(() => run(store, 'mentions.accept', { ...said(handling), items: [{ entity: newId(), type: 'person', values: values({ name: 'D' }), page: 1 }] })),
    ];
    expect(ways([H1])).toEqual(Array(4).fill('needsPermission'));
    expect(ways([{ scheme: 'europolHandling', code: 'H3' }])).toEqual(Array(4).fill('handlingInvalid'));
    expect(ways([H2, RED])).toEqual(['', '', '', '']);
    expect(ways([])).toEqual(['', '', '', '']);
    const statement = subjectView(store.db, store.catalogue, STRICT, { id: other }).statements.at(-1)?.id ?? '';
    const correct = (handling: readonly Handling[]) => codeOf(() => run(store, 'statement.correct', { id: newId(), replaces: statement, values: values({ name: 'B' }), grading: null, handling, basis: 'fact' }));
    expect(correct([H2, { scheme: 'europolHandling', code: 'H3' }])).toBe('handlingInvalid');
    expect(correct([H2, { scheme: 'europolHandling', code: 'H3', note: 'bron loopt gevaar' }])).toBe('');
  });

  it('counts what a selection is evaluated as', async () => {
    const { store } = await newCase();
    const source = sourceOf(store, 'Douane', [H1]);
    const [a, b] = [person(store, 'A', source, { grading: A1 }), person(store, 'B', source, { basis: 'assessment' })];
    const counted = { statements: 2, gradings: [{ text: 'A1', count: 1 }, { text: '', count: 1 }], handlings: [{ text: 'H1', count: 2 }], assessments: 1, own: 1, originators: ['Douane'] };
    const sorted = (found: ReturnType<typeof evaluations>) => ({ ...found, gradings: found.gradings.toSorted((x, y) => y.text.localeCompare(x.text)) });
    expect(sorted(evaluations(store.db, store.catalogue, { subjects: [a, b] }))).toEqual(counted);
    expect(sorted(evaluations(store.db, store.catalogue, { source }))).toEqual(counted);
  });
});

describe('facets', () => {
  it('narrow search and browsing to grading, handling, category and basis', async () => {
    const { store } = await newCase();
    const plain = person(store, 'Maes A');
    const marked = person(store, 'Maes B', undefined, { grading: A1, handling: [H2], basis: 'assessment', values: values({ name: 'Maes B', category: 'victim' }) });
    const asked = (facets: object): string[][] => [
      browse(store.db, store.catalogue, STRICT, { facets, order: 'caption', limit: 10, offset: 0 }).entities.map((each) => each.id),
      search(store.db, store.catalogue, STRICT, { text: 'maes', limit: 10, facets }).hits.map((each) => each.entity.id),
    ];
    for (const facets of [{ gradings: ['A1'] }, { handlings: ['H2'] }, { categories: ['victim'] }, { basis: 'assessment' }, { gradings: ['A1'], categories: ['victim', ''] }]) expect(asked(facets)).toEqual([[marked], [marked]]);
    for (const facets of [{ gradings: [''] }, { handlings: [''] }, { categories: [''] }, { basis: 'fact' }]) expect(asked(facets)).toEqual([[plain], [plain]]);
    expect(browse(store.db, store.catalogue, STRICT, { facets: { handlings: ['H2'] }, order: 'links', limit: 10, offset: 0 }).total).toBe(1);
    expect(asked({})[0]).toHaveLength(2);
  });
});

describe('schemes of a service', () => {
  const text = (word: string) => ({ nl: word, fr: word, de: word, en: word });
  const rir: Scheme = {
    id: 'rir', use: 'handling', several: true, label: text('RIR'),
    axes: [{ id: 'code', label: text('Code'), codes: [{ code: '00', label: text('Vrij'), rank: 0 }, { code: '01', label: text('Beperkt'), rank: 1, permission: ['judicial'] }] }],
  };

  it('are written, changed and removed, and no longer once statements carry their codes', async () => {
    const { store } = await newCase();
    run(store, 'scheme.put', rir);
    expect(store.catalogue.scheme('rir')?.axes[0]?.codes).toHaveLength(2);
    store.undo(ACTOR);
    expect(store.catalogue.scheme('rir')).toBeUndefined();
    store.redo(ACTOR);
    const id = person(store, 'A', undefined, { handling: [{ scheme: 'rir', axis: 'code', code: '01' }] });
    expect(row(store, 'entity', id)['handling']).toBe('01');
    expect(codeOf(() => run(store, 'scheme.delete', { id: 'rir' }))).toBe('schemeInUse');
    expect(codeOf(() => run(store, 'scheme.put', { ...rir, axes: [{ ...rir.axes[0], codes: rir.axes[0]?.codes.slice(0, 1) }] }))).toBe('schemeInUse');
    store.undo(ACTOR);
    run(store, 'scheme.delete', { id: 'rir' });
    expect(store.catalogue.scheme('rir')).toBeUndefined();
  });

  it('rank anew what carries them when their ranks change', async () => {
    const { store } = await newCase();
    run(store, 'scheme.put', rir);
    const id = person(store, 'A', undefined, { handling: [{ scheme: 'rir', code: '00' }, { scheme: 'rir', code: '01' }] });
    expect(row(store, 'entity', id)['handling']).toBe('01');
    run(store, 'scheme.put', { ...rir, axes: rir.axes.map((axis) => ({ ...axis, codes: axis.codes.map((code) => ({ ...code, rank: 1 - code.rank })) })) });
    expect(row(store, 'entity', id)['handling']).toBe('00');
    store.undo(ACTOR);
    expect(row(store, 'entity', id)['handling']).toBe('01');
  });

  it('go on asking all that they asked, once something carries their codes', async () => {
    const { store } = await newCase();
    const changed = (scheme: Scheme, codes: (code: Scheme['axes'][number]['codes'][number]) => object): object => ({ ...scheme, axes: scheme.axes.map((axis) => ({ ...axis, codes: axis.codes.map((code) => ({ ...code, ...codes(code) })) })) });
    const levels: Scheme = { ...rir, id: 'dienst', use: 'marking' };
    const plain: Scheme = { ...levels, axes: levels.axes.map((axis) => ({ ...axis, codes: axis.codes.map(({ code, label, rank }) => ({ code, label, rank })) })) };
    for (const scheme of [rir, plain]) run(store, 'scheme.put', scheme);
    person(store, 'A', undefined, { handling: [{ scheme: 'rir', code: '01' }, { scheme: 'dienst', code: '01' }] });
    expect(codeOf(() => run(store, 'scheme.put', changed(rir, () => ({ permission: [] }))))).toBe('schemeInUse');
    expect(codeOf(() => run(store, 'scheme.put', changed(plain, ({ rank }) => ({ rank: 1 - rank }))))).toBe('schemeInUse');
    expect(codeOf(() => run(store, 'scheme.put', changed(rir, () => ({ permission: ['judicial', 'operational'], note: true }))))).toBe('');
    expect(codeOf(() => run(store, 'scheme.put', changed(rir, () => ({ permission: ['judicial', 'operational'] }))))).toBe('schemeInUse');
    // That something bears no marking is for schemes to say that everybody knows.
    expect(codeOf(() => run(store, 'scheme.put', changed({ ...plain, id: 'vrij' }, ({ rank }) => (rank === 0 ? { unmarked: true } : {}))))).toBe('schemeInvalid');
  });

  it('neither take the place of one that comes with Knoop nor come in crooked', async () => {
    const { store } = await newCase();
    const shipped = SHIPPED.schemes.find((scheme) => scheme.id === 'tlp');
    expect(codeOf(() => run(store, 'scheme.put', shipped ?? {}))).toBe('schemeInvalid');
    expect(codeOf(() => run(store, 'scheme.put', { ...rir, id: 'met blank' }))).toBe('schemeInvalid');
    expect(codeOf(() => run(store, 'scheme.put', { ...rir, axes: [...rir.axes, ...rir.axes] }))).toBe('schemeInvalid');
    expect(codeOf(() => run(store, 'scheme.put', { ...rir, axes: rir.axes.map((axis) => ({ ...axis, codes: axis.codes.map((code) => ({ ...code, rank: 1 })) })) }))).toBe('schemeInvalid');
    expect(codeOf(() => run(store, 'scheme.put', { ...rir, axes: [] }))).toBe('invalidArguments');
  });
});

describe('categories and reviews', () => {
  it('knows every category that is said of a person, and lists who has none (LAW-2)', async () => {
    const { store } = await newCase();
    const [suspect, both, nobody, unknown] = [person(store, 'A'), person(store, 'B'), person(store, 'C'), person(store, 'D')];
    const say = (subject: string, said: Record<string, string>): void => run(store, 'statement.add', { id: newId(), subject, subjectKind: 'entity', values: values(said), ...SAID });
    say(suspect, { category: 'suspect' });
    say(both, { category: 'witness', minor: 'true' });
    say(both, { category: 'suspect' });
    say(unknown, { category: 'unknown' });
    expect([suspect, both, nobody, unknown].map((id) => row(store, 'entity', id)['category'])).toEqual(['suspect', 'suspect witness', '', 'unknown']);
    expect(categories(store.db, store.catalogue)).toEqual({ without: [{ id: nobody, caption: 'C' }], withoutTotal: 1, byCategory: { suspect: 2, witness: 1, unknown: 1 }, minors: 1 });
  });

  it('says what persons are in one step, in place of what was said of that by hand', async () => {
    const { store } = await newCase();
    const [a, b] = [person(store, 'A'), person(store, 'B', sourceOf(store, 'Douane'), { values: values({ name: 'B', category: 'witness' }) })];
    const set = (category: string, minor: boolean | null = null): void => run(store, 'category.set', { subjects: [a, b], category, minor });
    const found = () => [a, b].map((id) => row(store, 'entity', id)['category']);
    set('suspect', true);
    expect(found()).toEqual(['suspect', 'suspect witness']);
    set('victim');
    expect(found()).toEqual(['victim', 'victim witness']);
    expect(categories(store.db, store.catalogue)).toMatchObject({ withoutTotal: 0, minors: 0 });
    store.undo(ACTOR);
    expect(found()).toEqual(['suspect', 'suspect witness']);
    expect(categories(store.db, store.catalogue).minors).toBe(2);
    expect(codeOf(() => set('iets'))).toBe('typeInvalid');
  });

  it('lists sources by the day of their review, the most overdue first (LAW-3)', async () => {
    const { store } = await newCase();
    const [old, recent] = [sourceOf(store, 'Douane', [], '2020-08-31T08:00:00Z'), sourceOf(store, 'FGP', [], '2025-01-15T08:00:00Z')];
    person(store, 'A', old);
    const listed = () => reviews(store.db, store.catalogue, '2026-01-01').filter((each) => each.source === old || each.source === recent);
    expect(listed().map(({ source, due, overdue, own, persons }) => [source, due, overdue, own, persons])).toEqual([[old, '2025-08-31', true, false, 1], [recent, '2030-01-15', false, false, 0]]);
    expect(overdueReviews(store.db, '2026-01-01')).toBe(1);
    run(store, 'review.set', { sources: [old, recent], due: '2027-02-28', reason: 'nog nodig' });
    expect(listed().map(({ due, own, overdue }) => [due, own, overdue])).toEqual([['2027-02-28', true, false], ['2027-02-28', true, false]]);
    run(store, 'review.set', { sources: [recent], due: null, reason: '' });
    expect(listed().find((each) => each.source === recent)).toMatchObject({ due: '2030-01-15', own: false });
    store.undo(ACTOR);
    store.undo(ACTOR);
    expect(listed()[0]).toMatchObject({ source: old, due: '2025-08-31' });
    expect(codeOf(() => run(store, 'review.set', { sources: [newId()], due: null, reason: '' }))).toBe('sourceNotFound');
  });
});

describe('migration 0005', () => {
  it('gives an older case what it lacks, and tells which subjects rest on assessments alone', () => {
    const db = openDatabase(`${temporaryFolder()}/case.db`, { key: null });
    migrate(db, MIGRATIONS.slice(0, 4));
    db.exec(`INSERT INTO source (n, id, kind, title, supplier, bytes, media_type, handling, received_at, seq_added) VALUES (1, 's', 'file', 't', '', 0, '', '', '2026-01-01', 1);
      INSERT INTO entity (n, id, type, canonical, seq_added) VALUES (1, 'a', 'person', 'a', 1), (2, 'b', 'person', 'b', 1);
      INSERT INTO link (n, id, type, from_n, to_n, seq_added) VALUES (1, 'l', 'knows', 1, 2, 1);
      INSERT INTO statement (id, subject_kind, subject, source, "values", basis, seq_added) VALUES ('1', 'entity', 1, 1, '{}', 'assessment', 1), ('2', 'entity', 2, 1, '{}', 'assessment', 1), ('3', 'entity', 2, 1, '{}', 'fact', 1), ('4', 'link', 1, 1, '{}', 'assessment', 1)`);
    migrate(db, MIGRATIONS.slice(0, 5));
    expect(db.prepare('SELECT assessed FROM entity ORDER BY n').pluck().all()).toEqual([1, 0]);
    expect(db.prepare('SELECT assessed FROM link').pluck().all()).toEqual([1]);
    db.prepare("INSERT INTO source_evaluation VALUES ('s', '{\"a\":1}', '[1]', NULL, '')").run();
    expect(db.prepare('SELECT grading, handling FROM source').get()).toEqual({ grading: '{"a":1}', handling: '[1]' });
    db.prepare('DELETE FROM source_evaluation').run();
    expect(db.prepare('SELECT grading, handling FROM source').get()).toEqual({ grading: null, handling: '' });
    db.close();
  });

  it('opens a case again with its own schemes', async () => {
    const open = await newCase();
    const { store } = open;
    run(store, 'scheme.put', { id: 'eigen', use: 'handling', label: { nl: 'E', fr: 'E', de: 'E', en: 'E' }, axes: [{ id: 'code', label: { nl: 'C', fr: 'C', de: 'C', en: 'C' }, codes: [{ code: 'X', label: { nl: 'X', fr: 'X', de: 'X', en: 'X' }, rank: 0 }] }] });
    closeCase(open);
    const again = await openAgain(store.folder);
    expect(again.store.catalogue.scheme('eigen')?.use).toBe('handling');
  });
});

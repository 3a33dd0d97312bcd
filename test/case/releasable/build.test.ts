import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { STRICT } from '../../../electron/case/db/identity';
import { openInMemory } from '../../../electron/case/db/database';
import { journalHead, verifyJournal } from '../../../electron/case/journal';
import { chartView } from '../../../electron/case/queries/chartView';
import { search } from '../../../electron/case/queries/search';
import { sources } from '../../../electron/case/queries/sources';
import { audienceOf } from '../../../electron/case/releasable/audience';
import { buildReleasable, type Built } from '../../../electron/case/releasable/build';
import { readSettings } from '../../../electron/case/settings';
import type { CaseStore } from '../../../electron/case/store';
import type { ExportScope } from '../../../shared/contract/exporting';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import { ACTOR, newCase } from '../place';
import { stateOf } from '../state';
import { contentOf, HELD, recipient, richCase } from '../writers/roundTrip';

const PARTNER = { allowedHandling: { europolHandling: ['H0'] }, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkteVerspreiding' }] };
const OWN = { recipient: null, purpose: 'internal' } as const;

const opened: Database[] = [];
afterEach(() => opened.splice(0).forEach((db) => db.close()));

function built(store: CaseStore, about: Pick<ReleaseAbout, 'recipient' | 'purpose'>, scope: ExportScope = { kind: 'case' }): Built & { readonly db: Database } {
  const db = openInMemory(null);
  opened.push(db);
  const options = { id: '01930000-0000-7000-8000-000000000001', at: '2026-05-03T10:00:00.000Z', actor: { ...ACTOR, workstation: '' }, command: 'bundle.made', settings: readSettings(store.db), charts: 'filled' } as const;
  return { db, ...buildReleasable(store.db, store.catalogue, audienceOf(store.db, about), scope, db, options) };
}

test('of a case of which everything may go, all that it says is there, with all that is computed of it', async () => {
  const { store } = await richCase();
  const { db, counts, withheld } = built(store, OWN);
  expect(contentOf({ db } as CaseStore)).toEqual(contentOf(store));
  expect(withheld).toBe(0);
  const columns = (of: Database, table: string): unknown => of.prepare(`SELECT id, type, handling, grading, start, "end", sources FROM ${table} WHERE seq_retracted IS NULL ORDER BY id`).all();
  expect(columns(db, 'entity')).toEqual(columns(store.db, 'entity'));
  expect(columns(db, 'link')).toEqual(columns(store.db, 'link'));
  expect(counts).toMatchObject({ entities: contentOf(store).entities.length, links: contentOf(store).links.length, charts: 1 });
  expect(verifyJournal(db)).toMatchObject({ ok: true, entries: 1 });
  expect(journalHead(db).seq).toBe(1);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

test('nothing of what is held back is in any page of it', async () => {
  const { store, withheld: secret, chart } = await richCase();
  const about = recipient(store, PARTNER);
  for (const scope of [{ kind: 'case' }, { kind: 'chart', chart }] as const) {
    const { db, counts, withheld, said, permissions } = built(store, about, scope);
    const text = db.serialize().toString('utf8').toLowerCase();
    for (const each of ['verborgen', 'goudvink', 'enkel fgp', secret.person]) expect(text.includes(each), each).toBe(false);
    expect(text).toContain('driss amellal');
    expect(withheld).toBe(scope.kind === 'case' ? 2 : 1);
    expect(said.reduce((sum, [first, last]) => sum + last - first + 1, 0)).toBe(counts.statements);
    expect(permissions).toEqual([]);
    for (const table of ['source', 'entity', 'link', 'statement', 'judgement']) {
      const keys = db.prepare<[], { n: number; id: string }>(`SELECT n, id FROM ${table} ORDER BY n`).all();
      expect(keys.map(({ n }) => n)).toEqual(keys.map((_, at) => at + 1));
      expect(keys.map(({ id }) => id)).toEqual(keys.map(({ id }) => id).sort());
    }
    expect(search(db, store.catalogue, STRICT, { text: 'Driss', limit: 10 }).hits).toHaveLength(1);
    expect(chartView(db, store.catalogue, STRICT, { id: chart }).items.length).toBeGreaterThan(4);
    expect(sources(db, store.catalogue).every((source) => !source.readable)).toBe(true);
  }
});

test('how a chart is folded goes along, but for pairs and types between which nothing that goes is linked', async () => {
  const { store } = await newCase();
  const run = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
  const said = { grading: null, handling: [], basis: 'fact' };
  const [one, two, three] = [newId(), newId(), newId()];
  for (const id of [one, two, three]) run('entity.create', { id, type: 'person', values: { name: [{ v: `Naam ${id.slice(-4)}` }] }, ...said });
  run('link.create', { id: newId(), type: 'knows', from: one, to: two, values: {}, ...said });
  run('link.create', { id: newId(), type: 'paid', from: two, to: three, values: {}, ...said, handling: [HELD] });
  const chart = newId();
  run('chart.create', { id: chart, name: 'Kaart', items: [one, two, three].map((subject) => ({ subject, x: 0, y: 0 })) });
  const options = { folding: 'pair', lineTexts: ['count'], pointing: 'down', rows: [{ way: 'row', members: [one, two] }], typeFolding: { knows: 'apart', paid: 'flow' }, pairFolding: { [`${one}|${two}`]: 'direction', [`${two}|${three}`]: 'flow' } };
  run('chart.setOptions', { chart, options });
  const { db } = built(store, recipient(store, PARTNER));
  expect(chartView(db, store.catalogue, STRICT, { id: chart }).chart.options).toEqual({ folding: 'pair', lineTexts: ['count'], pointing: 'down', rows: [{ way: 'row', members: [one, two] }], typeFolding: { knows: 'apart' }, pairFolding: { [`${one}|${two}`]: 'direction' } });
  expect(chartView(built(store, OWN).db, store.catalogue, STRICT, { id: chart }).chart.options).toEqual(options);
});

test('own types, schemes and judgements go only where something that goes needs them', async () => {
  const { store } = await newCase();
  const run = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
  const label = { nl: 'Kroongetuige', fr: 'Kroongetuige', de: 'Kroongetuige', en: 'Kroongetuige' };
  run('type.putEntity', { id: 'informant', label, plural: label, family: 'people', icon: 'person', extends: 'person', caption: [['name']], keyLine: [], properties: [] });
  const said = { grading: null, handling: [], basis: 'fact' };
  const [open, other, third, secret] = [newId(), newId(), newId(), newId()];
  for (const [id, handling] of [[open, []], [other, []], [third, []], [secret, [HELD]]] as const) run('entity.create', { id, type: id === secret ? 'informant' : 'person', values: { name: [{ v: `Naam ${id.slice(-4)}` }] }, ...said, handling });
  run('judgement.set', { id: newId(), left: open, right: other, verdict: 'same', reason: 'zelfde gsm als de bron' });
  run('judgement.set', { id: newId(), left: secret, right: third, verdict: 'same', reason: '' });
  const { db, judgements } = built(store, recipient(store, PARTNER));
  expect(db.prepare('SELECT id FROM user_type').all()).toEqual([]);
  expect(judgements).toHaveLength(1);
  expect(db.prepare('SELECT verdict, reason FROM judgement').all()).toEqual([{ verdict: 'same', reason: '' }]);
  expect(db.prepare<[], { n: number }>('SELECT count(DISTINCT canonical) AS n FROM entity').get()?.n).toBe(2);
  const whole = built(store, OWN);
  expect(whole.db.prepare('SELECT id FROM user_type').pluck().all()).toEqual(['informant']);
  expect(whole.db.prepare("SELECT reason FROM judgement WHERE reason <> ''").pluck().all()).toEqual(['zelfde gsm als de bron']);
});

test('what people here wrote or decided goes only to who may see what bears no codes', async () => {
  const { store } = await newCase();
  const run = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
  const [one, other, chart] = [newId(), newId(), newId()];
  const handling = [{ scheme: 'belgianClassification', code: 'none' }];
  for (const id of [one, other]) run('entity.create', { id, type: 'person', values: { name: [{ v: `Naam ${id.slice(-4)}` }] }, grading: null, handling, basis: 'fact' });
  run('judgement.set', { id: newId(), left: one, right: other, verdict: 'same', reason: '' });
  run('chart.create', { id: chart, name: 'Wie onze informant kent', items: [{ subject: one, x: 0, y: 0 }] });
  const shown = (maximumMarkings: typeof PARTNER['maximumMarkings']): unknown => {
    const { db, counts } = built(store, recipient(store, { ...PARTNER, maximumMarkings }));
    return [counts.entities, counts.judgements, db.prepare('SELECT name FROM chart').pluck().all()];
  };
  expect(shown(PARTNER.maximumMarkings)).toEqual([2, 1, ['Wie onze informant kent']]);
  expect(shown([])).toEqual([2, 0, ['1']]);
});

test('a source brings its evaluation only where something that goes rests on it', async () => {
  const { store } = await newCase();
  const id = newId();
  store.execute({ command: 'entity.create', args: { id, type: 'person', values: { name: [{ v: 'Koen' }] }, grading: null, handling: [{ scheme: 'europolHandling', code: 'H0' }], basis: 'fact' } }, ACTOR);
  store.db.prepare('UPDATE source SET handling = ?, grading = ?').run(JSON.stringify([{ scheme: 'europolHandling', code: 'H3', note: 'bron loopt gevaar' }]), JSON.stringify({ scheme: 'europol4x4', codes: { source: 'A', information: '1' } }));
  const { db } = built(store, recipient(store, PARTNER));
  expect(db.prepare('SELECT handling, grading IS NULL AS bare FROM source').get()).toEqual({ handling: '', bare: 0 });
});

test('the same case and the same options give the same bytes', async () => {
  const { store } = await richCase();
  const about = recipient(store, PARTNER);
  const [one, other] = [built(store, about), built(store, about)];
  expect(one.db.serialize().equals(other.db.serialize())).toBe(true);
  expect(stateOf(one.db)).toBe(stateOf(other.db));
});

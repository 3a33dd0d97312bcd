import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../shared/contract/importing';
import type { Mapping } from '../../../shared/mapping/mapping';
import type { VersionDifference } from '../../../shared/contract/sharing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import type { CaseStore } from '../../../electron/case/store';
import { compareWithSource } from '../../../electron/case/versions/compareWithSource';
import { versionsOf } from '../../../electron/case/versions/versionsOf';
import { ACTOR, newCase, PASSPHRASE, temporaryFolder } from '../place';
import { SAID } from '../sample';
import { stateOf } from '../state';

function fileOf(name: string, lines: readonly string[]): { path: string; name: string } {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, lines.join('\n'));
  return { path, name };
}

type File = ReturnType<typeof fileOf>;

async function take(store: CaseStore, document: File, version?: { source: string; retractGone: boolean }, mapping?: Mapping): Promise<ImportReport> {
  const report = await runImport(store, { document, mapping: mapping ?? (await previewTableImport(store.db, store.catalogue, document)).proposal, recipe: null, again: false, version, actor: ACTOR }, UNWATCHED);
  store.reload();
  return report;
}

async function compared(store: CaseStore, document: File, source: string): Promise<VersionDifference> {
  return await compareWithSource(store, { document, source, mapping: (await previewTableImport(store.db, store.catalogue, document)).proposal }, UNWATCHED);
}

/** Captions of the live entities, with the live statements of each as "source row". */
function said(store: CaseStore): Record<string, string[]> {
  const rows = store.db.prepare<[], { caption: string; at: string }>(`SELECT caption, source.title || ' ' || row AS at FROM entity JOIN statement ON subject_kind = 'entity' AND subject = entity.n JOIN source ON source.n = statement.source
    WHERE entity.seq_retracted IS NULL AND statement.seq_retracted IS NULL ORDER BY caption, at`).all();
  const out: Record<string, string[]> = {};
  for (const { caption, at } of rows) (out[caption] ??= []).push(at);
  return out;
}

const count = (store: CaseStore, table: string): number => store.db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE seq_retracted IS NULL`).pluck().get() ?? -1;

const PLATES = ['Kenteken;Merk;Kleur', '1-ABC-001;Volvo;rood', '1-ABC-002;Saab;blauw', '1-ABC-003;Fiat;wit'];
const PLATES_LATER = ['Kenteken;Merk;Kleur', '1-ABC-001;Volvo;zwart', '1-ABC-002;Saab;blauw', '1-ABC-004;Opel;grijs'];

test('rows new, changed and gone are told, cell by cell', async () => {
  const { store } = await newCase(PASSPHRASE);
  const first = await take(store, fileOf('lijst.csv', PLATES));
  const difference = await compared(store, fileOf('lijst 2.csv', PLATES_LATER), first.source);
  expect(difference).toMatchObject({ by: 'identity', headings: ['Kenteken', 'Merk', 'Kleur'], counts: { same: 1, added: 1, changed: 1, gone: 1, refused: 0 }, columnsNew: [], columnsGone: [] });
  expect(difference.changed).toEqual([{ row: 2, before: { row: 2, cells: ['1-ABC-001', 'Volvo', 'rood'] }, cells: ['1-ABC-001', 'Volvo', 'zwart'] }]);
  expect(difference.added).toEqual([{ row: 4, cells: ['1-ABC-004', 'Opel', 'grijs'] }]);
  expect(difference.gone).toEqual([{ row: 4, cells: ['1-ABC-003', 'Fiat', 'wit'] }]);
});

test('columns that moved, came or went, other rows above and another order of rows change nothing of what stands', async () => {
  const { store } = await newCase(null);
  const first = await take(store, fileOf('lijst.csv', PLATES));
  const difference = await compared(store, fileOf('lijst 2.csv', ['Kleur;Opmerking;Kenteken;Merk', 'wit;x;1-ABC-003;Fiat', 'blauw;y;1-ABC-002;Saab', 'rood;z;1-ABC-001;Volvo']), first.source);
  expect(difference.columnsNew).toEqual(['Opmerking']);
  expect(difference.counts).toMatchObject({ added: 0, gone: 0 });
});

test('a version brings only what is new and changed, takes back what changed and went, and one undo restores all of it', async () => {
  const { store } = await newCase(PASSPHRASE);
  const first = await take(store, fileOf('mei.csv', PLATES));
  const before = stateOf(store.db);
  const report = await take(store, fileOf('juni.csv', PLATES_LATER), { source: first.source, retractGone: true });
  expect(report).toMatchObject({ rows: 2, statements: 2, entitiesAdded: 1, entitiesMatched: 1 });
  expect(said(store)).toEqual({ '1-ABC-001': ['juni.csv 2'], '1-ABC-002': ['mei.csv 3'], '1-ABC-004': ['juni.csv 4'] });
  const after = stateOf(store.db);
  store.undo(ACTOR);
  expect(stateOf(store.db)).toEqual(before);
  store.redo(ACTOR);
  expect(stateOf(store.db)).toEqual(after);
});

test('rows that went may stay', async () => {
  const { store } = await newCase(null);
  const first = await take(store, fileOf('mei.csv', PLATES));
  await take(store, fileOf('juni.csv', PLATES_LATER), { source: first.source, retractGone: false });
  expect(Object.keys(said(store))).toEqual(['1-ABC-001', '1-ABC-002', '1-ABC-003', '1-ABC-004']);
});

test('a third version takes back what still stands with the first', async () => {
  const { store } = await newCase(null);
  const first = await take(store, fileOf('mei.csv', PLATES));
  const second = await take(store, fileOf('juni.csv', PLATES_LATER), { source: first.source, retractGone: true });
  const before = stateOf(store.db);
  // 002 stands with May, changed now; 001 stands with June and goes.
  await take(store, fileOf('juli.csv', ['Kenteken;Merk;Kleur', '1-ABC-002;Saab;groen', '1-ABC-004;Opel;grijs']), { source: second.source, retractGone: true });
  expect(said(store)).toEqual({ '1-ABC-002': ['juli.csv 2'], '1-ABC-004': ['juni.csv 4'] });
  store.undo(ACTOR);
  expect(stateOf(store.db)).toEqual(before);
});

test('an entity that only values tell apart is changed, not doubled', async () => {
  const { store } = await newCase(null);
  const lines = ['Naam;Voornaam;Geboortedatum;Adres', 'Peeters;An;01/02/1980;Dok 1', 'Claes;Bo;03/04/1981;Dok 2'];
  const first = await take(store, fileOf('personen.csv', lines));
  const people = (): string[] => store.db.prepare<[], string>("SELECT id FROM entity WHERE seq_retracted IS NULL AND type = 'person' ORDER BY n").pluck().all();
  const before = people();
  expect(before).toHaveLength(2);
  await take(store, fileOf('personen 2.csv', [lines[0] ?? '', 'Peeters;An;01/02/1980;Kaai 9', 'Claes;Bo;03/04/1981;Dok 2']), { source: first.source, retractGone: true });
  expect(people()).toEqual(before);
});

const CALLS = ['A nummer;B nummer;Start;Duur', '+32470550001;+32470660000;01/02/2026 10:00;10', '+32470550001;+32470660000;01/02/2026 11:00;20', '+32470550002;+32470660000;01/02/2026 12:00;30'];

test('what a row that stands says too is not taken back with a row that goes', async () => {
  const { store } = await newCase(null);
  const first = await take(store, fileOf('gesprekken.csv', CALLS));
  const before = stateOf(store.db);
  expect(count(store, 'link')).toBe(3);
  // The row that stated the phones goes; another that names them stands.
  const later = fileOf('gesprekken 2.csv', [CALLS[0] ?? '', CALLS[2] ?? '', CALLS[3] ?? '', '+32470550003;+32470660000;02/02/2026 09:00;5']);
  expect(await compared(store, later, first.source)).toMatchObject({ by: 'row', counts: { same: 2, added: 1, changed: 0, gone: 1 } });
  await take(store, later, { source: first.source, retractGone: true });
  expect(count(store, 'link')).toBe(3);
  expect(count(store, 'entity')).toBe(4);
  expect(Object.keys(said(store))).toHaveLength(4);
  store.undo(ACTOR);
  expect(stateOf(store.db)).toEqual(before);
});

test('an entity that somebody linked by hand stays, with what was said of it', async () => {
  const { store } = await newCase(null);
  const first = await take(store, fileOf('mei.csv', PLATES));
  const [a, b] = store.db.prepare<[], string>("SELECT id FROM entity WHERE caption IN ('1-ABC-001', '1-ABC-003') ORDER BY caption").pluck().all();
  store.execute({ command: 'link.create', args: { id: newId(), type: 'linked', from: a, to: b, values: {}, ...SAID } }, ACTOR);
  await take(store, fileOf('juni.csv', PLATES_LATER), { source: first.source, retractGone: true });
  expect(said(store)['1-ABC-003']).toEqual(['mei.csv 4']);
  expect(count(store, 'link')).toBe(1);
});

test('rows that stand twice are counted, not confused', async () => {
  const { store } = await newCase(null);
  const first = await take(store, fileOf('mei.csv', [PLATES[0] ?? '', PLATES[1] ?? '', PLATES[1] ?? '', PLATES[2] ?? '']));
  const difference = await compared(store, fileOf('juni.csv', [PLATES[0] ?? '', PLATES[1] ?? '', PLATES[2] ?? '']), first.source);
  expect(difference.counts).toMatchObject({ same: 2, added: 0, changed: 0, gone: 1 });
});

test('candidates are found by name, by series and by headings, and bring their own mapping', async () => {
  const { store } = await newCase(null);
  const first = await take(store, fileOf('lijst 2026-05-01.csv', PLATES));
  const later = fileOf('lijst 2026-06-01.csv', PLATES_LATER);
  const { proposal } = await previewTableImport(store.db, store.catalogue, later);
  expect(versionsOf(store.db, later, proposal)).toMatchObject([{ id: first.source, why: 'series', mapping: { headings: ['Kenteken', 'Merk', 'Kleur'] } }]);
  expect(versionsOf(store.db, { ...later, name: 'anders.csv' }, proposal)).toMatchObject([{ why: 'headings' }]);
  expect(versionsOf(store.db, { ...later, name: 'LIJST 2026-05-01.CSV' }, proposal)).toMatchObject([{ why: 'name' }]);
});

test('a version that changes nothing is refused, as is a source that is no table', async () => {
  const { store } = await newCase(null);
  const first = await take(store, fileOf('mei.csv', PLATES));
  await expect(take(store, fileOf('juni.csv', [...PLATES, '']), { source: first.source, retractGone: true })).rejects.toMatchObject({ code: 'noRows' });
  await expect(compared(store, fileOf('juni.csv', PLATES_LATER), '0190a000-0000-7000-8000-00000000ffff')).rejects.toMatchObject({ code: 'sourceNotFound' });
});

test('whatever changes, a version leaves what an import of the later table alone would have said', async () => {
  const plate = fc.integer({ min: 0, max: 9 }).map((at) => `1-ABC-00${at}`);
  const row = fc.record({ plate, make: fc.constantFrom('Volvo', 'Saab', 'Fiat'), colour: fc.constantFrom('rood', 'wit', '') });
  const table = fc.uniqueArray(row, { selector: (each) => each.plate, minLength: 2, maxLength: 8 }).map((rows) => ['Kenteken;Merk;Kleur', ...rows.map((each) => `${each.plate};${each.make};${each.colour}`)]);
  const live = (store: CaseStore): unknown[] => store.db.prepare(`SELECT caption, "values" FROM entity JOIN statement ON subject_kind = 'entity' AND subject = entity.n WHERE entity.seq_retracted IS NULL AND statement.seq_retracted IS NULL ORDER BY 1, 2`).all();
  const sameLines = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join('\n') === b.toSorted().join('\n');
  await fc.assert(fc.asyncProperty(table, table, async (one, other) => {
    fc.pre(!sameLines(one, other));
    const { store } = await newCase(null);
    const mapping = (await previewTableImport(store.db, store.catalogue, fileOf('a.csv', PLATES))).proposal;
    const first = await take(store, fileOf('a.csv', one), undefined, mapping);
    await take(store, fileOf('b.csv', other), { source: first.source, retractGone: true }, mapping);
    const fresh = (await newCase(null)).store;
    await take(fresh, fileOf('b.csv', other), undefined, mapping);
    expect(live(store)).toEqual(live(fresh));
  }), { numRuns: 25 });
}, 120_000);

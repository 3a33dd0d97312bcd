import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseStore } from '../../../electron/case/store';
import { dryRun, previewTableImport, runImport } from '../../../electron/case/importing';
import { Contents } from '../../../electron/case/db/contents';
import { materialise } from '../../../electron/case/db/materialise';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import type { Watch } from '../../../electron/case/importers/watch';
import { sourceRows } from '../../../electron/case/queries/sourceRows';
import type { ImportReport } from '../../../shared/contract/importing';
import type { Mapping } from '../../../shared/mapping/mapping';
import { ACTOR, newCase, openAgain, PASSPHRASE, temporaryFolder } from '../place';

const CALLS = ['A nummer;B nummer;Start;Duur;Cel', '+32470550127;0470/55.01.28;01/02/2026 14:05;14;Kaai "1"', '0470550128;0032470550127;02/02/2026 15:00;60;Dok', '+32470550127;+32470550129;03/02/2026 16:30;5;Dok'];

function file(name: string, content: string | Buffer): { path: string; name: string } {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return { path, name: basename(path) };
}

async function bring(store: CaseStore, document: { path: string; name: string }, change: (mapping: Mapping) => Mapping = (mapping) => mapping, watch: Watch = UNWATCHED, again = false): Promise<ImportReport> {
  const { proposal } = await previewTableImport(store.db, store.catalogue, document);
  const report = await runImport({ folder: store.folder, key: store.key }, { document, mapping: change(proposal), recipe: null, again, actor: ACTOR }, watch);
  store.reload();
  return report;
}

const live = (store: CaseStore, table: string): number => store.db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE seq_retracted IS NULL`).pluck().get() ?? -1;
const kept = (store: CaseStore): number => {
  const contents = Contents.open(store.folder, store.key);
  try {
    return (contents as unknown as { db: CaseStore['db'] }).db.prepare<[], number>('SELECT count(*) FROM content').pluck().get() ?? -1;
  } finally {
    contents.close();
  }
};

test('an import joins the same numbers, keeps row and hash, and one undo takes it out, also after a restart', async () => {
  const { store } = await newCase(PASSPHRASE);
  const report = await bring(store, file('calls.csv', CALLS.join('\r\n')));
  expect(report).toMatchObject({ rows: 3, entitiesAdded: 3, linksAdded: 3, statements: 8, rejected: 0 });
  expect(live(store, 'entity')).toBe(3);
  expect(live(store, 'link')).toBe(3);
  expect(report.entities.map((entity) => entity.links)).toEqual([3, 2, 1]);
  expect(store.db.prepare('SELECT DISTINCT row FROM statement ORDER BY row').pluck().all()).toEqual([2, 3, 4]);
  expect(store.db.prepare('SELECT start FROM link ORDER BY n').pluck().all()).toEqual(['2026-02-01T14:05', '2026-02-02T15:00', '2026-02-03T16:30']);
  store.undo(ACTOR);
  for (const table of ['entity', 'link', 'statement', 'source']) expect(live(store, table)).toBe(0);
  store.redo(ACTOR);
  expect(live(store, 'link')).toBe(3);
});

test('the original is shown again around a row, from the copy in the case', async () => {
  const { store } = await newCase(PASSPHRASE);
  const report = await bring(store, file('calls.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CALLS.join('\n'), 'utf16le')])));
  const contents = Contents.open(store.folder, store.key);
  const shown = await sourceRows(store.db, store.catalogue, contents, { id: report.source, row: 3, before: 1, after: 0 });
  contents.close();
  expect(shown.headings).toEqual(['A nummer', 'B nummer', 'Start', 'Duur', 'Cel']);
  expect(shown.rows.map((row) => [row.row, row.cells[4]])).toEqual([[2, 'Kaai "1"'], [3, 'Dok']]);
});

test('the same bytes come in once more under no less than their supplier asked of them', async () => {
  const { store } = await newCase();
  const document = file('calls.csv', CALLS.join('\n'));
  const under = (codes: readonly string[], supplier = 'Douane') => (mapping: Mapping): Mapping => ({ ...mapping, source: { ...mapping.source, supplier, handling: codes.map((code) => ({ scheme: 'europolHandling', code })) } });
  await bring(store, document, under(['H2']));
  for (const change of [under([]), under(['H1']), under(['H0'], ACTOR.service)]) await expect(bring(store, document, change, UNWATCHED, true)).rejects.toMatchObject({ code: 'needsPermission' });
  expect(live(store, 'source')).toBe(1);
  expect(await bring(store, document, under(['H1', 'H2']), UNWATCHED, true)).toMatchObject({ entitiesAdded: 0 });
});

test('the same file is refused unless it is asked for again, and then joins what is there', async () => {
  const { store } = await newCase();
  const document = file('calls.csv', CALLS.join('\n'));
  await bring(store, document);
  expect((await previewTableImport(store.db, store.catalogue, document)).alreadyImported).toBe('calls.csv');
  await expect(bring(store, document)).rejects.toMatchObject({ code: 'alreadyImported' });
  const report = await bring(store, document, undefined, UNWATCHED, true);
  expect(report).toMatchObject({ entitiesAdded: 0, entitiesMatched: 3, linksAdded: 3 });
  expect(live(store, 'entity')).toBe(3);
});

test('bad rows are listed with row and reason, good rows come in', async () => {
  const { store } = await newCase();
  const rows = [...CALLS, 'Totaal 3', '1;2;3;4;5;6;7', '', '+32470550130;+32470550131;"open;1;x', '+32470550132;+32470550133;05/02/2026;1;"a"b', `+32470550134;+32470550135;06/02/2026;1;"${'x'.repeat(1_200_000)}"`, '+32470550136;+32470550137;07/02/2026;1;y'];
  const report = await bring(store, file('calls.csv', rows.join('\n')));
  expect(report.rows).toBe(4);
  expect(store.db.prepare('SELECT row, code FROM reject ORDER BY row').raw().all()).toEqual([[5, 'tooFewCells'], [6, 'tooManyCells'], [8, 'badQuote'], [9, 'badQuote'], [10, 'cellTooLong']]);
});

test('a phone that calls itself comes in without the call, and its row is listed', async () => {
  const { store } = await newCase();
  const document = file('calls.csv', [...CALLS, '+32470550140;0470/55.01.40;04/02/2026 10:00;3;Dok'].join('\n'));
  const { proposal } = await previewTableImport(store.db, store.catalogue, document);
  const dry = await dryRun(store.db, store.catalogue, document, proposal, 200, 'nl');
  expect(dry.rejects.map(({ row, code, detail }) => [row, code, detail])).toEqual([[5, 'selfLink', 'called']]);
  const report = await bring(store, document);
  expect(report).toMatchObject({ rows: 4, entitiesAdded: 4, linksAdded: 3, rejected: 1 });
  expect(dry.counts).toEqual(report.counts);
  expect(store.db.prepare('SELECT row, code, detail FROM reject').raw().all()).toEqual([[5, 'selfLink', 'called']]);
});

test('what an import computes on its way is what the case says when it is read back', async () => {
  const { store } = await newCase();
  const graded = (mapping: Mapping): Mapping => ({ ...mapping, source: { ...mapping.source, grading: { scheme: 'europol4x4', codes: { source: 'B', information: '2' } }, handling: [{ scheme: 'tlp', code: 'AMBER' }] } });
  const persons = ['Naam;Voornaam;Geboortedatum;GSM;Nummerplaat', 'Peeters;An;01/02/1980;0470550127;1-ABC-234', ...Array.from({ length: 40 }, (_, at) => `Peeters;An;${(at % 28) + 1}/03/1980;0470550127;1-ABC-${String(at).padStart(3, '0')}`)];
  const accounts = ['Rekening;Tegenrekening;Bedrag;Datum', 'BE68539007547034;BE71096123456769;-12,50;01/02/2026', 'BE68539007547034;BE71096123456769;3,00;02/02/2026'];
  await bring(store, file('calls.csv', CALLS.join('\n')), graded);
  await bring(store, file('persons.csv', persons.join('\n')));
  await bring(store, file('bank.csv', accounts.join('\n')), graded);
  await bring(store, file('edges.csv', ['source,target', 'a,b', 'b,a', 'a,c'].join('\n')), graded);
  const computed = (): unknown => ({
    entities: store.db.prepare('SELECT n, caption, key_line, start, "end", sources, links, grading, handling, category, contradicts FROM entity ORDER BY n').all(),
    links: store.db.prepare('SELECT n, start, "end", amount, sources, strength, grading, handling FROM link ORDER BY n').all(),
    names: store.db.prepare('SELECT key, entity FROM name_key ORDER BY key, entity').all(),
    found: ['0470550127', 'peeters', 'BE68539007547034', '1ABC000'].map((word) => store.db.prepare('SELECT rowid FROM fulltext WHERE fulltext MATCH ? ORDER BY rowid').pluck().all(`"${word}"`)),
  });
  const before = computed();
  const keys = (table: string): number[] => store.db.prepare<[], number>(`SELECT n FROM ${table}`).pluck().all();
  materialise(store.db, store.catalogue, { entities: keys('entity'), links: keys('link') });
  expect(before).toEqual(computed());
});

test('a cancel leaves nothing behind', async () => {
  const { store } = await newCase();
  const rows = Array.from({ length: 30_000 }, (_, at) => `+3247055${String(at).padStart(4, '0')};+32470660000;01/02/2026 10:00;5;x`);
  for (const phase of ['mapping', 'indexing'] as const) {
    let stop = false;
    const watch: Watch = { progress: (progress) => (stop ||= progress.phase === phase && progress.done > 0), cancelled: () => stop };
    await expect(bring(store, file('calls.csv', [CALLS[0], ...rows].join('\n')), undefined, watch)).rejects.toMatchObject({ code: 'cancelled' });
    expect(stop).toBe(true);
    for (const table of ['entity', 'statement', 'source', 'journal'].filter((each) => each !== 'journal')) expect(live(store, table)).toBe(0);
    expect(kept(store)).toBe(0);
    expect(store.history().undo).toBeNull();
  }
});

test('a dry run tells what is known already and writes nothing', async () => {
  const { store } = await newCase();
  await bring(store, file('calls.csv', CALLS.join('\n')));
  const before = store.seq;
  const next = file('more.csv', [CALLS[0], '0470 55 01 27;+32 471 00 00 01;9/2/2026 9:00;1;z'].join('\n'));
  const { proposal } = await previewTableImport(store.db, store.catalogue, next);
  const dry = await dryRun(store.db, store.catalogue, next, proposal, 200, 'nl');
  expect(dry.entities.map((entity) => [entity.known, entity.caption])).toEqual([[true, '+32 470 55 01 27'], [false, '+32 471 00 00 01']]);
  expect(dry.counts).toEqual({ entities: { phone: 2 }, links: { called: 1 } });
  expect(store.seq).toBe(before);
});

test('lasting links gather further statements, references join only within their name space', async () => {
  const { store } = await newCase();
  const edges = ['source,target', 'a,b', 'b,a', 'a,c'].join('\n');
  const first = await bring(store, file('one.edges.csv', edges));
  expect(first).toMatchObject({ entitiesAdded: 3, linksAdded: 2, statements: 6 });
  expect(await bring(store, file('one.nodes.csv', ['id,name', 'a,Anna', 'b,Bert', 'c,Chris', 'd,Dirk'].join('\n')))).toMatchObject({ entitiesAdded: 1, entitiesMatched: 3 });
  expect(await bring(store, file('two.edges.csv', `${edges}\n`))).toMatchObject({ entitiesAdded: 3, linksAdded: 2 });
});

test('what cannot be imported is refused with its code', async () => {
  const { store } = await newCase();
  const code = (name: string, content: string | Buffer): Promise<unknown> => bring(store, file(name, content)).then(() => 'imported', (error: { code?: string }) => error.code);
  expect(await code('empty.csv', '')).toBe('fileEmpty');
  expect(await code('blank.csv', '\n\n')).toBe('fileEmpty');
  expect(await code('report.xlsx', '%PDF-1.7\n%âãÏÓ\n')).toBe('fileNotThisFormat');
  expect(await code('cut.xlsx', Buffer.from('PK\u0003\u0004rest is missing', 'latin1'))).toBe('fileNotThisFormat');
  expect(await code('heading.csv', `${CALLS[0]}\n`)).toBe('noRows');
  expect(live(store, 'source')).toBe(0);
});

test('a case that was imported into opens again as it was', async () => {
  const { store, ...rest } = await newCase(PASSPHRASE);
  await bring(store, file('calls.csv', CALLS.join('\n')));
  const { closeCase } = await import('../../../electron/case/life');
  closeCase({ store, ...rest });
  const again = await openAgain(store.folder, PASSPHRASE);
  expect(live(again.store, 'link')).toBe(3);
  again.store.undo(ACTOR);
  expect(live(again.store, 'link')).toBe(0);
});

test('rows carry their own grading and conditions; conditions add to the file\'s and an unknown one counts as strict', async () => {
  const { store } = await newCase();
  const rows = ['A nummer;B nummer;Start;Eval;Gebruik', '+32470550127;+32470550128;01/02/2026 14:05;A1;', '+32470550129;+32470550130;02/02/2026 15:00;C3;H2', '+32470550131;+32470550132;03/02/2026 16:30;;zie chef'];
  const report = await bring(store, file('graded.csv', rows.join('\n')), (mapping) => ({
    ...mapping,
    source: { ...mapping.source, grading: { scheme: 'europol4x4', codes: { source: 'B', information: '2' } }, handling: [{ scheme: 'europolHandling', code: 'H1' }], gradingColumn: { column: 3, scheme: 'europol4x4' }, handlingColumn: { column: 4, scheme: 'europolHandling' } },
  }));
  expect(report.linksAdded).toBe(3);
  const shown = store.db.prepare<[], { grading: string; handling: string }>('SELECT grading, handling FROM link ORDER BY n').all();
  expect(shown).toEqual([{ grading: 'A1', handling: 'H1' }, { grading: 'C3', handling: 'H2' }, { grading: 'B2', handling: 'zie chef' }]);
  expect(store.db.prepare<[], { grading: string; handling: string }>("SELECT grading, handling FROM entity WHERE caption LIKE '%32'").get()).toEqual({ grading: 'B2', handling: 'zie chef' });
  expect(store.db.prepare<[], string>("SELECT handling FROM statement WHERE subject_kind = 'link' ORDER BY n").pluck().all().map((text) => (text === '' ? [] : (JSON.parse(text) as { code: string }[]).map((each) => each.code)))).toEqual([[], ['H1', 'H2'], ['H1', 'zie chef']]);
});

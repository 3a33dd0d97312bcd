import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { Contents } from '../../../electron/case/db/contents';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import type { ImportRequest } from '../../../electron/case/importing';
import { Imports } from '../../../electron/case/importWorker';
import { mappedRows } from '../../../electron/case/importers/mappedRows';
import type { Outcome } from '../../../electron/case/importers/mappedRows';
import { RowPacker, RowUnpacker } from '../../../electron/case/importers/packedRows';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { openTable } from '../../../electron/case/importers/table';
import { paysApart } from '../../../electron/case/importers/apart';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import type { Progress } from '../../../electron/case/importers/watch';
import type { CaseStore } from '../../../electron/case/store';
import type { Mapping } from '../../../shared/mapping/mapping';
import { ACTOR, newCase, PASSPHRASE, temporaryFolder } from '../place';

const root = join(import.meta.dirname, '..', '..', '..');
let built = '';

/** Rows that make the mapping thread spin for ever, eat memory or fail, as no row should. */
const HOSTILE = `
  if (row.cells[0] === 'spin') for (;;);
  if (row.cells[0] === 'eat') { const all = []; for (;;) all.push(new Array(10_000).fill(all.length)); }
  if (row.cells[0] === 'throw') throw new TypeError('unforeseen');
  const mapped = mapRow(`;

beforeAll(async () => {
  // Below the checkout, so that the threads find better-sqlite3.
  mkdirSync(join(root, '.cache'), { recursive: true });
  built = mkdtempSync(join(root, '.cache', 'apart-'));
  const hostile = { name: 'hostile-rows', enforce: 'pre' as const, transform: (code: string, id: string) => (id.endsWith('importers/mappedRows.ts') ? code.replace('const mapped = mapRow(', HOSTILE) : null) };
  await build({
    configFile: false, root, publicDir: false, logLevel: 'error', plugins: [hostile], ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: true, outDir: built, emptyOutDir: true, target: 'node20', minify: false, rolldownOptions: { input: { import: join(root, 'electron/case/workers/import.ts') }, external: ['better-sqlite3'], output: { format: 'es', entryFileNames: '[name].mjs' } } },
  });
}, 120_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

const HEADINGS = 'A_NUMBER;B_NUMBER;START;DURATION_S;DIRECTION;IMEI;CELL_NAME;GRADE;REMARK';
const NOTE = 'volgens de verklaring van een getuige '.repeat(3);

/** Calls of all kinds: told from both ends, to oneself, in doubt, with broken quotes and quotes within, too many cells, none. */
function line(at: number): string {
  const phone = (of: number): string => `+3247${String(1_000_000 + ((of * 7919) % 900))}`;
  const two = (of: number): string => String(of).padStart(2, '0');
  // Every tenth tells of the call before it, from its other end.
  const call = at % 10 === 1 ? at - 1 : at;
  const start = `2026-${two(1 + (call % 12))}-${two(1 + (call % 28))}T${two(call % 24)}:${two(call % 60)}:00`;
  if (at % 977 === 0) return `${phone(at)};${phone(at + 1)};"${start};3`;
  if (at % 983 === 0) return ';;;;;;;;';
  if (at % 991 === 0) return `${phone(at)};${phone(at + 1)};${start};3;MOC;;;;;;;too;many`;
  if (at % 499 === 0) return `${phone(at)};${phone(at)};${start};3;MOC;;;B2;self`;
  const number = at % 211 === 0 ? 'geen nummer' : phone(call);
  return `${number};${phone(call * 3 + 1)};${at % 307 === 0 ? '31/02/2026' : start};${call % 600};${at % 2 === 0 ? 'MOC' : 'MTC'};${at % 5 === 0 ? '350006857858649' : ''};CELL ${at % 50};${['A1', 'B2', '', 'Z9'][at % 4] ?? ''};"${NOTE}""${at}"" ë ₿"`;
}

async function request(store: CaseStore, rows: readonly string[], change: (mapping: Mapping) => Mapping = (mapping) => mapping, headings = HEADINGS): Promise<ImportRequest> {
  const path = join(temporaryFolder(), 'calls.csv');
  writeFileSync(path, [headings, ...rows].join('\n'));
  const document = { path, name: 'calls.csv' };
  return { document, mapping: change((await previewTableImport(store.db, store.catalogue, document)).proposal), recipe: null, again: false, actor: ACTOR };
}

const graded = (mapping: Mapping): Mapping => ({ ...mapping, source: { ...mapping.source, gradingColumn: { column: 7, scheme: 'admiralty' } } });

/** Whatever stands in a case, by short keys: ids differ from import to import. */
const content = (store: CaseStore): unknown[] => [
  'SELECT n, type, caption, key_line, start, "end", sources, links, grading, handling, category, contradicts FROM entity ORDER BY n',
  'SELECT n, type, from_n, to_n, start, "end", amount, sources, strength, grading, handling FROM link ORDER BY n',
  'SELECT n, subject_kind, subject, source, row, locator, "values", grading, handling, basis, seq_added FROM statement ORDER BY n',
  'SELECT kind, value, entity, statement FROM identifier ORDER BY kind, value, entity, statement', 'SELECT row, code, detail, cells FROM reject ORDER BY rowid', 'SELECT key, entity FROM name_key ORDER BY key, entity',
].map((sql) => store.db.prepare(sql).raw().all());

test('a table that another thread reads and maps comes in as one that is read in the same', async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => line(at + 1));
  const together = (await newCase(null)).store;
  const apart = (await newCase(PASSPHRASE)).store;
  const asked = await request(together, rows, graded);
  const one = await runImport({ folder: together.folder, key: null }, asked, UNWATCHED);
  together.reload();
  const seen: Progress[] = [];
  const other = await new Imports(apart, join(built, 'import.mjs')).run('job', await request(apart, rows, graded), (progress) => seen.push(progress));
  expect({ ...other, source: '', entities: [] }).toEqual({ ...one, source: '', entities: [] });
  expect(one.rejected).toBeGreaterThan(50);
  expect(one.doubts).toBeGreaterThan(50);
  expect(one.legs).toBeGreaterThan(0);
  expect(content(apart)).toEqual(content(together));
  const mapped = seen.filter(({ phase }) => phase === 'mapping').map(({ done }) => done);
  expect(mapped).toEqual([...mapped].sort((a, b) => a - b));
  expect(mapped.length).toBeGreaterThan(1);
}, 120_000);

test('rows come out of packs as they went in, and who comes back is the same', async () => {
  const { store } = await newCase();
  const rows = Array.from({ length: 3000 }, (_, at) => line(at + 1));
  const { mapping } = await request(store, rows, graded);
  if (!('entities' in mapping)) throw new Error('a table');
  const table = await openTable(heldBytes(Buffer.from([HEADINGS, ...rows].join('\n'))), 'calls.csv', mapping.reading);
  const packer = new RowPacker(store.catalogue);
  const unpacker = new RowUnpacker();
  const before: Outcome[] = [];
  const after: Outcome[] = [];
  for await (const batch of mappedRows(table, mapping, store.catalogue)) {
    for (const outcome of batch) {
      before.push(outcome);
      packer.add(outcome);
      if (packer.count === 77) after.push(...unpacker.outcomes(structuredClone(packer.take())));
    }
  }
  after.push(...unpacker.outcomes(structuredClone(packer.take())));
  const bare = (outcome: Outcome): unknown => (outcome.kind === 'reject' ? outcome : {
    row: outcome.row, cells: outcome.cells, doubts: outcome.mapped.doubts, grading: outcome.mapped.grading, handling: outcome.mapped.handling,
    entities: outcome.mapped.entities.map(({ key, type, namespace, values, identifiers, sameKey, kept }) => ({ key, type, namespace, values, identifiers, sameKey, kept })),
    links: outcome.mapped.links.map(({ type, occurrence, directed, once, from, to, values, leg }) => ({ type, occurrence, directed, once, from, to, values, leg })),
  });
  expect(after.map(bare)).toEqual(before.map(bare));
  // The same object where it was the same, another where it was another.
  const same = (outcomes: readonly Outcome[]): number[] => {
    const first = new Map<unknown, number>();
    return outcomes.flatMap((outcome) => (outcome.kind === 'row' ? outcome.mapped.entities : [])).map((entity, at) => {
      if (!first.has(entity)) first.set(entity, at);
      return first.get(entity) ?? -1;
    });
  };
  expect(same(after)).toEqual(same(before));
});

test('whatever its mapping thread does, an import ends with a sentence and leaves nothing, and the next one comes in', async () => {
  const { store } = await newCase(PASSPHRASE);
  const threads = (still: number): Imports => new Imports(store, join(built, 'import.mjs'), { still, stopping: 1 });
  const rows = Array.from({ length: 30_000 }, (_, at) => line(at + 1));
  expect(paysApart(rows.join('\n').length, 'csv')).toBe(true);
  for (const [how, code] of [['spin', 'fileStalled'], ['eat', 'fileTooLarge'], ['throw', undefined]] as const) {
    // Eating it all takes longer than hanging is suffered here.
    const failed = threads(how === 'eat' ? 60 : 2).run('job', await request(store, [...rows.slice(0, 20_000), `${how};+32470660000;2026-01-01T10:00:00;3;;;;;`, ...rows.slice(20_000)]), () => undefined);
    await (code === undefined ? expect(failed, how).rejects.toThrow() : expect(failed, how).rejects.toMatchObject({ code }));
    expect(store.importing).toBe(false);
    const contents = Contents.open(store.folder, store.key, true);
    expect(contents.hashes()).toEqual([]);
    contents.close();
    expect(store.db.prepare('SELECT count(*) FROM source').pluck().get()).toBe(0);
    store.note('afterwards', {}, ACTOR);
  }
  const imports = threads(10);
  const cancelled = imports.run('stop', await request(store, rows), ({ phase }) => {
    if (phase === 'mapping') imports.cancel('stop');
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  expect(store.db.prepare('SELECT count(*) FROM entity').pluck().get()).toBe(0);
  expect(await imports.run('again', await request(store, rows.slice(0, 25_000)), () => undefined)).toMatchObject({ linksAdded: expect.any(Number) as number });
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
}, 120_000);

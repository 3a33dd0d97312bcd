import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../../shared/contract/failure';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import { openFileBytes } from '../../../electron/case/importers/bytes';
import { openTable, previewTable } from '../../../electron/case/importers/table';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import { ACTOR, newCase } from '../place';

const TABLES = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'tables');
const here = existsSync(TABLES);
if (!here) console.warn('Skipped: messy tables are not beside the checkout (../shared/data/tables).');

/** What a person sees in each file: encoding, delimiter, row of the headings, number of columns, a heading. */
const READ: Readonly<Record<string, readonly [encoding: string, delimiter: string, headerRow: number, columns: number, heading: string]>> = {
  '211.csv': ['windows-1252', ',', 1, 96, 'ResourceAgencyNum'],
  'begrotingsanalyse-2011.csv': ['utf-8', ',', 4, 14, 'provincie'],
  'characters.csv': ['big5', ',', 1, 18, '景點編號'],
  'complex.csv': ['utf-8', ',', 1, 4, 'temperature'],
  'example.tsv': ['utf-8', '\t', 1, 17, 'hour'],
  'excel_pasting.csv': ['utf-8', ',', 4, 9, 'Year'],
  'long.csv': ['utf-8', ',', 0, 1, ''],
  'mixedGLB.csv': ['utf-8', ',', 4, 19, 'Jan'],
  'null.csv': ['utf-8', ',', 0, 4, ''],
  'simple.csv': ['utf-8', ',', 1, 3, 'place'],
  'simple.psv': ['utf-8', '|', 1, 6, 'All dwellings'],
  'simple.ssv': ['utf-8', ';', 1, 3, 'place'],
  'skip_initials.csv': ['utf-8', ',', 1, 2, 'field2'],
  'small.csv': ['utf-8', ',', 1, 1, 'a'],
  'spanish_chars.csv': ['windows-1252', ',', 1, 8, 'Descripción'],
  'sparse_with_column_errors.csv': ['windows-1252', ',', 1, 3, 'Bezeichnung'],
  'utf-16le_encoded.csv': ['utf-16le', ',', 1, 19, 'Organisation_code'],
  'utf8bom.csv': ['utf-8', ',', 1, 2, 'kitten'],
  'weird_head_padding.csv': ['utf-8', ';', 12, 10, '1985'],
  'large.xlsx': ['utf-8', ',', 4, 11, "'A'"],
  'simple.xlsx': ['utf-8', ',', 1, 3, 'place'],
  'simple.xls': ['utf-8', ',', 1, 3, 'place'],
  'encrypted_no_password.xls': ['utf-8', ',', 1, 3, 'place'],
  'simple.ods': ['utf-8', ',', 1, 3, 'When'],
  'simple.zip': ['utf-8', ',', 1, 3, 'place'],
  'large.ods': ['utf-8', ',', 1, 5, 'Force Name'],
  'blank_line.ods': ['utf-8', ',', 1, 3, 'Name'],
  'loffice-4.4.1.2.ods': ['utf-8', ',', 1, 3, 'Name'],
  'ods_formats.ods': ['utf-8', ',', 1, 10, 'Date'],
  'span_rich.xls': ['utf-8', ',', 1, 4, 'I'],
  'html.html': ['utf-8', ',', 1, 5, 'HDI Rank'],
  'rowcolspan.html': ['utf-8', ',', 0, 5, ''],
  'invisible_text.html': ['utf-8', ',', 1, 9, 'Station'],
  'sw_gen.xlsx': ['utf-8', ',', 1, 17, 'id_str'],
  'clevercsv/airedale.csv': ['utf-8', ',', 1, 8, 'Supplier'],
  'clevercsv/imdb.csv': ['utf-8', ',', 1, 44, 'imdbRating'],
  'clevercsv/milk.csv': ['utf-8', '\t', 1, 23, 'AVAILABILITY of RAW MILK Imports  million litres'],
};
/** What is no table that Knoop reads, or holds nothing. */
const REFUSED: Readonly<Record<string, string>> = {
  'simple.unknown': 'fileEmpty', 'libreoffice.xlsx': 'fileEmpty',
};

test.skipIf(!here)('messy tables are read as a person would read them', async () => {
  const messy = join(TABLES, 'messy');
  for (const [name, [encoding, delimiter, headerRow, columns, heading]] of Object.entries(READ)) {
    const bytes = openFileBytes(join(messy, name));
    const { reading, headings } = await previewTable(bytes, name, {});
    bytes.close();
    expect({ name, encoding: reading.encoding, delimiter: reading.delimiter, headerRow: reading.headerRow, columns: headings.length }).toEqual({ name, encoding, delimiter, headerRow, columns });
    expect(headings, name).toContain(heading);
  }
  for (const [name, code] of Object.entries(REFUSED)) {
    const refused = (async () => {
      const bytes = openFileBytes(join(messy, name));
      await previewTable(bytes, name, {});
    })();
    await expect(refused, name).rejects.toMatchObject({ code });
  }
}, 60_000);

test.skipIf(!here)('every messy table is imported with its rows, or refused with a code', async () => {
  const { store } = await newCase();
  for (const name of Object.keys(READ)) {
    const document = { path: join(TABLES, 'messy', name), name };
    const { proposal, headings } = await previewTableImport(store.db, store.catalogue, document);
    // Most of these are no intelligence: each row becomes a person named by the first column that holds text.
    const mapping = { ...proposal, links: [], entities: [{ key: 'row', type: 'person', same: 'row' as const, sameBy: [], properties: [{ property: 'name', from: { columns: headings.slice(0, 20).map((_, column) => column), join: ' ' } }] }] };
    const done = await runImport({ folder: store.folder, key: store.key }, { document, mapping, recipe: null, again: false, actor: ACTOR }, UNWATCHED).catch((error: unknown) => (error instanceof Failure ? error.code : Promise.reject(error)));
    store.reload();
    if (typeof done === 'string') expect([name, done]).toEqual([name, 'noRows']);
    else expect(done.rows + done.rejected, name).toBeGreaterThan(0);
  }
}, 60_000);

test.skipIf(!here)('no workbook of other writers crashes or hangs the reader', async () => {
  const folder = join(TABLES, 'workbooks');
  const codes: Record<string, number> = {};
  for (const name of readdirSync(folder).filter((each) => /\.(?:xlsx|xls|ods)$/.test(each))) {
    let code = 'read';
    const bytes = openFileBytes(join(folder, name));
    try {
      const { reading } = await previewTable(bytes, name, {});
      const table = await openTable(bytes, name, reading);
      for await (const batch of table.rows()) for (const row of batch) expect(row.cells.every((cell) => typeof cell === 'string')).toBe(true);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      code = error.code;
    } finally {
      bytes.close();
    }
    codes[code] = (codes[code] ?? 0) + 1;
  }
  expect(codes['read']).toBeGreaterThan(60);
  expect(Object.keys(codes).sort()).toEqual(['fileEmpty', 'fileEncrypted', 'read']);
}, 60_000);

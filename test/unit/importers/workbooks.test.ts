import { CFB, utils, write } from '@e965/xlsx';
import type { BookType, CellObject, WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { openTable, previewTable } from '../../../electron/case/importers/table';
import type { HeadTable, TableRow } from '../../../electron/case/importers/table';
import type { Reading } from '../../../shared/mapping/mapping';
import { zipOf } from './zipWriter';

const preview = (content: Buffer, known = {}, name = 'file.bin'): Promise<HeadTable> => previewTable(heldBytes(content), name, known);
const refused = (content: Buffer): Promise<string> => preview(content).then(() => 'read', (error: { code?: string; message?: string }) => error.code ?? error.message ?? '');
/** Code of the failure, also when it comes while the rows are read. */
const refusedWhole = (content: Buffer): Promise<string> => all(content).then(() => 'read', (error: { code?: string; message?: string }) => error.code ?? error.message ?? '');

async function all(content: Buffer, sheet?: string): Promise<TableRow[]> {
  const { reading } = await preview(content, sheet === undefined ? {} : { sheet });
  const rows: TableRow[] = [];
  for await (const batch of (await openTable(heldBytes(content), '', reading)).rows()) rows.push(...batch);
  return rows;
}

/** Cells by row, without blanks at the end of rows and without blank rows. */
const grid = (rows: readonly TableRow[]): [number, string[]][] => rows.flatMap(({ row, cells }): [number, string[]][] => {
  const filled = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  return filled.length === 0 ? [] : [[row, filled]];
});

const book = (sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): WorkBook => {
  const made = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(made, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return made;
};
const written = (made: WorkBook, bookType: BookType): Buffer => Buffer.from(write(made, { type: 'buffer', bookType }) as Buffer);

const FORMATS: readonly (readonly [BookType, Reading['format']])[] = [['biff8', 'xls'], ['biff5', 'xls'], ['xlsb', 'xlsb'], ['ods', 'ods'], ['fods', 'ods'], ['xlml', 'xmlss'], ['xlsx', 'xlsx'], ['html', 'html']];

test.each(FORMATS)('any grid of texts and figures that is written as %s comes back the same', async (type, format) => {
  // Characters that all these formats, and the writer, can hold; it writes no accents into BIFF5.
  const letter = fc.constantFrom(...(type === 'biff5' ? 'abcXYZ019 ,;.-' : 'abcXYZ019 ,;.-éëüß€žłдخ漢😀&<>"\''));
  const text = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join('').replace(/\s+/g, ' ').trim());
  const cell = fc.oneof(text.map((value) => [value, value] as const), fc.constantFrom(['0032475550127', '0032475550127'], ['__proto__', '__proto__'], [true, 'TRUE'] , [false, 'FALSE'], [32470550127, '32470550127'], [0.5, '0.5'], [-12.25, '-12.25'], [206012345678901, '206012345678901'], [1e15, '1000000000000000'], [0, '0']) as fc.Arbitrary<readonly [unknown, string]>);
  await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }), async (rows) => {
    const expected = rows.map((row, at): [number, string[]] => [at + 1, row.map(([, shown]) => shown)]).flatMap(([at, cells]): [number, string[]][] => grid([{ row: at, cells }]));
    fc.pre(expected.length > 0);
    const content = written(book({ Blad: rows.map((row) => row.map(([value]) => (value === '' ? null : value))) }), type);
    const { reading } = await preview(content);
    expect(reading.format).toBe(format);
    expect(grid(await all(content))).toEqual(expected);
  }), { numRuns: 40 });
});

test.each(FORMATS.filter(([type]) => type !== 'html'))('dates, times, leading zeros and long figures in %s', async (type) => {
  const made = book({ Blad: [['d', 'dt', 't', 'tel', 'iban', 'imsi']] });
  const sheet = made.Sheets['Blad'] ?? {};
  const put = (address: string, cell: CellObject): void => void (sheet[address] = cell);
  put('A2', { t: 'n', v: 30_000, z: 'dd/mm/yyyy' });
  put('B2', { t: 'n', v: 46_000.75, z: 'dd/mm/yyyy hh:mm' });
  put('C2', { t: 'n', v: 0.5, z: 'hh:mm:ss' });
  put('D2', { t: 'n', v: 470_550_127, z: '0000000000' });
  put('E2', { t: 's', v: 'BE71 0961 2345 6769' });
  put('F2', { t: 'n', v: 206_012_345_678_901, z: '0' });
  sheet['!ref'] = 'A1:F2';
  const rows = await all(written(made, type));
  // SheetJS writes no number formats into BIFF5, and no leading zeros into OpenDocument.
  const expected = ['1982-02-18', '2025-12-09T18:00:00', '12:00:00', '0470550127', 'BE71 0961 2345 6769', '206012345678901'];
  const got = grid(rows)[1]?.[1] ?? [];
  if (type === 'biff5') expect(got.slice(4)).toEqual(expected.slice(4));
  else if (type === 'ods' || type === 'fods') expect(got.filter((_, at) => at !== 3)).toEqual(expected.filter((_, at) => at !== 3));
  else expect(got).toEqual(expected);
});

test('sheets are chosen by name, hidden ones are told and passed over', async () => {
  for (const type of ['biff8', 'xlsb', 'xlsx', 'xlml'] as const) {
    const made = book({ Geheim: [['x', 'y'], ['1', '2']], Leeg: [[]], Één: [['naam', 'gsm'], ['Jan', '0470']] });
    made.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    const content = written(made, type);
    const head = await preview(content);
    expect([type, head.reading.sheet, head.sheets.map(({ name, hidden }) => [name, hidden])]).toEqual([type, 'Één', [['Geheim', true], ['Leeg', false], ['Één', false]]]);
    expect(grid(await all(content, 'Geheim'))).toEqual([[1, ['x', 'y']], [2, ['1', '2']]]);
    await expect(preview(content, { sheet: 'Weg' })).rejects.toMatchObject({ code: 'noSheet', details: { sheet: 'Weg' } });
  }
});

test('a year count from 1904 moves the dates of XLS and XLSB', async () => {
  for (const type of ['biff8', 'xlsb'] as const) {
    const made = book({ A: [['d', 'e']] });
    const sheet = made.Sheets['A'] ?? {};
    sheet['A2'] = { t: 'n', v: 30_000, z: 'dd/mm/yyyy' };
    sheet['!ref'] = 'A1:B2';
    made.Workbook = { WBProps: { date1904: true } };
    expect(grid(await all(written(made, type)))[1]?.[1][0], type).toBe('1986-02-19');
  }
});

const CONTENT = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';
const ods = (sheets: string, styles = '', extra: { name: string; content: string }[] = []): Buffer => zipOf([
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
  { name: 'content.xml', content: `<?xml version="1.0"?><office:document-content ${CONTENT}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>` },
  ...extra,
]);
const sheet = (rows: string, name = 'A'): string => `<table:table table:name="${name}">${rows}</table:table>`;
const row = (cells: string, times = 1): string => `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
const said = (text: string, times = 1): string => `<table:table-cell office:value-type="string" table:number-columns-repeated="${times}"><text:p>${text}</text:p></table:table-cell>`;
const blank = (times: number): string => `<table:table-cell table:number-columns-repeated="${times}"/>`;

test('an ODS says all of a cell and nothing beside it', async () => {
  const styles = '<number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="10"/></number:number-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const content = ods(
    `<table:table table:name="V" table:style-name="ta2">${row(said('x'))}</table:table>`
    + sheet(
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/>'
      + row(said('Naam') + said('Noot') + said('GSM') + said('Duur'))
      + row(`<table:table-cell office:value-type="string"><office:annotation><text:p>niet dit</text:p></office:annotation><text:p>Jan<text:s text:c="2"/><text:span>Peeters</text:span></text:p><text:p>Gent</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="3.2E+011"><text:p>3,2E+11</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="470550127"><text:p>0470550127</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT27H05M03S"><text:p>27:05</text:p></table:table-cell>`)
      + row(blank(4), 1000) + row(said('Laatste') + '<table:covered-table-cell/>' + '<table:table-cell office:value-type="string" calcext:value-type="error" office:string-value=""><text:p>#N/A</text:p></table:table-cell>') + row(blank(16_384), 1_040_000),
      'B',
    ),
    styles,
  );
  const head = await preview(content);
  expect(head.reading.sheet).toBe('B');
  expect(head.sheets.map(({ hidden }) => hidden)).toEqual([true, false]);
  expect(grid(await all(content))).toEqual([[1, ['Naam', 'Noot', 'GSM', 'Duur']], [2, ['Jan  Peeters\nGent', '320000000000', '0470550127', '27:05:03']], [1003, ['Laatste', '', '#N/A']]]);
});

test('rows and cells that an ODS repeats are written out within bounds', async () => {
  expect(await all(ods(sheet(row(said('a') + said('b')) + row(said('1', 3), 2000))))).toHaveLength(2001);
  expect(await refusedWhole(ods(sheet(row(said('a') + said('b')) + row(said('1', 1000), 2_000_000_000))))).toBe('fileTooLarge');
  expect(await refusedWhole(ods(sheet(row(said('a') + said('b')) + row(said('1'), 2_000_000_000))))).toBe('fileTooLarge');
  const wide = await all(ods(sheet(row(said('a') + said('b')) + row(said('1', 2_000_000_000)) + row(said('c')))));
  expect(wide.map(({ fault }) => fault?.code)).toEqual([undefined, 'tooManyCells', undefined]);
  const long = await all(ods(sheet(row(said('a') + said('b')) + row(said('lang '.repeat(2_000_000))) + row(said('c')))));
  expect(long.map(({ fault }) => fault?.code)).toEqual([undefined, 'cellTooLong', undefined]);
});

test('locked, cut off and mislabelled workbooks are refused with their reason', async () => {
  const secret = [{ name: 'META-INF/manifest.xml', content: '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>' }];
  expect(await refused(ods(sheet(row(said('a'))), '', secret))).toBe('fileEncrypted');
  const made = book({ A: Array.from({ length: 400 }, (_, at) => [`naam ${at}`, at, at / 3]) });
  for (const [type] of FORMATS.filter(([each]) => each !== 'html')) {
    const whole = written(made, type);
    for (const part of [0.1, 0.4, 0.6, 0.9]) {
      const code = await refusedWhole(whole.subarray(0, Math.floor(whole.length * part)));
      expect([type, part, ['fileNotThisFormat', 'noSheet', 'fileEmpty'].includes(code)]).toEqual([type, part, true]);
    }
  }
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/__substg1.0_001A001E', Buffer.from('IPM.Note'));
  expect(await refused(Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer))).toBe('fileNotThisFormat');
  expect(await refused(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('fileNotThisFormat');
  expect(await refused(Buffer.from('<html><body><p>403 Forbidden</p></body></html>'))).toBe('fileNotThisFormat');
  expect(await refused(zipOf([{ name: 'a.csv', content: 'x;y\n1;2' }, { name: 'b.csv', content: 'x;y\n1;2' }]))).toBe('fileHoldsMany');
  expect((await preview(zipOf([{ name: '__MACOSX/a.csv', content: 'x' }, { name: 'map/a.csv', content: 'x;y\n1;2' }]))).headings).toEqual(['x', 'y']);
  expect(await refused(zipOf([{ name: 'a.xls', content: zipOf([{ name: 'b.csv', content: 'x;y' }]) }]))).toBe('fileNotThisFormat');
});

test('a workbook with flipped bytes is read or refused, never a crash or a hang', async () => {
  const made = book({ A: Array.from({ length: 60 }, (_, at) => [`naam ${at}`, at, at / 3, at % 2 === 0]), B: [['é', '漢']] });
  const contents = FORMATS.map(([type]) => written(made, type));
  await fc.assert(fc.asyncProperty(fc.nat(contents.length - 1), fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (which, flips) => {
    const hurt = Buffer.from(contents[which] ?? Buffer.alloc(0));
    for (const [place, byte] of flips) hurt[Math.floor(place * hurt.length)] = byte;
    const code = await refusedWhole(hurt);
    expect(['read', 'fileNotThisFormat', 'noSheet', 'fileEmpty', 'fileTooLarge', 'fileEncrypted']).toContain(code);
  }), { numRuns: 300 });
}, 60_000);

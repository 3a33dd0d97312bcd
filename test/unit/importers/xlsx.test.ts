import { CFB } from '@e965/xlsx';
import { expect, test } from 'vitest';
import type { Bytes } from '../../../electron/case/importers/bytes';
import { openTable, previewTable } from '../../../electron/case/importers/table';
import type { TableRow } from '../../../electron/case/importers/table';
import { workbookOf, zipOf } from './zipWriter';

const bytesOf = (content: Buffer): Bytes => ({ size: content.length, read: (offset, length) => content.subarray(offset, offset + length), close: () => undefined });
const preview = (content: Buffer, known = {}): ReturnType<typeof previewTable> => previewTable(bytesOf(content), 'file.xlsx', known);
const refused = (content: Buffer): Promise<string> => preview(content).then(() => 'read', (error: { code: string }) => error.code);

/** A compound file with one stream. */
function compoundOf(name: string): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5000, 1));
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

const STYLES = '<numFmts><numFmt numFmtId="170" formatCode="0000000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>';
const SHARED = '<si><t>Naam</t></si><si><r><t>Jan </t></r><r><t>_x0041_n</t></r><rPh><t>uit</t></rPh></si>';
const ROWS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Lijst</t></is></c></row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><v>Geboren</v></c><c r="C3" t="str"><v>GSM</v></c><c r="D3" t="str"><v>Ok</v></c></row>'
  + '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>30000</v></c><c r="C4" s="2"><v>470550127</v></c><c r="D4" t="b"><v>1</v></c></row><row r="6"><c r="B6" t="e"><v>#N/A</v></c><c r="C6"><v>3.2470550127E10</v></c></row>';

test('cells come out in full: shared and rich text, dates, leading zeros, booleans, errors, figures', async () => {
  const book = workbookOf([{ name: 'Verborgen', data: ROWS, state: 'hidden' }, { name: 'Personen', data: ROWS }], { shared: SHARED, styles: STYLES });
  const head = await preview(book);
  expect(head.reading).toMatchObject({ format: 'xlsx', sheet: 'Personen', headerRow: 3 });
  expect(head.sheets).toEqual([{ name: 'Verborgen', hidden: true, rows: null }, { name: 'Personen', hidden: false, rows: null }]);
  expect(head.titles).toEqual(['Lijst']);
  expect(head.headings).toEqual(['Naam', 'Geboren', 'GSM', 'Ok']);
  expect(head.rows).toEqual([{ row: 4, cells: ['Jan An', '1982-02-18', '0470550127', 'TRUE'] }, { row: 6, cells: ['', '#N/A', '32470550127', ''] }]);
  const old = await preview(workbookOf([{ name: 'A', data: ROWS }], { shared: SHARED, styles: STYLES, from1904: true }));
  expect(old.rows[0]?.cells[1]).toBe('1986-02-19');
});

test('a sheet that is not there is named', async () => {
  await expect(preview(workbookOf([{ name: 'A', data: ROWS }]), { sheet: 'B' })).rejects.toMatchObject({ code: 'noSheet', details: { sheet: 'B' } });
});

test('what is no workbook, is locked, or would burst is refused', async () => {
  const sheet = [{ name: 'A', data: ROWS }];
  expect(await refused(Buffer.from('%PDF-1.7 something'))).toBe('fileNotThisFormat');
  expect(await refused(zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]))).toBe('fileHoldsMany');
  expect(await refused(workbookOf(sheet).subarray(0, 600))).toBe('fileNotThisFormat');
  expect(await refused(compoundOf('EncryptedPackage'))).toBe('fileEncrypted');
  expect(await refused(compoundOf('WordDocument'))).toBe('fileNotThisFormat');
  expect(await refused(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]))).toBe('fileNotThisFormat');
  expect(await refused(zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>', encrypted: true }]))).toBe('fileEncrypted');
  expect(await refused(workbookOf([{ name: 'A', data: `${ROWS}<row>${' '.repeat(70_000_000)}</row>` }], { shared: SHARED }))).toBe('fileTooLarge');
  expect(await refused(zipOf([{ name: 'xl/workbook.xml', content: `<workbook>${' '.repeat(1000)}</workbook>`, claimed: 100 }]))).toBe('fileNotThisFormat');
  expect(await refused(zipOf([{ name: 'xl/workbook.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>' }]))).toBe('fileNotThisFormat');
  expect(await refused(zipOf([{ name: 'xl/workbook.xml', content: '<a>'.repeat(400) + '</a>'.repeat(400) }]))).toBe('fileNotThisFormat');
  expect(await refused(zipOf([{ name: '../../evil.xml', content: 'x' }]))).toBe('fileNotThisFormat');
  expect(await refused(zipOf(Array.from({ length: 10_001 }, (_, at) => ({ name: `p${at}`, content: '' }))))).toBe('fileTooLarge');
});

test('a sheet of equal rows is read, though it unfolds to more than a hundred times its size', async () => {
  const equal = `<row><c t="str"><v>${'na'.repeat(40)}</v></c></row>`.repeat(40_000);
  const content = workbookOf([{ name: 'A', data: ROWS + equal }], { shared: SHARED });
  expect(equal.length).toBeGreaterThan(100 * content.length);
  const { reading } = await preview(content);
  let rows = 0;
  for await (const batch of (await openTable(bytesOf(content), 'x.xlsx', reading)).rows()) rows += batch.length;
  expect(rows).toBe(40_004);
});

test('cells beyond all measure are listed, the rows around them come in', async () => {
  const long = '<row r="7"><c r="A7" t="inlineStr"><is><t>' + Array.from({ length: 110_000 }, (_, at) => `word${at} `).join('') + '</t></is></c></row><row r="8"><c r="A8" t="str"><v>na</v></c></row><row r="9"><c r="ZZZ9" t="str"><v>ver</v></c></row>';
  const book = bytesOf(workbookOf([{ name: 'A', data: ROWS + long }], { shared: SHARED }));
  const { reading } = await previewTable(book, 'x.xlsx', {});
  const rows: TableRow[] = [];
  for await (const batch of (await openTable(book, 'x.xlsx', reading)).rows()) rows.push(...batch);
  expect(rows.map((row) => [row.row, row.fault?.code ?? 'ok'])).toEqual([[1, 'ok'], [3, 'ok'], [4, 'ok'], [6, 'ok'], [7, 'cellTooLong'], [8, 'ok'], [9, 'tooManyCells']]);
});

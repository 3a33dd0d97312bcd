import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { heldBytes } from '../../../electron/case/importers/bytes';
import { htmlPieces } from '../../../electron/case/importers/htmlTags';
import { openTable, previewTable } from '../../../electron/case/importers/table';
import type { HeadTable } from '../../../electron/case/importers/table';

const preview = (page: string | Buffer, known = {}): Promise<HeadTable> => previewTable(heldBytes(Buffer.from(page)), 'lijst.xls', known);
const refused = (page: string | Buffer): Promise<string> => preview(page).then(() => 'read', (error: { code?: string; message?: string }) => error.code ?? error.message ?? '');

async function cells(page: string | Buffer, known = {}): Promise<string[][]> {
  const { reading } = await preview(page, known);
  const rows: string[][] = [];
  for await (const batch of (await openTable(heldBytes(Buffer.from(page)), '', reading)).rows()) rows.push(...batch.map((row) => row.cells));
  return rows;
}

test('a table of a page gives what a reader of the page sees', async () => {
  const page = `<!DOCTYPE html><html><head><title><table></title><style>td { mso-number-format:"\\@"; }</style><script>document.write("<table><tr><td>nee</td></tr></table>")</script></head><body>
    <!-- <table><tr><td>ook niet</td></tr></table> -->
    <table><tr><td>menu</td></tr><tr><td>thuis</td></tr></table>
    <TABLE BORDER=1><caption>Oproepen&nbsp;mei</caption>
    <thead><tr><th>A<th>B &amp; C<th colspan=2>Duur</thead>
    <tr><td rowspan=2>+32470550127<td>Caf&eacute; &#8364;&#x20ac; <b>De</b>
        Knoop<br>Gent<td x:num="32475550127">3,25E+10<td><span style="display:none">001</span>1
    <tr><td title="a > b">twee<td>drie<td><input type=hidden><p>vier</p>
    <tr><td>vijf<td><table><tr><td>binnen</td></tr></table>zes
    </TABLE></body></html>`;
  const head = await preview(page);
  expect(head.reading).toMatchObject({ format: 'html', sheet: '2 Oproepen mei' });
  expect(head.sheets.map(({ name }) => name)).toEqual(['1', '2 Oproepen mei', '3']);
  expect(await cells(page)).toEqual([
    ['A', 'B & C', 'Duur', ''],
    ['+32470550127', 'Café €€ De Knoop\nGent', '32475550127', '1'],
    ['+32470550127', 'twee', 'drie', 'vier'],
    ['vijf', 'zes'],
  ]);
  expect(await cells(page, { sheet: '3' })).toEqual([['binnen']]);
});

test('a page is decoded as it says, unless its bytes know better', async () => {
  const page = (charset: string): string => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><table><tr><th>naam<th>plaats</tr><tr><td>Žofia €<td>Liège</tr></table>`;
  for (const charset of ['windows-1250', 'utf-8', 'iso-8859-1']) {
    const text = charset === 'windows-1250' ? page(charset) : page(charset).replace('Ž', 'Z');
    const [, row] = await cells(iconv.encode(text.replace('Liège', charset === 'windows-1250' ? 'Łódź' : 'Liège'), charset === 'iso-8859-1' ? 'windows-1252' : charset));
    expect([charset, row]).toEqual([charset, charset === 'windows-1250' ? ['Žofia €', 'Łódź'] : ['Zofia €', 'Liège']]);
  }
  expect((await cells(iconv.encode(page('windows-1252'), 'utf-8')))[1]).toEqual(['Žofia €', 'Liège']);
  expect((await cells(iconv.encode(page('utf-8'), 'utf-16le', { addBOM: true })))[1]).toEqual(['Žofia €', 'Liège']);
});

test('an .xls that is a text is read as the text that it is', async () => {
  expect((await preview('naam\tgsm\nJan\t0470550127\n')).reading).toMatchObject({ format: 'csv', delimiter: '\t' });
  expect((await preview('[id];naam\n1;Jan\n2;An\n')).reading.format).toBe('csv');
  expect((await preview('"naam","x"\n"Jan","1"\n')).reading.format).toBe('csv');
});

test('hostile pages are read or refused within bounds', async () => {
  const bomb = `<table><tr>${'<td colspan=1000 rowspan=65534>x</td>'.repeat(16)}</tr>${'<tr><td>y</td></tr>'.repeat(20_000)}</table>`;
  expect(await refused(bomb)).toBe('fileTooLarge');
  expect(await refused(`${'<table><tr><td>'.repeat(40)}x`)).toBe('read');
  expect(await refused(`${'<table><tr><td>'.repeat(50_000)}x`)).toBe('fileEmpty');
  expect(await refused(`<table><tr><td ${'a="'.repeat(100_000)}>x<td>y</table>`)).toMatch(/read|fileNotThisFormat/);
  expect(await refused(`<table><tr><td>a<td>b<tr><td>1<td>${'<'.repeat(200_000)}</table>`)).toBe('read');
  expect(await refused(`<table>${'<b style="display:none">'.repeat(50_000)}<tr><td>a<td>b</table>`)).toBe('read');
  const long = `<table><tr><td>a<td>b<tr><td>${'lang '.repeat(2_000_000)}<td>x<tr><td>1<td>2</table>`;
  const rows = [];
  const { reading } = await preview(long);
  for await (const batch of (await openTable(heldBytes(Buffer.from(long)), '', reading)).rows()) rows.push(...batch);
  expect(rows.map(({ fault }) => fault?.code)).toEqual([undefined, 'cellTooLong', undefined]);
}, 30_000);

test('cutting a page into pieces ends, whatever it holds', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('<', '>', '/', '!', '--', 'table', 'td', ' ', '"', "'", '=', '&amp', ';', 'script', 'a', '\n', '<tr>', '</td>'), { maxLength: 60 }), (parts) => {
    for (const piece of htmlPieces(parts.join(''))) expect(['text', 'open', 'close']).toContain(piece.kind);
  }), { numRuns: 500 });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, SSF } from '@e965/xlsx';
import type { CellObject } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { Failure } from '../../../shared/contract/failure';
import { openFileBytes } from '../../../electron/case/importers/bytes';
import { openTable, previewTable } from '../../../electron/case/importers/table';

const WORKBOOKS = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'tables', 'workbooks');
const here = existsSync(WORKBOOKS);
if (!here) console.warn('Skipped: workbooks are not beside the checkout (../shared/data/tables/workbooks).');
const files = here ? readdirSync(WORKBOOKS).filter((name) => /\.(?:xlsx|xlsm|xlsb|xls|ods)$/.test(name)) : [];

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Cells that hold something, by "row:column" from 1. */
  readonly cells: ReadonlyMap<string, string>;
}

/** All sheets of a workbook as Knoop reads them, or the code of its refusal. */
async function ours(name: string): Promise<Sheet[] | string> {
  const bytes = openFileBytes(join(WORKBOOKS, name));
  try {
    const { reading, sheets } = await previewTable(bytes, name, {});
    const found: Sheet[] = [];
    for (const sheet of sheets) {
      const cells = new Map<string, string>();
      for await (const batch of (await openTable(bytes, name, { ...reading, sheet: sheet.name })).rows()) {
        for (const row of batch) row.cells.forEach((cell, column) => cell !== '' && cells.set(`${row.row}:${column + 1}`, cell));
      }
      found.push({ name: sheet.name, hidden: sheet.hidden, cells });
    }
    return found;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  } finally {
    bytes.close();
  }
}

const two = (value: number): string => String(value).padStart(2, '0');
const lines = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Whether what Knoop reads is what SheetJS, which reads the same formats on its own, found in the cell. */
function agrees(text: string, cell: CellObject, date1904: boolean): boolean {
  if (cell.t === 'b') return text === (cell.v === true ? 'TRUE' : 'FALSE');
  if (cell.t === 'e') return text === cell.w;
  if (cell.t === 's') return lines(text) === lines(String(cell.v));
  if (typeof cell.v !== 'number') return false;
  // Excel writes an error of a formula into an ODS as the figure 0 shown as the error.
  if (text.startsWith('#')) return text === cell.w;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Math.abs(Number(text) - cell.v) <= Math.abs(cell.v) * 1e-14;
  const time = /^(\d+):(\d\d):(\d\d)$/.exec(text);
  if (time !== null) return Math.abs(Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]) - cell.v * 86_400) <= 1;
  const { y, m, d, H, M, S } = SSF.parse_date_code(Math.round(cell.v * 86_400) / 86_400, { date1904 }) as Record<'y' | 'm' | 'd' | 'H' | 'M' | 'S', number>;
  const day = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  return text === day || text === `${day}T${two(H)}:${two(M)}:${two(Math.floor(S))}` || Math.abs(Date.parse(`${text}Z`) - Date.parse(`${day}T${two(H)}:${two(M)}:${two(Math.floor(S))}Z`)) <= 1000;
}

test.skipIf(!here)('every workbook gives the sheets and cells that another reader finds, or is refused with its reason', async () => {
  const refused: Record<string, string[]> = {};
  let compared = 0;
  for (const name of files) {
    const mine = await ours(name);
    if (typeof mine === 'string') {
      (refused[mine] ??= []).push(name);
      continue;
    }
    const book = read(readFileSync(join(WORKBOOKS, name)), { type: 'buffer', cellHTML: false, cellFormula: false });
    const visible = new Map(book.Workbook?.Sheets?.map((sheet) => [sheet.name, sheet.Hidden ?? 0]));
    const different: string[] = [];
    for (const sheet of mine) {
      const theirs = book.Sheets[sheet.name];
      // SheetJS does not tell hidden sheets of an ODS.
      const hidden = name.endsWith('.ods') ? sheet.hidden : (visible.get(sheet.name) ?? 0) !== 0;
      expect([name, sheet.name, theirs !== undefined, sheet.hidden]).toEqual([name, sheet.name, true, hidden]);
      const places = new Set(sheet.cells.keys());
      for (const [address, cell] of Object.entries(theirs ?? {}) as [string, CellObject][]) {
        const at = /^([A-Z]+)(\d+)$/.exec(address);
        if (at === null || cell.t === 'z' || cell.v === undefined || cell.v === '') continue;
        const column = [...(at[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        const place = `${at[2] ?? ''}:${column}`;
        places.delete(place);
        compared += 1;
        const text = sheet.cells.get(place) ?? '';
        if (!agrees(text, cell, book.Workbook?.WBProps?.date1904 ?? false)) different.push(`${sheet.name}!${address} ${JSON.stringify(text)} / ${cell.t} ${JSON.stringify(cell.v)} ${cell.w ?? ''}`);
      }
      for (const place of places) different.push(`${sheet.name}!${place} ${JSON.stringify(sheet.cells.get(place))} / nothing`);
    }
    expect([name, different]).toEqual([name, []]);
  }
  expect(compared).toBeGreaterThan(70_000);
  expect(refused).toEqual({
    fileEmpty: ['BlankSheetTypes.ods', 'BlankSheetTypes.xls', 'author_snowman.ods', 'author_snowman.xlsx', 'custom_properties.xls', 'custom_properties.xlsx', 'page_margins_2016.xlsx', 'page_margins_2016_5.xls'],
    fileEncrypted: ['password_2002_128_enhrsasc.xls', 'password_2002_128_strong.xls', 'password_2002_40_basecrypto.xls', 'password_2002_40_dss.xls', 'password_2002_40_xor.xls'],
  });
}, 120_000);

/** Cells that differ because the format, or the program that saved the other file, changed them: recomputed formulas, seconds cut off. */
const RESAVED = new Set(['formula_stress_test.ods', 'number_format.ods']);

test.skipIf(!here)('the same workbook in several formats gives the same cells', async () => {
  const groups = new Map<string, string[]>();
  for (const name of files) {
    const stem = name.replace(/(?:\.biff5)?\.[a-z]+$/, '');
    groups.set(stem, [...(groups.get(stem) ?? []), name]);
  }
  let pairs = 0;
  for (const [, names] of groups) {
    const [first = '', ...others] = names.filter((name) => !RESAVED.has(name)).sort((left, right) => Number(right.endsWith('.xlsx')) - Number(left.endsWith('.xlsx')));
    const expected = others.length === 0 ? '' : await ours(first);
    for (const name of others) {
      const found = await ours(name);
      pairs += 1;
      // Names of sheets lose characters in ODS and in old code pages; their order and what they hold does not.
      const plain = (sheets: Sheet[] | string): unknown => (typeof sheets === 'string' ? sheets : sheets.map(({ hidden, cells }) => ({ hidden, cells: [...cells].map(([place, text]) => [place, lines(text)]) })));
      expect([name, plain(found)]).toEqual([name, plain(expected)]);
    }
  }
  expect(pairs).toBeGreaterThan(20);
}, 60_000);

test.skipIf(!here)('hidden sheets, merged cells, phonetic text and code pages', async () => {
  expect(((await ours('sheet_visibility.ods')) as Sheet[]).map(({ name, hidden }) => [name, hidden])).toEqual([['Visible', false], ['Hidden', true], ['VeryHidden', true]]);
  for (const ending of ['xls', 'xlsx', 'ods']) expect([...((await ours(`merge_cells.${ending}`)) as Sheet[])[0]?.cells.keys() ?? []], ending).toEqual([...((await ours('merge_cells.xlsx')) as Sheet[])[0]?.cells.keys() ?? []]);
  const [phonetic] = (await ours('phonetic_text.xls')) as Sheet[];
  expect([...(phonetic?.cells.values() ?? [])]).toEqual([...((await ours('phonetic_text.xlsx')) as Sheet[])[0]?.cells.values() ?? []]);
  expect(((await ours('number_format_russian.xls')) as Sheet[]).length).toBe(5);
});

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvRecords, recordsOf } from '../../../electron/case/importers/csvRecords';
import type { TableRow } from '../../../electron/case/importers/csvRecords';

const SEMICOLON = { delimiter: ';', quote: '"' };
const cellsOf = (text: string): string[][] => recordsOf(text, SEMICOLON, true).map((row) => row.cells);
const shape = (rows: readonly TableRow[]): unknown[] => rows.map((row) => [row.row, row.fault?.code ?? 'ok', row.cells]);

test('agrees with csv-parse on whatever is well-formed', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', '\r', ' ', '1', '😀'), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (rows, newline) => {
      const text = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')).join(newline) + newline;
      const theirs = parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: newline }) as string[][];
      expect(cellsOf(text)).toEqual(theirs);
      expect(cellsOf(text)).toEqual(rows);
    }),
  );
});

test('gives the same rows however the text is cut into pieces', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', ' ', 'é'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 7 }), (written, size) => {
      // The kind of line end is settled on the first piece that shows one.
      const content = `x;y\n${written}`;
      const records = new CsvRecords(SEMICOLON);
      const rows: TableRow[] = [];
      for (let at = 0; at < content.length; at += size) rows.push(...records.push(content.slice(at, at + size)));
      rows.push(...records.end());
      expect(shape(rows)).toEqual(shape(recordsOf(content, SEMICOLON, true)));
    }),
    { numRuns: 500 },
  );
});

test('a quote that is never closed breaks its own line and no other', () => {
  const rows = recordsOf('a;b\n1;"open\n2;y\n3;z\n', SEMICOLON, true);
  expect(rows.map((row) => [row.row, row.fault?.code ?? 'ok', row.cells[0]])).toEqual([[1, 'ok', 'a'], [2, 'badQuote', '1;"open'], [3, 'ok', '2'], [4, 'ok', '3']]);
});

test('blank lines and lines inside a cell are counted as a spreadsheet does', () => {
  expect(shape(recordsOf('a;b\n\n"1\n2";x\n3;y', SEMICOLON, true))).toEqual([[1, 'ok', ['a', 'b']], [2, 'ok', ['']], [3, 'ok', ['1\n2', 'x']], [4, 'ok', ['3', 'y']]]);
});

test('blanks before a quote are passed over, quotes inside a bare cell stand', () => {
  expect(cellsOf('a; "6,0; 0" ;5" pipe\n')).toEqual([['a', '6,0; 0', '5" pipe']]);
});

test('lines of old Macs end with CR alone', () => {
  expect(cellsOf('a;b\r1;2\r')).toEqual([['a', 'b'], ['1', '2']]);
});

test('a gigantic row is passed over without being kept', () => {
  const records = new CsvRecords(SEMICOLON);
  const rows = [...records.push('a;b\n'), ...Array.from({ length: 40 }, () => records.push('x'.repeat(1_000_000))).flat(), ...records.push('\n1;2\n'), ...records.end()];
  expect(rows.map((row) => [row.row, row.fault?.code ?? 'ok'])).toEqual([[1, 'ok'], [2, 'cellTooLong'], [3, 'ok']]);
  expect(rows[1]?.cells[0]?.length).toBeLessThan(1000);
});

import { Failure } from '../../../shared/contract/failure';
import type { TablePreview } from '../../../shared/contract/importing';
import type { Reading } from '../../../shared/mapping/mapping';
import { headOfBook, tableOfBook } from './book';
import type { Book } from './book';
import type { Bytes } from './bytes';
import { openCsv, readCsvHead } from './csv';
import { isBlank } from './csvRecords';
import type { TableRow } from './csvRecords';
import { openHtml } from './html';
import { openJsonTable } from './jsonTable';
import { openFlatOds, openOds } from './ods';
import { tableFormat } from './tableFormat';
import type { Found } from './tableFormat';
import { openXls } from './xls';
import { openXlsb } from './xlsb';
import { openXlsx } from './xlsx';
import { openXmlWorkbook } from './xmlWorkbook';
import { onlyFileIn } from './zipped';

export type { TableRow } from './csvRecords';
export type Unsure = TablePreview['unsure'][number];
export type Sheet = TablePreview['sheets'][number];

/** First rows of a table as they stand, with what it is taken for. */
export interface Head {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
  /** From row 1, titles and blank rows included. */
  readonly rows: readonly TableRow[];
  readonly unsure: readonly Unsure[];
}

/** A table as a stream. */
export interface Table {
  /** All rows from the first, in batches; titles, headings and blank rows included. To be walked once. */
  rows(): AsyncIterable<TableRow[]>;
  /** Size in the unit that `done` counts: bytes of the document. */
  readonly total: number;
  done(): number;
  readonly sheet: string | null;
}

/** What a preview shows of a head. */
export interface HeadTable {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
  readonly unsure: readonly Unsure[];
  /** Trimmed; blank where a column has none, all blank where the table has no headings. */
  readonly headings: string[];
  readonly rows: { row: number; cells: string[] }[];
  readonly titles: string[];
}

const LIMIT_NESTED = 1;

/** A document as it is to be read: what it is, and its bytes, unpacked where an archive holds nothing else. */
async function unpacked(bytes: Bytes, depth = 0): Promise<{ readonly bytes: Bytes; readonly found: Exclude<Found, 'zip'> }> {
  const found = await tableFormat(bytes);
  if (found !== 'zip') return { bytes, found };
  if (depth >= LIMIT_NESTED) throw new Failure('fileNotThisFormat');
  return await unpacked(await onlyFileIn(bytes), depth + 1);
}

const OPENERS: Readonly<Record<Exclude<Found, 'zip' | 'csv'>, (bytes: Bytes, sheet: string | null) => Book | Promise<Book>>> = {
  xlsx: openXlsx, xlsb: openXlsb, xls: openXls, ods: openOds, flat: openFlatOds, xmlss: openXmlWorkbook, html: openHtml, json: openJsonTable,
};

/**
 * The head of a table: guesses what `known` leaves open and gives headings, titles and the first `limit` rows with content.
 * Throws Failure fileEmpty, fileEncrypted, fileNotThisFormat, fileTooLarge, noSheet.
 */
export async function previewTable(bytes: Bytes, _name: string, known: Partial<Reading>, limit = 200): Promise<HeadTable> {
  const document = await unpacked(bytes);
  const head = document.found === 'csv' ? readCsvHead(document.bytes, known) : await headOfBook(await OPENERS[document.found](document.bytes, null), known);
  const { headerRow } = head.reading;
  const headingCells = head.rows.find((row) => row.row === headerRow)?.cells ?? [];
  const body = head.rows.filter((row) => row.row > headerRow && row.fault === undefined && !isBlank(row.cells)).slice(0, limit);
  const width = headerRow === 0 ? body.reduce((most, row) => Math.max(most, row.cells.length), 0) : lastFilled(headingCells, body);
  const headings = Array.from({ length: width }, (_, column) => (headingCells[column] ?? '').trim().slice(0, 1000));
  const titles = head.rows.filter((row) => row.row < headerRow && !isBlank(row.cells)).map((row) => row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '').join(' '));
  return { reading: head.reading, sheets: head.sheets, unsure: head.unsure, headings, titles, rows: body.map(({ row, cells }) => ({ row, cells: padded(cells, width) })) };
}

/** Width of the table: its headings, and columns without one that hold something in most rows. */
function lastFilled(headings: readonly string[], body: readonly TableRow[]): number {
  let width = headings.length;
  while (width > 0 && (headings[width - 1] ?? '').trim() === '' && !body.some((row) => (row.cells[width - 1] ?? '').trim() !== '')) width -= 1;
  return width;
}

/** `cells` at exactly `width`; surplus cells are only left off when blank. */
export function padded(cells: readonly string[], width: number): string[] {
  const out = cells.slice(0, Math.max(width, cells.findLastIndex((cell) => cell.trim() !== '') + 1));
  while (out.length < width) out.push('');
  return out;
}

/**
 * Opens a table for streaming, read as `reading` says. Throws Failure fileNotThisFormat also when the bytes are of another format than it tells,
 * and those of previewTable.
 */
export async function openTable(bytes: Bytes, _name: string, reading: Reading): Promise<Table> {
  const document = await unpacked(bytes);
  // A text that starts like JSON may have been read as a table of text by choice, or by an earlier version.
  if (reading.format === 'csv' && (document.found === 'csv' || document.found === 'json')) return openCsv(document.bytes, reading);
  if (document.found === 'csv') throw new Failure('fileNotThisFormat');
  const book = await OPENERS[document.found](document.bytes, reading.sheet);
  if (book.format === reading.format) return tableOfBook(book, reading);
  book.close();
  throw new Failure('fileNotThisFormat');
}

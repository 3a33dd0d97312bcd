import { Failure } from '../../../shared/contract/failure';
import type { Reading } from '../../../shared/mapping/mapping';
import { guessDateOrder, guessDecimal } from '../../../shared/mapping/samples';
import { isBlank, MAX_CELL } from './csvRecords';
import type { TableRow } from './csvRecords';
import { findHeader } from './header';
import type { Head, Sheet, Table } from './table';

const HEAD_ROWS = 1200;

/** A document that holds tables under names, whatever its format: sheets of a workbook, tables of a page. */
export interface Book {
  readonly format: Reading['format'];
  /** None where the document is one table without a name. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Places in `sheets` in the order in which they are looked at for a table; visible ones first where left out. */
  readonly order?: readonly number[];
  /** All rows of the sheet at this place, in batches. Blank rows may be left out; row numbers count them. */
  rows(at: number): AsyncIterable<TableRow[]>;
  /** The same for a look at the head only, where that can be had for less. */
  head?(at: number): AsyncIterable<TableRow[]>;
  /** Size of a sheet in the unit that `done` counts. */
  total(at: number): number;
  done(at: number): number;
  close(): void;
}

/** Of a row with a cell that is too long, this much of each cell stands in the list of rejects. */
const EXCERPT = 500;

function bounded(rows: TableRow[]): TableRow[] {
  if (!rows.some((row) => row.cells.some((cell) => cell.length > MAX_CELL))) return rows;
  return rows.map((row) => {
    const long = row.cells.findIndex((cell) => cell.length > MAX_CELL);
    return long < 0 ? row : { row: row.row, cells: row.cells.map((cell) => cell.slice(0, EXCERPT)), fault: { code: 'cellTooLong', detail: String(long + 1) } };
  });
}

async function firstRows(book: Book, at: number): Promise<TableRow[]> {
  const head: TableRow[] = [];
  for await (const batch of book.head?.(at) ?? book.rows(at)) {
    for (const row of bounded(batch)) if (row.row <= HEAD_ROWS) head.push(row);
    if ((batch.at(-1)?.row ?? 0) >= HEAD_ROWS) break;
  }
  return head;
}

/** Place of the sheet with this name. Throws Failure noSheet. */
function placeOf(book: Book, name: string): number {
  const at = book.sheets.findIndex((sheet) => sheet.name === name);
  if (at < 0) throw new Failure('noSheet', { sheet: name });
  return at;
}

/** What first rows are taken for, where `known` leaves it open. Cells hold figures with a point and dates as ISO text, unless they are texts. */
export function guessedHead(format: Reading['format'], sheet: string | null, sheets: readonly Sheet[], rows: readonly TableRow[], known: Partial<Reading>): Head {
  const header = findHeader(rows);
  const headerRow = known.headerRow ?? header.headerRow;
  const body = rows.filter((row) => row.row > headerRow).map((row) => row.cells);
  const order = guessDateOrder(body);
  return {
    reading: {
      format, encoding: 'utf-8', delimiter: ',', quote: '"', sheet, headerRow,
      dateOrder: known.dateOrder ?? (order.dateOrder === 'ymd' ? 'dmy' : order.dateOrder),
      decimal: known.decimal ?? guessDecimal(body, '.'),
      country: known.country ?? 'BE',
      currency: known.currency ?? 'EUR',
    },
    sheets,
    rows,
    unsure: [...(known.headerRow === undefined && header.unsure ? (['headerRow'] as const) : []), ...(known.dateOrder === undefined && order.unsure ? (['dateOrder'] as const) : [])],
  };
}

/** The head of a book: of the sheet that `known` names, else of the first visible one that holds anything. Throws Failure fileEmpty, noSheet. */
export async function headOfBook(book: Book, known: Partial<Reading>): Promise<Head> {
  try {
    const wanted = known.sheet ?? null;
    const places = book.sheets.map((_, at) => at);
    const usual = [...places.filter((at) => book.sheets[at]?.hidden === false), ...places.filter((at) => book.sheets[at]?.hidden === true)];
    for (const at of wanted === null ? (book.order ?? (usual.length === 0 ? [0] : usual)) : [placeOf(book, wanted)]) {
      const rows = await firstRows(book, at);
      if (rows.every((row) => isBlank(row.cells))) continue;
      return guessedHead(book.format, book.sheets[at]?.name ?? null, book.sheets.map(({ name, hidden }): Sheet => ({ name, hidden, rows: null })), rows, known);
    }
    throw new Failure('fileEmpty');
  } finally {
    book.close();
  }
}

/** Streams the rows of the sheet that `reading` names, the first where it names none. Throws Failure noSheet. */
export function tableOfBook(book: Book, reading: Reading): Table {
  let at: number;
  try {
    at = reading.sheet === null ? (book.order?.[0] ?? 0) : placeOf(book, reading.sheet);
  } catch (error) {
    book.close();
    throw error;
  }
  async function* rows(): AsyncGenerator<TableRow[]> {
    try {
      for await (const batch of book.rows(at)) yield bounded(batch);
    } finally {
      book.close();
    }
  }
  return { rows, total: book.total(at), done: () => book.done(at), sheet: book.sheets[at]?.name ?? null };
}

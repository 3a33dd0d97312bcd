import { Failure } from '../../../shared/contract/failure';
import type { ImportPreview } from '../../../shared/contract/importing';
import type { Reading } from '../../../shared/mapping/mapping';
import type { Bytes } from './bytes';
import { openCsv, readCsvHead } from './csv';
import { isBlank } from './csvRecords';
import type { TableRow } from './csvRecords';
import { openXlsx, readXlsxHead } from './xlsx';

export type { TableRow } from './csvRecords';
export type Unsure = ImportPreview['unsure'][number];
export type Sheet = ImportPreview['sheets'][number];

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

const isZip = (bytes: Bytes): boolean => bytes.read(0, 4).toString('latin1') === 'PK\u0003\u0004';
const isCompound = (bytes: Bytes): boolean => bytes.read(0, 4).toString('hex') === 'd0cf11e0';

/** Office encrypts a workbook by wrapping it in a compound file with a stream of this name. */
function isEncryptedPackage(bytes: Bytes): boolean {
  return bytes.read(0, 1024 * 1024).includes(Buffer.from('EncryptedPackage', 'utf16le')) || (bytes.size > 1024 * 1024 && bytes.read(bytes.size - 64 * 1024, 64 * 1024).includes(Buffer.from('EncryptedPackage', 'utf16le')));
}

/** What the bytes are, whatever the file's name says; a name that promises a workbook must hold one. */
function formatOf(bytes: Bytes, name: string): Reading['format'] {
  if (isZip(bytes)) return 'xlsx';
  if (isCompound(bytes)) throw new Failure(isEncryptedPackage(bytes) ? 'fileEncrypted' : 'fileNotThisFormat');
  if (/\.(?:xlsx|xlsm|xltx|xls|xlsb|ods)$/i.test(name)) throw new Failure('fileNotThisFormat');
  if (/^\s*<(?:!doctype|html|\?xml|table|svg)/i.test(bytes.read(0, 512).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))) throw new Failure('fileNotThisFormat');
  return 'csv';
}

/**
 * The head of a table: guesses what `known` leaves open and gives headings, titles and the first `limit` rows with content.
 * Throws Failure fileEmpty, fileEncrypted, fileNotThisFormat, fileTooLarge, noSheet.
 */
export async function previewTable(bytes: Bytes, name: string, known: Partial<Reading>, limit = 200): Promise<HeadTable> {
  const head = formatOf(bytes, name) === 'xlsx' ? await readXlsxHead(bytes, known) : readCsvHead(bytes, known);
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

/** Opens a table for streaming, read as `reading` says. */
export function openTable(bytes: Bytes, name: string, reading: Reading): Table | Promise<Table> {
  const format = formatOf(bytes, name);
  if (format !== reading.format) throw new Failure('fileNotThisFormat');
  return format === 'xlsx' ? openXlsx(bytes, reading) : openCsv(bytes, reading);
}

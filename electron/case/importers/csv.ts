import { guessDateOrder, guessDecimal } from '../../../shared/mapping/samples';
import type { Reading } from '../../../shared/mapping/mapping';
import { CHUNK } from './bytes';
import type { Bytes } from './bytes';
import { CsvRecords, recordsOf } from './csvRecords';
import type { TableRow } from './csvRecords';
import { voteDelimiter } from './delimiter';
import { createDecoder, detectEncoding, isEncoding } from './encoding';
import { findHeader } from './header';
import { Failure } from '../../../shared/contract/failure';
import type { Head, Table, Unsure } from './table';

/** Of a text only this much is looked at before anything is asked. */
const HEAD = CHUNK;
const HEAD_ROWS = 1200;
/** A text is cut into rows in pieces so small that their rows are gone before the collector takes them for lasting. */
const PIECE = 8 * 1024;

/**
 * Reads the head of a text (at most 1 MB) and guesses what `known` leaves open: encoding, delimiter, headings, order of dates, decimals.
 * Throws Failure fileNotThisFormat, fileEmpty.
 */
export function readCsvHead(bytes: Bytes, known: Partial<Reading>): Head {
  const unsure: Unsure[] = [];
  const head = bytes.read(0, HEAD);
  const guess = detectEncoding(head);
  const encoding = known.encoding !== undefined && isEncoding(known.encoding) ? known.encoding : guess.encoding;
  if (known.encoding === undefined && guess.unsure) unsure.push('encoding');
  const decoder = createDecoder(encoding);
  const whole = head.length >= bytes.size;
  const text = decoder.write(head) + (whole ? decoder.end() : '');
  if (text.trim() === '') throw new Failure('fileEmpty');
  const separation = voteDelimiter(text);
  if (known.delimiter === undefined && separation.unsure) unsure.push('delimiter');
  const dialect = { delimiter: known.delimiter ?? separation.delimiter, quote: known.quote ?? separation.quote };
  if (dialect.delimiter === '') throw new Failure('mappingInvalid', { fault: 'delimiter' });
  const rows = recordsOf(text, dialect, whole).slice(0, HEAD_ROWS);
  const header = findHeader(rows);
  if (known.headerRow === undefined && header.unsure) unsure.push('headerRow');
  const headerRow = known.headerRow ?? header.headerRow;
  const body = rows.filter((row) => row.row > headerRow && row.fault === undefined).map((row) => row.cells);
  const order = guessDateOrder(body);
  if (known.dateOrder === undefined && order.unsure) unsure.push('dateOrder');
  return {
    reading: {
      format: 'csv', encoding, ...dialect, sheet: null, headerRow,
      dateOrder: known.dateOrder ?? order.dateOrder,
      decimal: known.decimal ?? guessDecimal(body, dialect.delimiter === ',' ? '.' : ','),
      country: known.country ?? 'BE',
      currency: known.currency ?? 'EUR',
    },
    sheets: [],
    rows,
    unsure,
  };
}

/** Streams the rows of a text, as `reading` says. Memory stays flat: one chunk and one record at a time. */
export function openCsv(bytes: Bytes, reading: Reading): Table {
  let position = 0;
  async function* rows(): AsyncGenerator<TableRow[]> {
    const decoder = createDecoder(reading.encoding);
    const records = new CsvRecords(reading);
    while (position < bytes.size) {
      const chunk = bytes.read(position, PIECE);
      position += chunk.length;
      yield marked(records.push(decoder.write(chunk)), decoder.broken);
    }
    yield marked([...records.push(decoder.end()), ...records.end()], decoder.broken);
  }
  return { rows, total: bytes.size, done: () => position, sheet: null };
}

/** Rows with characters that could not be decoded get that for a fault: what the source wrote is lost, so it is not imported. */
function marked(rows: TableRow[], broken: boolean): TableRow[] {
  if (!broken) return rows;
  return rows.map((row) => {
    const at = row.fault === undefined ? row.cells.findIndex((cell) => cell.includes('\ufffd')) : -1;
    return at < 0 ? row : { ...row, fault: { code: 'badEncoding', detail: String(at + 1) } };
  });
}


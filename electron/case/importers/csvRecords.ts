import type { Reject } from '../../../shared/mapping/mapping';

/** Limits on hostile and broken files, in characters and cells. */
export const MAX_CELL = 1024 * 1024;
export const MAX_COLUMNS = 16_384;
/** A record longer than this is not kept in memory to look for its end. */
const MAX_RECORD = 16 * 1024 * 1024;
/** Of a cell that is too long, this much stands in the list of rejects. */
const EXCERPT = 500;

/** One record as it stands in the file. `row` counts records from 1, blank ones too, as a spreadsheet would number them. */
export interface TableRow {
  readonly row: number;
  readonly cells: string[];
  readonly fault?: { readonly code: Reject['code']; readonly detail: string };
}

export interface Dialect {
  readonly delimiter: string;
  /** Empty: quotes have no meaning. */
  readonly quote: string;
}

type Scan = { readonly kind: 'record'; readonly cells: string[]; readonly end: number } | { readonly kind: 'more' } | { readonly kind: 'broken'; readonly detail: string };

/**
 * Cuts decoded text into records.
 *
 * Not csv-parse, because after a quote that is never closed csv-parse takes the rest of the file for one cell. Here only the line where
 * it stood is broken: it comes out with its fault, and reading goes on with the next line. On well-formed text both agree (tested).
 * Blanks before an opening quote are passed over; a quote inside an unquoted cell is a character like others.
 */
export class CsvRecords {
  private buffer = '';
  private at = 0;
  private row = 0;
  private discarding = false;
  private ended = false;
  private newline: '\n' | '\r' | null = null;
  /** Text that was pushed while the last record was still open. */
  private held: string[] = [];
  private heldLength = 0;

  constructor(private readonly dialect: Dialect) {}

  /** Takes in text and gives the records that are whole by now. */
  push(text: string): TableRow[] {
    this.held.push(text);
    this.heldLength += text.length;
    // A record that goes on and on is looked at again only when as much has come in as there was: else its length would count squared.
    if (this.heldLength < this.buffer.length - this.at) return [];
    this.takeHeld();
    return this.drain();
  }

  private takeHeld(): void {
    const text = this.held.join('');
    this.buffer = this.at < this.buffer.length ? this.buffer.slice(this.at) + text : text;
    this.at = 0;
    this.held = [];
    this.heldLength = 0;
  }

  /** The rest, after the last text. */
  end(): TableRow[] {
    this.ended = true;
    this.takeHeld();
    return this.drain();
  }

  private drain(): TableRow[] {
    const rows: TableRow[] = [];
    if (this.newline === null && !this.settleNewline()) return rows;
    while (this.at < this.buffer.length) {
      if (this.discarding && !this.passLine()) break;
      if (this.at >= this.buffer.length) break;
      const next = this.next();
      if (next === null) break;
      rows.push(next);
    }
    return rows;
  }

  /** Files of old Macs end their lines with CR alone, and may hold LF in quoted cells. */
  private settleNewline(): boolean {
    const lf = this.buffer.indexOf('\n');
    if (lf < 0 && !this.ended && this.buffer.length < 64 * 1024) return false;
    const cr = this.buffer.indexOf('\r');
    this.newline = cr >= 0 && (lf < 0 || (cr < lf - 1 && this.dialect.quote !== '' && this.quotedAt(lf) && !this.quotedAt(cr))) ? '\r' : '\n';
    return true;
  }

  private quotedAt(at: number): boolean {
    return this.buffer.slice(0, at).split(this.dialect.quote).length % 2 === 0;
  }

  private lineEnd(from: number): number {
    return this.buffer.indexOf(this.newline ?? '\n', from);
  }

  private passLine(): boolean {
    const end = this.lineEnd(this.at);
    if (end < 0) {
      this.at = this.buffer.length;
      return false;
    }
    this.at = end + 1;
    this.discarding = false;
    return true;
  }

  private next(): TableRow | null {
    const end = this.lineEnd(this.at);
    if (end < 0 && !this.ended) {
      return this.buffer.length - this.at > MAX_RECORD ? this.tooLong() : null;
    }
    const stop = end < 0 ? this.buffer.length : end;
    const line = this.line(this.at, stop);
    if (this.dialect.quote === '' || !line.includes(this.dialect.quote)) {
      this.at = stop + 1;
      return this.checked(line.split(this.dialect.delimiter));
    }
    const scan = this.scan(this.at);
    if (scan.kind === 'more') return null;
    if (scan.kind === 'broken') {
      this.at = stop + 1;
      this.row += 1;
      return { row: this.row, cells: [line.slice(0, EXCERPT)], fault: { code: scan.detail === 'cellTooLong' ? 'cellTooLong' : 'badQuote', detail: scan.detail } };
    }
    this.at = scan.end;
    return this.checked(scan.cells);
  }

  private line(from: number, stop: number): string {
    return this.newline === '\n' && stop > from && this.buffer.charCodeAt(stop - 1) === 13 ? this.buffer.slice(from, stop - 1) : this.buffer.slice(from, stop);
  }

  private tooLong(): TableRow {
    const excerpt = this.buffer.slice(this.at, this.at + EXCERPT);
    this.at = this.buffer.length;
    this.discarding = true;
    this.row += 1;
    return { row: this.row, cells: [excerpt], fault: { code: 'cellTooLong', detail: '' } };
  }

  private checked(cells: string[]): TableRow {
    this.row += 1;
    if (cells.length > MAX_COLUMNS) return { row: this.row, cells: cells.slice(0, 100), fault: { code: 'tooManyCells', detail: String(cells.length) } };
    const long = cells.findIndex((cell) => cell.length > MAX_CELL);
    if (long >= 0) return { row: this.row, cells: cells.map((cell) => cell.slice(0, EXCERPT)), fault: { code: 'cellTooLong', detail: String(long + 1) } };
    return { row: this.row, cells };
  }

  /** Reads one record with quoted cells from `start`. */
  private scan(start: number): Scan {
    const { delimiter, quote } = this.dialect;
    const { buffer } = this;
    const newline = this.newline ?? '\n';
    const cells: string[] = [];
    let at = start;
    for (;;) {
      let open = at;
      while (buffer[open] === ' ') open += 1;
      if (open >= buffer.length && !this.ended) return { kind: 'more' };
      if (buffer[open] !== quote) {
        const comma = buffer.indexOf(delimiter, at);
        const line = buffer.indexOf(newline, at);
        if (line < 0 && comma < 0 && !this.ended) return { kind: 'more' };
        const stop = line < 0 ? buffer.length : line;
        if (comma >= 0 && comma < stop) {
          cells.push(buffer.slice(at, comma));
          at = comma + delimiter.length;
          continue;
        }
        if (line < 0 && !this.ended) return { kind: 'more' };
        cells.push(this.line(at, stop));
        return { kind: 'record', cells, end: stop + 1 };
      }
      const closed = this.quoted(open + 1);
      if (typeof closed === 'string') return closed === 'more' ? { kind: 'more' } : { kind: 'broken', detail: closed };
      cells.push(closed.cell);
      let after = closed.end;
      while (buffer[after] === ' ') after += 1;
      if (after >= buffer.length) return this.ended ? { kind: 'record', cells, end: after } : { kind: 'more' };
      if (buffer.startsWith(delimiter, after)) {
        at = after + delimiter.length;
        continue;
      }
      if (buffer[after] === '\r' && newline === '\n') after += 1;
      if (after >= buffer.length && !this.ended) return { kind: 'more' };
      if (after >= buffer.length || buffer[after] === newline) return { kind: 'record', cells, end: after + 1 };
      return { kind: 'broken', detail: String(cells.length) };
    }
  }

  /** The cell that opened before `from`: its text and where it ends, or why there is none. */
  private quoted(from: number): { cell: string; end: number } | string {
    const { buffer } = this;
    const { quote } = this.dialect;
    let cell = '';
    let at = from;
    for (;;) {
      const close = buffer.indexOf(quote, at);
      const reach = close < 0 ? buffer.length : close;
      if (reach - from > MAX_CELL) return buffer.slice(from, from + MAX_CELL).includes(this.newline ?? '\n') ? 'unclosed' : 'cellTooLong';
      if (close < 0) return this.ended ? 'unclosed' : 'more';
      cell += buffer.slice(at, close);
      if (close + 1 >= buffer.length && !this.ended) return 'more';
      if (buffer[close + 1] !== quote) return { cell, end: close + 1 };
      cell += quote;
      at = close + 2;
    }
  }
}

/** All records of a text: for heads and tests. */
export function recordsOf(text: string, dialect: Dialect, whole: boolean): TableRow[] {
  const records = new CsvRecords(dialect);
  const rows = records.push(text);
  return whole ? [...rows, ...records.end()] : rows;
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

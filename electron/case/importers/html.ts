import { Failure } from '../../../shared/contract/failure';
import type { Book } from './book';
import type { Bytes } from './bytes';
import { isBlank, MAX_CELL, MAX_COLUMNS } from './csvRecords';
import type { TableRow } from './csvRecords';
import { createDecoder, detectEncoding, isEncoding } from './encoding';
import { attributeOf, htmlPieces } from './htmlTags';
import { plainNumber } from './sheetCell';

/** Pages are held in memory whole. */
const MAX_PAGE = 64 * 1024 * 1024;
const MAX_TABLES = 1000;
const MAX_NESTED = 50;
const MAX_SPAN = 1000;
const MAX_ROW_SPAN = 65_534;
/** Cells that stand for several rows are written out; so many at most. */
const MAX_SPREAD = 2_000_000;
const BATCH = 1000;
const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements that have no end. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const PARTS = new Set(['table', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'caption', 'colgroup']);

interface Cell {
  text: string;
  readonly across: number;
  readonly down: number;
  readonly attributes: string;
}

/** A table on the page while its rows come by. */
interface Open {
  readonly rows: string[][];
  caption: string;
  inCaption: boolean;
  row: string[] | null;
  column: number;
  cell: Cell | null;
  /** By column: text that still stands in so many rows to come. */
  readonly down: Map<number, { left: number; readonly text: string }>;
}

const newTable = (): Open => ({ rows: [], caption: '', inCaption: false, row: null, column: 0, cell: null, down: new Map() });

function span(attributes: string, name: string, most: number): number {
  const told = Number.parseInt(attributeOf(attributes, name) ?? '1', 10);
  return Number.isInteger(told) && told > 0 ? Math.min(told, most) : 1;
}

const isHidden = (attributes: string): boolean => /display\s{0,9}:\s{0,9}none/i.test(attributes);

/** Line by line, without the blanks that only lay out the page. */
const tidy = (text: string): string => text.split('\n').map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim()).filter((line) => line !== '').join('\n');

/** Spreadsheet programs shorten long figures on the page and put the figure itself into an attribute. */
function exact(shown: string, attributes: string): string {
  if (!/^[-+]?\d(?:[.,]\d+)?E[-+]?\d+$/i.test(shown)) return shown;
  const told = attributeOf(attributes, 'x:num') ?? attributeOf(attributes, 'sdval') ?? attributeOf(attributes, 'data-v') ?? '';
  return /^[-+]?\d/.test(told) ? plainNumber(told) : shown;
}

/** Encoding by mark, else as the page says, else by its bytes. */
function encodingOf(head: Buffer): string {
  const guess = detectEncoding(head);
  if (guess.encoding.startsWith('utf-16') || (head[0] === 0xef && head[1] === 0xbb)) return guess.encoding;
  const told = /<meta[^>]{0,300}charset\s*=\s*["']?([\w.:-]{1,40})|^\s*<\?xml[^>]{0,300}encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head.toString('latin1', 0, 8192));
  const name = (told?.[1] ?? told?.[2] ?? '').toLowerCase();
  // A page that is UTF-8 all through is that, whatever it says.
  if (name === '' || name.startsWith('utf-16') || !isEncoding(name) || (!guess.unsure && guess.encoding === 'utf-8' && head.some((byte) => byte > 127))) return guess.encoding;
  return name === 'iso-8859-1' || name === 'us-ascii' ? 'windows-1252' : name;
}

/** Reads all tables of a page; inner ones are tables of their own. */
class Tables {
  readonly found: Open[] = [];
  private readonly stack: Open[] = [];
  /** Elements that a hidden one holds, itself included; their text is not shown. */
  private hidden: string[] = [];
  private spread = 0;

  read(page: string): void {
    for (const piece of htmlPieces(page)) {
      if (piece.kind === 'text') this.text(piece.text);
      else if (piece.kind === 'open') this.open(piece.name, piece.attributes, piece.closed);
      else this.close(piece.name);
    }
    while (this.stack.length > 0) this.endTable();
  }

  private get top(): Open | undefined {
    return this.stack.at(-1);
  }

  private text(text: string): void {
    const { top } = this;
    if (top === undefined || this.hidden.length > 0) return;
    // Line ends of the page are blanks; only elements break a line.
    if (top.cell !== null) {
      if (top.cell.text.length <= MAX_CELL) top.cell.text += text.replace(/\s+/g, ' ');
    } else if (top.inCaption && top.caption.length < 1000) top.caption += text;
  }

  private open(name: string, attributes: string, closed: boolean): void {
    if (this.hidden.length > 0 && !PARTS.has(name)) {
      if (!closed && !VOID.has(name) && this.hidden.length < 1000) this.hidden.push(name);
      return;
    }
    this.hidden = [];
    if (name === 'table') {
      if (this.found.length < MAX_TABLES && this.stack.length < MAX_NESTED) {
        const table = newTable();
        this.found.push(table);
        this.stack.push(table);
      }
      return;
    }
    const { top } = this;
    if (top === undefined) return;
    if (name === 'tr') this.startRow(top);
    else if (name === 'td' || name === 'th') this.startCell(top, attributes);
    else if (name === 'caption') top.inCaption = true;
    else {
      if (BREAKS.has(name) && top.cell !== null) top.cell.text += '\n';
      if (isHidden(attributes) && !closed && !VOID.has(name)) this.hidden = [name];
    }
  }

  private close(name: string): void {
    if (this.hidden.length > 0 && !PARTS.has(name)) {
      const at = this.hidden.lastIndexOf(name);
      if (at >= 0) this.hidden.length = at;
      return;
    }
    this.hidden = [];
    const { top } = this;
    if (top === undefined) return;
    if (name === 'table') this.endTable();
    else if (name === 'tr') this.endRow(top);
    else if (name === 'td' || name === 'th') this.endCell(top);
    else if (name === 'caption') top.inCaption = false;
    else if (BREAKS.has(name) && top.cell !== null) top.cell.text += '\n';
  }

  private startRow(table: Open): void {
    this.endRow(table);
    table.inCaption = false;
    table.row = [];
    table.column = 0;
  }

  /** Fills in what cells of earlier rows say of this one, up to the next free column. */
  private carry(table: Open, row: string[]): void {
    for (let held = table.down.get(table.column); held !== undefined; held = table.down.get(table.column)) {
      row[table.column] = held.text;
      held.left -= 1;
      if (held.left === 0) table.down.delete(table.column);
      table.column += 1;
      this.count(1);
    }
  }

  private count(cells: number): void {
    this.spread += cells;
    if (this.spread > MAX_SPREAD) throw new Failure('fileTooLarge', { limit: MAX_SPREAD });
  }

  private startCell(table: Open, attributes: string): void {
    this.endCell(table);
    if (table.row === null) this.startRow(table);
    table.cell = { text: '', across: span(attributes, 'colspan', MAX_SPAN), down: span(attributes, 'rowspan', MAX_ROW_SPAN), attributes };
  }

  private endCell(table: Open): void {
    const { cell, row } = table;
    table.cell = null;
    if (cell === null || row === null) return;
    this.carry(table, row);
    const text = cell.text.length > MAX_CELL ? cell.text : exact(tidy(cell.text), cell.attributes);
    for (let at = 0; at < cell.across; at += 1, table.column += 1) {
      // A cell over several columns says its text once; over several rows it says it of each.
      const here = at === 0 ? text : '';
      if (table.column > MAX_COLUMNS) continue;
      row[table.column] = here;
      if (cell.down > 1) table.down.set(table.column, { left: cell.down - 1, text: here });
    }
    if (cell.across > 1) this.count(cell.across);
  }

  private endRow(table: Open): void {
    this.endCell(table);
    const { row } = table;
    table.row = null;
    if (row === null) return;
    for (const column of [...table.down.keys()].filter((each) => each >= table.column).sort((left, right) => left - right)) {
      if (!table.down.has(column)) continue;
      table.column = column;
      this.carry(table, row);
    }
    table.rows.push(Array.from(row, (text) => text ?? ''));
  }

  private endTable(): void {
    const table = this.stack.pop();
    if (table !== undefined) this.endRow(table);
  }
}

/** Weight of a table: how much of it is rows of several cells, so that frames and menus of a page come last. */
const weight = ({ rows }: Open): number => rows.reduce((sum, row) => sum + (row.length > 1 ? row.filter((cell) => cell !== '').length : 0), 0) || rows.length / 1000;

/**
 * Opens the tables of a web page, also one that calls itself .xls; the fullest is read first. Throws Failure fileNotThisFormat when there is no
 * table, fileTooLarge with the limit in bytes or cells.
 */
export function openHtml(bytes: Bytes): Book {
  if (bytes.size > MAX_PAGE) throw new Failure('fileTooLarge', { limit: MAX_PAGE });
  const whole = bytes.read(0, bytes.size);
  const decoder = createDecoder(encodingOf(whole.subarray(0, 256 * 1024)));
  const page = new Tables();
  page.read(decoder.write(whole) + decoder.end());
  const tables = page.found.filter(({ rows }) => rows.some((row) => !isBlank(row)));
  if (tables.length === 0) throw new Failure('fileNotThisFormat', { why: 'noTable' });
  return {
    format: 'html',
    sheets: tables.map(({ caption }, at) => ({ name: tidy(`${at + 1} ${caption}`).replaceAll('\n', ' ').slice(0, 200).trim(), hidden: false })),
    order: tables.map((_, at) => at).sort((left, right) => weight(tables[right] ?? newTable()) - weight(tables[left] ?? newTable())),
    async *rows(at) {
      const rows = tables[at]?.rows ?? [];
      for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH).map((cells, index): TableRow => ({ row: from + index + 1, cells }));
    },
    total: (at) => tables[at]?.rows.length ?? 0,
    done: (at) => tables[at]?.rows.length ?? 0,
    close: () => undefined,
  };
}

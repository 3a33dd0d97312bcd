import { Failure } from '../../../shared/contract/failure';
import { MAX_CELL, MAX_COLUMNS } from './csvRecords';
import type { TableRow } from './csvRecords';
import { OdsForms } from './odsForms';
import { clockText, isoDateText, numberText } from './sheetCell';
import type { PartHandler } from './workbook';

const EXCERPT = 500;
const BATCH = 1000;
/** Cells that stand for others of the same content are told as a number. So many are written out per sheet, more are no table. */
const MAX_REPEATED = 50_000_000;
const MAX_ROWS = 1_048_576;
/** Elements whose text is not the cell's own: notes, drawings, how a word is pronounced. */
const ASIDE = new Set(['annotation', 'annotation-end', 'note', 'ruby-text', 'frame', 'custom-shape', 'shapes', 'forms', 'control', 'tracked-changes', 'dde-links', 'rect', 'line', 'circle', 'ellipse', 'connector', 'polyline', 'polygon', 'path', 'g', 'caption']);

const ERROR = /^(?:#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)|Err:\d{3})$/;

type Attributes = Readonly<Record<string, string>>;

/** A row as often as the sheet repeats it. */
interface Repeated {
  readonly first: number;
  readonly times: number;
  readonly cells: string[];
  readonly fault: TableRow['fault'];
}

const repeats = (attributes: Attributes, name: string): number => {
  const told = Number(attributes[name] ?? 1);
  return Number.isInteger(told) && told > 0 ? told : 1;
};

/** "PT10H05M00S" as "10:05:00". */
function timeText(told: string): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/.exec(told);
  if (parts === null) return told;
  const [, days, hours, minutes, seconds] = parts;
  return clockText(Math.round(((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60 + Number((seconds ?? '0').replace(',', '.'))));
}

/**
 * Turns the XML of an OpenDocument spreadsheet into the rows of one of its sheets, and lists all sheets that came by. With `wanted` null only
 * the list is made.
 */
export class OdsRows implements PartHandler {
  readonly sheets: { name: string; hidden: boolean }[] = [];
  private readonly forms = new OdsForms();
  private ready: Repeated[] = [];
  private depth = 0;
  /** Depth of the spreadsheet's element; tables right below it are sheets, others are parts of cells or charts. */
  private body = 0;
  private sheet = 0;
  private aside = 0;
  private row = 0;
  private times = 1;
  private cells: string[] = [];
  private column = 0;
  private fault: TableRow['fault'];
  private cell: Attributes | null = null;
  private texts: string[] = [];
  private length = 0;
  private spread = 0;
  private from1904 = false;

  constructor(private readonly wanted: number | null) {}

  /** True once the wanted sheet came by whole. */
  get done(): boolean {
    return this.wanted !== null && this.sheets.length > this.wanted && this.sheet === 0;
  }

  /** The rows since the last call, repeated ones written out. */
  *take(): Generator<TableRow[]> {
    const { ready } = this;
    this.ready = [];
    let batch: TableRow[] = [];
    for (const { first, times, cells, fault } of ready) {
      for (let at = 0; at < times; at += 1) {
        batch.push(fault === undefined ? { row: first + at, cells } : { row: first + at, cells, fault });
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }

  open(name: string, attributes: Attributes): void {
    this.depth += 1;
    if (this.aside > 0) return;
    if (this.body > 0 && ASIDE.has(name)) {
      this.aside = this.depth;
      return;
    }
    if (this.body === 0) {
      if (name === 'spreadsheet') this.body = this.depth;
      else this.forms.open(name, attributes);
    } else if (name === 'null-date') this.from1904 = attributes['table:date-value'] === '1904-01-01';
    else if (name === 'table') {
      if (this.depth !== this.body + 1) this.aside = this.depth;
      else this.start(attributes);
    } else if (this.sheet > 0 && this.sheets.length - 1 === this.wanted) this.inside(name, attributes);
  }

  private start(attributes: Attributes): void {
    this.sheets.push({ name: attributes['table:name'] ?? '', hidden: this.forms.isHidden(attributes['table:style-name']) });
    this.sheet = this.depth;
    this.row = 0;
    this.spread = 0;
    this.forms.startSheet();
  }

  private inside(name: string, attributes: Attributes): void {
    if (name === 'table-column') this.forms.column(repeats(attributes, 'table:number-columns-repeated'), attributes['table:default-cell-style-name']);
    else if (name === 'table-row') {
      this.times = repeats(attributes, 'table:number-rows-repeated');
      this.cells = [];
      this.column = 0;
      this.fault = undefined;
      this.forms.row = attributes['table:default-cell-style-name'];
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.cell = attributes;
      this.texts = [];
      this.length = 0;
    } else if (this.cell !== null) {
      if (name === 'p' || name === 'h') this.texts.push('');
      else if (name === 's') this.add(' '.repeat(Math.min(1000, repeats(attributes, 'text:c'))));
      else if (name === 'tab') this.add('\t');
      else if (name === 'line-break') this.add('\n');
    }
  }

  private add(piece: string): void {
    if (this.texts.length === 0) return;
    this.length += piece.length;
    if (this.length > MAX_CELL) this.fault = { code: 'cellTooLong', detail: String(this.column + 1) };
    else this.texts.push((this.texts.pop() ?? '') + piece);
  }

  text(piece: string): void {
    // Line ends and runs of blanks in the XML stand for one blank; real ones are elements.
    if (this.cell !== null && this.aside === 0) this.add(piece.replace(/[\t\n\r ]+/g, ' '));
  }

  close(name: string): void {
    this.depth -= 1;
    if (this.aside > 0) {
      if (this.depth < this.aside) this.aside = 0;
      return;
    }
    if (this.body === 0) this.forms.close(name);
    else if (this.depth < this.sheet) this.sheet = 0;
    else if (this.cell !== null && (name === 'table-cell' || name === 'covered-table-cell')) this.put(this.cell);
    else if (name === 'table-row' && this.sheet > 0 && this.sheets.length - 1 === this.wanted) this.endRow();
  }

  private put(attributes: Attributes): void {
    this.cell = null;
    const times = repeats(attributes, 'table:number-columns-repeated');
    const from = this.column;
    this.column = from + times;
    const text = this.shown(attributes, from);
    if (text === '') return;
    if (this.column > MAX_COLUMNS) {
      this.fault = { code: 'tooManyCells', detail: String(this.column) };
      return;
    }
    while (this.cells.length < from) this.cells.push('');
    for (let at = 0; at < times; at += 1) this.cells.push(text);
  }

  private shown(attributes: Attributes, column: number): string {
    const text = this.texts.join('\n');
    const type = attributes['office:value-type'] ?? attributes['table:value-type'];
    const told = (name: string): string | undefined => attributes[`office:${name}`] ?? attributes[`table:${name}`];
    if (type === undefined || type === 'string') return text === '' ? (told('string-value') ?? '') : text;
    // What a formula could not compute stands as a figure (Excel writes 0), and its error as the text.
    if (attributes['calcext:value-type'] === 'error' || (attributes['table:formula'] !== undefined && ERROR.test(text))) return text;
    if (type === 'date') return isoDateText(told('date-value') ?? text);
    if (type === 'time') return timeText(told('time-value') ?? text);
    if (type === 'boolean') return (told('boolean-value') ?? text).toUpperCase();
    return numberText(told('value') ?? text, this.forms.of(attributes['table:style-name'], column), this.from1904);
  }

  private endRow(): void {
    const first = this.row + 1;
    this.row += this.times;
    if (this.cells.length === 0 && this.fault === undefined) return;
    this.spread += this.times > 1 ? this.cells.length * this.times : 0;
    if (this.spread > MAX_REPEATED || this.row > MAX_ROWS * 4) throw new Failure('fileTooLarge', { limit: MAX_ROWS });
    this.ready.push({ first, times: this.times, fault: this.fault, cells: this.fault === undefined ? this.cells : this.cells.map((cell) => cell.slice(0, EXCERPT)) });
  }
}

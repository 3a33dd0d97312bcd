import { Failure } from '../../../shared/contract/failure';
import type { Book } from './book';
import type { Bytes } from './bytes';
import { MAX_CELL, MAX_COLUMNS } from './csvRecords';
import type { TableRow } from './csvRecords';
import { textPieces } from './ods';
import { formOf, isoDateText, numberText } from './sheetCell';
import type { CellForm } from './sheetCell';
import { parsedXml } from './workbook';
import type { PartHandler } from './workbook';
import { xmlEncoding } from './xml';

const PLAIN: CellForm = { kind: 'plain' };
const EXCERPT = 500;

type Attributes = Readonly<Record<string, string>>;

/** An attribute, whether written with the usual prefix, another or none. */
const told = (attributes: Attributes, name: string): string | undefined => attributes[`ss:${name}`] ?? attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

/** Form of a number format, which may be one of Excel's own by its English name ("Short Date", "Currency"). */
const namedForm = (format: string): CellForm => (/^(?:[A-Z][a-z]+ )?(?:Date|Time|Number|Currency|Fixed|Standard|Percent|Scientific|Yes\/No|True\/False|On\/Off|General)$/.test(format) ? (/Date|Time/.test(format) ? formOf(14, undefined) : PLAIN) : formOf(0, format));

/** Reads the sheets of a workbook in the XML of Excel 2003; the rows of the wanted one. */
class XmlSheets implements PartHandler {
  readonly sheets: { name: string; hidden: boolean }[] = [];
  private ready: TableRow[] = [];
  private readonly forms = new Map<string, CellForm>();
  private style = '';
  private from1904 = false;
  private row = 0;
  private cells: string[] = [];
  private column = 0;
  private across = 0;
  private form: CellForm = PLAIN;
  private type = '';
  private value: string | null = null;
  private visible: string | null = null;
  private fault: TableRow['fault'];

  constructor(private readonly wanted: number | null) {}

  take(): TableRow[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  private get here(): boolean {
    return this.sheets.length - 1 === this.wanted;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'Style') this.style = told(attributes, 'ID') ?? '';
    else if (name === 'NumberFormat') this.forms.set(this.style, namedForm(told(attributes, 'Format') ?? ''));
    else if (name === 'Date1904') this.from1904 = true;
    else if (name === 'Worksheet') {
      this.sheets.push({ name: told(attributes, 'Name') ?? '', hidden: false });
      this.row = 0;
    } else if (name === 'Visible') this.visible = '';
    else if (!this.here) return;
    else if (name === 'Row') {
      this.row = Number(told(attributes, 'Index') ?? this.row + 1) || this.row + 1;
      this.cells = [];
      this.column = 0;
      this.fault = undefined;
    } else if (name === 'Cell') {
      const index = Number(told(attributes, 'Index') ?? this.column + 1);
      this.column = Number.isInteger(index) && index > 0 ? index : this.column + 1;
      this.across = Math.max(0, Number(told(attributes, 'MergeAcross') ?? 0) || 0);
      this.form = this.forms.get(told(attributes, 'StyleID') ?? '') ?? PLAIN;
      this.type = '';
      this.value = null;
    } else if (name === 'Data') {
      this.type = told(attributes, 'Type') ?? 'String';
      this.value = '';
    }
  }

  text(piece: string): void {
    if (this.visible !== null) this.visible += piece.slice(0, 40);
    else if (this.value !== null) {
      if (this.value.length + piece.length > MAX_CELL) this.fault = { code: 'cellTooLong', detail: String(this.column) };
      else this.value += piece;
    }
  }

  close(name: string): void {
    if (name === 'Visible') {
      const sheet = this.sheets.at(-1);
      if (sheet !== undefined && /hidden/i.test(this.visible ?? '')) sheet.hidden = true;
      this.visible = null;
    } else if (!this.here) return;
    else if (name === 'Data') this.put();
    else if (name === 'Cell') this.column += this.across;
    else if (name === 'Row' && (this.cells.length > 0 || this.fault !== undefined)) {
      this.ready.push({ row: this.row, cells: this.fault === undefined ? this.cells : this.cells.map((cell) => cell.slice(0, EXCERPT)), ...(this.fault === undefined ? {} : { fault: this.fault }) });
    }
  }

  private put(): void {
    const value = this.value ?? '';
    this.value = null;
    if (value === '') return;
    if (this.column > MAX_COLUMNS) {
      this.fault = { code: 'tooManyCells', detail: String(this.column) };
      return;
    }
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = this.shown(value);
  }

  private shown(value: string): string {
    if (this.type === 'Number') return numberText(value, this.form, this.from1904);
    if (this.type === 'DateTime') return isoDateText(value);
    if (this.type === 'Boolean') return value.trim() === '1' ? 'TRUE' : 'FALSE';
    return value;
  }
}

/** Opens a workbook that Excel 2003 wrote as XML, read as a stream. Throws Failure fileNotThisFormat, noSheet. */
export async function openXmlWorkbook(bytes: Bytes): Promise<Book> {
  const source = textPieces(bytes, xmlEncoding(bytes, null));
  const list = new XmlSheets(null);
  for await (const _piece of parsedXml(source.pieces(), list));
  if (list.sheets.length === 0) throw new Failure('noSheet');
  return {
    format: 'xmlss',
    sheets: list.sheets,
    async *rows(at) {
      const rows = new XmlSheets(at);
      for await (const _piece of parsedXml(source.pieces(), rows)) {
        const ready = rows.take();
        if (ready.length > 0) yield ready;
      }
    },
    total: () => bytes.size,
    done: () => source.done(),
    close: () => undefined,
  };
}

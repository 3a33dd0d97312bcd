import { MAX_CELL, MAX_COLUMNS } from './csvRecords';
import type { TableRow } from './csvRecords';
import { columnOf, isoDateText, numberText, unescaped } from './sheetCell';
import type { CellForm } from './sheetCell';
import type { PartHandler } from './workbook';

const PLAIN: CellForm = { kind: 'plain' };
const EXCERPT = 500;

/** Turns the XML of a sheet into rows of text. Rows that a sheet leaves out do not come. */
export class SheetRows implements PartHandler {
  private ready: TableRow[] = [];
  private row = 0;
  private cells: string[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private inValue = false;
  private phonetic = false;
  private fault: TableRow['fault'];

  constructor(private readonly shared: readonly string[], private readonly forms: readonly CellForm[], private readonly from1904: boolean) {}

  /** The rows that are whole since the last call. */
  take(): TableRow[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') {
      this.column = columnOf(attributes['r'] ?? '') ?? this.column + 1;
      this.type = attributes['t'] ?? 'n';
      this.style = Number(attributes['s'] ?? 0);
      this.value = '';
    } else if (name === 'v' || name === 't') this.inValue = !this.phonetic;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'row') {
      const told = Number(attributes['r'] ?? this.row + 1);
      this.row = Number.isInteger(told) && told > 0 ? told : this.row + 1;
      this.cells = [];
      this.column = -1;
      this.fault = undefined;
    }
  }

  text(piece: string): void {
    if (!this.inValue) return;
    if (this.value.length + piece.length > MAX_CELL) this.fault = { code: 'cellTooLong', detail: String(this.column + 1) };
    else this.value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.put();
    else if (name === 'row') {
      const cells = this.fault === undefined ? this.cells : this.cells.map((cell) => cell.slice(0, EXCERPT));
      this.ready.push({ row: this.row, cells, ...(this.fault === undefined ? {} : { fault: this.fault }) });
    }
  }

  private put(): void {
    if (this.column >= MAX_COLUMNS) {
      if (this.value !== '') this.fault = { code: 'tooManyCells', detail: String(this.column + 1) };
      return;
    }
    const text = this.shown();
    if (text === '') return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private shown(): string {
    const { type, value } = this;
    if (value === '') return '';
    if (type === 's') return unescaped(this.shared[Number(value)] ?? '');
    if (type === 'n') return numberText(value, this.forms[this.style] ?? PLAIN, this.from1904);
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return isoDateText(value);
    return unescaped(value);
  }
}

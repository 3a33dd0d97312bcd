import type { CellForm } from './sheetCell';

const PLAIN: CellForm = { kind: 'plain' };
/** Runs of columns with a default form; more are no sheet. */
const MAX_RUNS = 16_384;

type Attributes = Readonly<Record<string, string>>;

/** The forms of cells in an OpenDocument spreadsheet, as far as they change what its cells say: leading zeros, figures that are dates; and hidden sheets. */
export class OdsForms {
  /** Style that the cells of the current row have where they name none. */
  row: string | undefined;
  private readonly forms = new Map<string, CellForm>();
  private readonly cellStyles = new Map<string, { data: string | undefined; parent: string | undefined }>();
  private readonly hidden = new Set<string>();
  private columns: { until: number; style: string | undefined }[] = [];
  private number: { name: string; digits: number; plain: boolean } | null = null;
  private style = '';

  /** Takes in an element of the part before the sheets. */
  open(name: string, attributes: Attributes): void {
    if (name === 'date-style') this.forms.set(attributes['style:name'] ?? '', { kind: 'date', elapsed: false });
    else if (name === 'time-style') this.forms.set(attributes['style:name'] ?? '', { kind: 'date', elapsed: attributes['number:truncate-on-overflow'] === 'false' });
    else if (name === 'number-style') this.number = { name: attributes['style:name'] ?? '', digits: 0, plain: true };
    else if (name === 'number' && this.number !== null) {
      this.number.digits = Number(attributes['number:min-integer-digits'] ?? 0);
      this.number.plain &&= Number(attributes['number:decimal-places'] ?? 0) === 0 && attributes['number:grouping'] !== 'true' && (attributes['number:display-factor'] ?? '1') === '1';
    } else if (name === 'scientific-number' || name === 'fraction') {
      if (this.number !== null) this.number.plain = false;
    } else if (name === 'style') {
      this.style = attributes['style:name'] ?? '';
      if (attributes['style:family'] === 'table-cell') this.cellStyles.set(this.style, { data: attributes['style:data-style-name'], parent: attributes['style:parent-style-name'] });
    } else if (name === 'table-properties' && attributes['table:display'] === 'false') this.hidden.add(this.style);
  }

  close(name: string): void {
    if (name !== 'number-style' || this.number === null) return;
    const { name: style, digits, plain } = this.number;
    if (plain && digits >= 2 && digits <= 30) this.forms.set(style, { kind: 'padded', digits });
    this.number = null;
  }

  isHidden(style: string | undefined): boolean {
    return style !== undefined && this.hidden.has(style);
  }

  startSheet(): void {
    this.columns = [];
    this.row = undefined;
  }

  /** The next `times` columns have this style where a cell names none. */
  column(times: number, style: string | undefined): void {
    if (this.columns.length < MAX_RUNS) this.columns.push({ until: (this.columns.at(-1)?.until ?? 0) + times, style });
  }

  /** Form of a cell with this style in this column. */
  of(style: string | undefined, column: number): CellForm {
    if (this.forms.size === 0) return PLAIN;
    let name = style ?? this.row ?? this.columns.find(({ until }) => column < until)?.style;
    for (let turns = 0; name !== undefined && turns < 10; turns += 1) {
      const told = this.cellStyles.get(name);
      if (told?.data !== undefined) return this.forms.get(told.data) ?? PLAIN;
      name = told?.parent;
    }
    return PLAIN;
  }
}

import type { GraphItem } from '../graph/items';
import type { Header } from './header';
import type { Nodes } from './nodes';
import type { Word } from './words';

/** Reads the values of matrices one by one, wherever lines end: whole ones, or the half below or above the diagonal. */
export class Matrix {
  private readonly rows: number;
  private readonly columns: number;
  private readonly half: 'lower' | 'upper' | null;
  private matrix = 0;
  private row = 1;
  private column = 1;
  /** Ids of rows and columns where their labels stand among the values. */
  private rowId: string | null = null;
  private columnIds: string[] = [];
  private wantsRow: boolean;
  private over = false;

  constructor(private readonly header: Header, private readonly nodes: Nodes, private readonly items: GraphItem[]) {
    this.rows = header.size('row');
    this.columns = header.size('column');
    this.half = header.format === 'lowerhalf' ? 'lower' : header.format === 'upperhalf' ? 'upper' : null;
    this.wantsRow = header.embedded.row;
    this.settle();
  }

  take(line: number, words: readonly Word[]): void {
    for (const { text } of words) this.value(line, text);
  }

  /** How many rows are not complete. */
  missing(): number {
    return this.over ? 0 : (this.header.matrices - this.matrix) * this.rows - (this.row - 1);
  }

  private value(line: number, text: string): void {
    if (this.over) {
      if (this.matrix === this.header.matrices) this.items.push({ kind: 'fault', row: line, detail: 'more values than the matrix has', cells: [text] });
      this.matrix = this.header.matrices + 1;
      return;
    }
    if (this.header.embedded.column && this.columnIds.length < this.columns) {
      this.columnIds.push(this.nodes.named(this.header.twoModes ? 'column' : 'row', text, line));
      return;
    }
    if (this.wantsRow) {
      this.rowId = this.nodes.named('row', text, line);
      this.wantsRow = false;
      return;
    }
    const number = Number(text);
    if (!Number.isFinite(number)) this.items.push({ kind: 'fault', row: line, detail: `no number: ${text.slice(0, 50)}`, cells: [text.slice(0, 200)] });
    else if (number !== 0) this.edge(line, text);
    this.column += 1;
    this.settle();
  }

  private edge(line: number, weight: string): void {
    const from = this.rowId ?? this.nodes.numbered('row', this.row);
    const to = this.columnIds[this.column - 1] ?? this.nodes.numbered(this.header.twoModes ? 'column' : 'row', this.column);
    this.items.push({ kind: 'edge', row: line, from, to, label: this.header.relation(this.matrix), directed: this.half === null && !this.header.twoModes, attributes: [{ name: 'weight', value: weight }] });
  }

  /** Moves to the next cell that the file has a value for. */
  private settle(): void {
    for (;;) {
      const first = this.half === 'upper' ? this.row : 1;
      const last = this.half === 'lower' ? this.row : this.columns;
      if (this.column < first) this.column = first;
      const diagonal = !this.header.diagonal && this.column === this.row;
      if (this.column <= last && !diagonal) return;
      if (this.column <= last) {
        this.column += 1;
        continue;
      }
      this.row += 1;
      this.column = 1;
      this.rowId = null;
      this.wantsRow = this.header.embedded.row;
      if (this.row <= this.rows) continue;
      this.row = 1;
      this.matrix += 1;
      if (this.matrix >= this.header.matrices) {
        this.over = true;
        return;
      }
    }
  }
}

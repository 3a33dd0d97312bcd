import { wordsOf } from './words';

/** Modes of a network: rows and columns are the same nodes, or two kinds of them. */
export type Mode = 'row' | 'column';

/** What stands before "data:" in a DL file. */
export class Header {
  private readonly numbers = new Map<string, number>();
  private readonly labels: Record<Mode | 'matrix', string[]> = { row: [], column: [], matrix: [] };
  private into: Mode | 'matrix' | 'level' | null = null;
  format = 'fullmatrix';
  diagonal = true;
  embedded: Record<Mode, boolean> = { row: false, column: false };

  /** Takes a line; the rest of it once "data:" stands in it, else null. */
  take(line: string): string | null {
    let rest = line.trim().replace(/^dl\b[\s,;]*/i, '');
    while (rest !== '') {
      const data = /^data\s*:/i.exec(rest);
      if (data) return rest.slice(data[0].length);
      const labels = /^(?:(row|col|column|matrix|level)s?\s+)?labels?\s*(embedded)?\s*(:?)[\s,]*/i.exec(rest);
      if (labels && (labels[2] !== undefined || labels[3] === ':')) {
        this.heading((labels[1] ?? '').toLowerCase(), labels[2] !== undefined);
        rest = rest.slice(labels[0].length);
        continue;
      }
      if (this.into !== null) {
        if (this.into !== 'level') for (const word of wordsOf(rest)) this.labels[this.into].push(word.text);
        return null;
      }
      rest = this.setting(rest);
    }
    return null;
  }

  /** How many rows or columns the file says to have; 0 when it does not say. */
  size(mode: Mode): number {
    return this.numbers.get(mode === 'row' ? 'nr' : 'nc') ?? this.numbers.get('n') ?? 0;
  }

  get matrices(): number {
    return Math.max(1, this.numbers.get('nm') ?? 1);
  }

  /** Rows and columns are different nodes. */
  get twoModes(): boolean {
    return this.numbers.has('nr') && this.numbers.has('nc') ? this.format.endsWith('2') || this.size('row') !== this.size('column') || this.labels.column.length > 0 : this.format.endsWith('2');
  }

  labelsOf(mode: Mode): readonly string[] {
    return this.labels[mode];
  }

  /** What the file calls a relation; null for names that only count. */
  relation(matrix: number): string | null {
    const name = this.labels.matrix[matrix] ?? '';
    if (name !== '' && !/^\d+$/.test(name)) return name;
    return this.matrices > 1 ? `relation ${name === '' ? String(matrix + 1) : name}` : null;
  }

  private heading(of: string, embedded: boolean): void {
    if (embedded) {
      if (of !== 'column' && of !== 'col') this.embedded.row = true;
      if (of !== 'row') this.embedded.column = true;
      this.into = null;
    } else this.into = of === 'matrix' || of === 'level' ? of : of === 'column' || of === 'col' ? 'column' : 'row';
  }

  private setting(rest: string): string {
    const pair = /^(\w+)\s*=\s*([\w.-]+)[\s,;]*/.exec(rest);
    if (pair) {
      const name = (pair[1] ?? '').toLowerCase();
      const value = (pair[2] ?? '').toLowerCase();
      if (name === 'format' || name === 'form') this.format = value === 'fm' || value === 'full' ? 'fullmatrix' : value === 'el1' || value === 'edgelist' ? 'edgelist1' : value === 'nl1' || value === 'nodelist' ? 'nodelist1' : value === 'lh' ? 'lowerhalf' : value === 'uh' ? 'upperhalf' : value;
      else if (name === 'diagonal') this.diagonal = value !== 'absent' && value !== 'no';
      else if (/^\d{1,9}$/.test(value)) this.numbers.set(name, Number(value));
      return rest.slice(pair[0].length);
    }
    const absent = /^diagonal\s+(absent|present)[\s,;]*/i.exec(rest);
    if (absent) this.diagonal = (absent[1] ?? '').toLowerCase() === 'present';
    return rest.slice(absent?.[0].length ?? /^\S+[\s,;]*/.exec(rest)?.[0].length ?? rest.length);
  }
}

import type { PartHandler } from '../../workbook';

/** Characters from which on a page ends at the next paragraph, while the document itself has never said that one ends: more than a sheet holds. */
const FULL = 6000;
/** The same where the document says its pages: only a broken one has such a page. */
const LONGEST = 60_000;
/** Elements whose content is not what the document says: what tracked changes took out, field codes, the second telling of a drawing, positions of tabs. */
const PASSED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'tabs']);

/** Gathers the text of WordprocessingML as it streams by. */
export class DocumentText {
  private readonly full: string[] = [];
  private lines: string[] = [];
  private length = 0;
  private line = '';
  /** Cells of the table rows that are open, the innermost last. */
  private readonly rows: string[][] = [];
  private passed = 0;
  private inText = 0;
  /** True once the document said where a page ends: then its own pages hold. */
  private laidOut = false;

  readonly handler: PartHandler = {
    open: (name, attributes) => this.open(name, attributes),
    text: (text) => {
      if (this.inText > 0 && this.passed === 0) this.line += text.replaceAll('\u0000', '');
    },
    close: (name) => this.close(name),
  };

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (PASSED.has(name)) this.passed += 1;
    else if (this.passed > 0) return;
    else if (name === 't') this.inText += 1;
    else if (name === 'tab' || name === 'ptab') this.line += '\t';
    else if (name === 'noBreakHyphen') this.line += '-';
    else if (name === 'cr') this.endLine();
    else if (name === 'br') this.break(attributes['w:type'] ?? '');
    else if (name === 'lastRenderedPageBreak' || (name === 'pageBreakBefore' && !/^(?:0|false|off)$/.test(attributes['w:val'] ?? ''))) this.break('page');
    else if (name === 'tr') this.rows.push([]);
    else if (name === 'tc') this.rows.at(-1)?.push('');
  }

  private close(name: string): void {
    if (PASSED.has(name)) this.passed -= 1;
    else if (this.passed > 0) return;
    else if (name === 't') this.inText -= 1;
    else if (name === 'p') this.endLine();
    else if (name === 'tr') this.endRow();
  }

  private break(type: string): void {
    if (type !== 'page') {
      this.endLine();
      return;
    }
    // Inside a table the row is kept whole, on the page on which it began.
    if (this.rows.length > 0) return;
    this.laidOut = true;
    if (this.line !== '') this.endLine();
    this.turn();
  }

  private endLine(): void {
    const line = this.line.trimEnd();
    this.line = '';
    const row = this.rows.at(-1);
    if (row === undefined) {
      this.keep(line);
      return;
    }
    const at = row.length - 1;
    const held = row[at];
    if (held === undefined) row.push(line);
    else row[at] = held === '' ? line : line === '' ? held : `${held} ${line}`;
  }

  private endRow(): void {
    const row = this.rows.pop();
    if (row === undefined) return;
    const text = row.join('\t').trimEnd();
    const outer = this.rows.at(-1);
    if (outer === undefined) this.keep(text);
    else if (text !== '') {
      const at = Math.max(0, outer.length - 1);
      outer[at] = outer[at] === undefined || outer[at] === '' ? text : `${outer[at]} ${text}`;
    }
  }

  private keep(line: string): void {
    if (line === '' && (this.lines.length === 0 || this.lines.at(-1) === '')) return;
    if (this.length >= (this.laidOut ? LONGEST : FULL)) this.turn();
    this.lines.push(line);
    this.length += line.length + 1;
  }

  private turn(): void {
    const text = this.lines.join('\n').trimEnd();
    this.lines = [];
    this.length = 0;
    if (text !== '') this.full.push(text);
  }

  /** Pages that are complete. */
  take(): readonly string[] {
    return this.full.splice(0);
  }

  rest(): readonly string[] {
    if (this.line !== '') this.endLine();
    while (this.rows.length > 0) this.endRow();
    this.turn();
    return this.take();
  }
}

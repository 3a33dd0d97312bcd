import { Failure } from '../../../../../shared/contract/failure';
import type { Bytes } from '../../bytes';
import { LONGEST, readLines } from '../../textLines';
import type { GraphItem, GraphWalk } from '../graph/items';
import { Header } from './header';
import { Matrix } from './matrix';
import { Nodes } from './nodes';
import { wordsOf } from './words';

const BATCH = 500;
/** A longer line was made to exhaust memory. */
const MOST_HELD = 64 * 1024 * 1024;
const FORMATS = /^(?:fullmatrix|lowerhalf|upperhalf|edgelist[12]|nodelist[12]b?|edgearray[12]|rankedlist[12])$/;

class Reading {
  readonly items: GraphItem[] = [];
  private readonly header = new Header();
  private nodes: Nodes | null = null;
  private matrix: Matrix | null = null;
  /** Which relation the lists are at: a line with an exclamation mark begins the next. */
  private relation = 0;

  take(row: number, line: string): void {
    const rest = this.nodes === null ? this.header.take(line) : line;
    if (this.nodes === null && rest !== null) this.begin(row);
    if (rest === null || rest.trim() === '' || this.nodes === null) return;
    if (this.matrix !== null) this.matrix.take(row, wordsOf(rest));
    else if (rest.trim() === '!') this.relation += 1;
    else this.list(row, rest, this.nodes);
  }

  end(row: number): void {
    if (this.nodes === null) throw new Failure('fileNotThisFormat', { line: row, why: 'no data' });
    const missing = this.matrix?.missing() ?? 0;
    if (missing > 0) this.fault(row, `${String(missing)} values are missing`, []);
  }

  private begin(row: number): void {
    const { header } = this;
    if (!FORMATS.test(header.format)) throw new Failure('fileNotThisFormat', { line: row, why: `format ${header.format}` });
    this.nodes = new Nodes(header, this.items);
    this.nodes.declare(row);
    if (!header.format.endsWith('half') && header.format !== 'fullmatrix') return;
    if (header.size('row') === 0 || header.size('column') === 0) throw new Failure('fileNotThisFormat', { line: row, why: 'number of nodes' });
    this.matrix = new Matrix(header, this.nodes, this.items);
  }

  private list(row: number, line: string, nodes: Nodes): void {
    const words = wordsOf(line).map((word) => word.text);
    const { format } = this.header;
    const other = this.header.twoModes ? 'column' : 'row';
    const from = nodes.find('row', words[0] ?? '', row);
    if (format.startsWith('edge')) {
      const to = words[1] === undefined ? null : nodes.find(other, words[1], row);
      if (from === null || to === null) this.fault(row, 'two nodes of the list expected', [line]);
      else if (format.startsWith('edgelist')) this.edge(row, from, to, words[2] ?? null, this.relation);
      else for (const [matrix, value] of words.slice(2).entries()) if (Number(value) !== 0) this.edge(row, from, to, value, matrix);
      return;
    }
    if (from === null) {
      this.fault(row, 'no node of the list', [line]);
      return;
    }
    // Format nodelist1b counts the others before it names them.
    for (const word of words.slice(format.endsWith('b') ? 2 : 1)) {
      const to = nodes.find(other, word, row);
      if (to === null) this.fault(row, `no node ${word.slice(0, 50)}`, [line]);
      else this.edge(row, from, to, null, this.relation);
    }
  }

  private edge(row: number, from: string, to: string, weight: string | null, matrix: number): void {
    this.items.push({ kind: 'edge', row, from, to, label: this.header.relation(matrix), directed: !this.header.twoModes, attributes: weight === null ? [] : [{ name: 'weight', value: weight }] });
  }

  private fault(row: number, detail: string, cells: readonly string[]): void {
    this.items.push({ kind: 'fault', row, detail, cells });
  }
}

/** Streams a DL file of UCINET: matrices and lists, with labels before or among the data. */
export function readDl(bytes: Bytes, encoding: string | null): GraphWalk {
  const reader = readLines(bytes, encoding);
  return {
    done: () => reader.done(),
    *items() {
      const reading = new Reading();
      let last = 1;
      // All labels may stand in one line; a very long one comes in pieces.
      let held = '';
      for (const batch of reader.lines()) {
        for (const { line, text } of batch) {
          last = line;
          if (text.length === LONGEST) {
            held += text;
            if (held.length > MOST_HELD) throw new Failure('fileNotThisFormat', { line, why: 'text too long' });
            continue;
          }
          reading.take(line, held + text);
          held = '';
          if (reading.items.length >= BATCH) yield reading.items.splice(0);
        }
      }
      if (held !== '') reading.take(last, held);
      reading.end(last);
      if (reading.items.length > 0) yield reading.items.splice(0);
    },
  };
}

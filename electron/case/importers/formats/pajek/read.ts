import { Failure } from '../../../../../shared/contract/failure';
import type { ItemStyle } from '../../../../../shared/model/drawing';
import type { Bytes } from '../../bytes';
import { readLines } from '../../textLines';
import type { Attribute, GraphItem, GraphWalk } from '../graph/items';
import { tieOf, vertexOf } from './lines';
import { scaleOf } from './scale';
import { unescaped, wordsOf } from './words';

/** A file may name only some of its vertices, or none; of more than this many it has to name those that it means. */
const MOST_UNNAMED = 100_000;
const MOST = 50_000_000;
const BATCH = 500;

type Section = 'vertices' | 'arcs' | 'edges' | 'arcslist' | 'edgeslist' | 'matrix' | 'partition' | 'vector' | 'none' | 'passed';

/** "*Arcs :2 "phones"" as section, relation and name. */
const HEADING = /^\*\s*([a-z]+)\s*(?::\s*(\d+))?\s*(.*)$/i;

class Reading {
  readonly items: GraphItem[] = [];
  private section: Section = 'none';
  private network = 0;
  private count = 0;
  private rows = 0;
  private seen: Uint8Array | null = null;
  private relation: string | null = null;
  private line = 0;
  /** Cells of a matrix, or lines of a partition, that were read. */
  private cell = 0;
  private name = '';

  constructor(private readonly scale: number) {}

  take(line: number, text: string): void {
    this.line = line;
    const plain = text.trim();
    if (plain === '' || plain.startsWith('%') || plain.startsWith('/*')) return;
    const heading = plain.startsWith('*') ? HEADING.exec(plain) : null;
    if (heading !== null) this.head(heading[1]?.toLowerCase() ?? '', heading[2] ?? '', heading[3] ?? '');
    else if (this.section === 'vertices') this.vertex(plain);
    else if (this.section === 'arcs' || this.section === 'edges') this.tie(plain);
    else if (this.section === 'arcslist' || this.section === 'edgeslist') this.list(plain);
    else if (this.section === 'matrix') this.matrix(plain);
    else if (this.section === 'partition' || this.section === 'vector') this.value(plain);
    else if (this.section === 'none') throw new Failure('fileNotThisFormat', { line, why: 'no *Vertices' });
  }

  end(): void {
    this.unnamed();
    if (this.section === 'matrix' && this.cell < this.rows * this.columns) this.fault('matrix is cut off', []);
  }

  private head(word: string, relation: string, rest: string): void {
    this.unnamed();
    this.cell = 0;
    const title = unescaped(wordsOf(rest)[0]?.text ?? '');
    if (word === 'vertices') {
      const [all, some] = rest.split(/\s+/);
      this.count = Number(all);
      if (!Number.isInteger(this.count) || this.count < 0 || this.count > MOST) throw new Failure('fileNotThisFormat', { line: this.line, why: 'number of vertices' });
      // A partition or vector counts the vertices of its network again.
      if (this.section === 'partition' || this.section === 'vector') return;
      const first = Number(some ?? '');
      this.rows = some !== undefined && some !== '' && Number.isInteger(first) && first > 0 && first < this.count ? first : 0;
      this.network += 1;
      this.seen = new Uint8Array(this.count <= MOST_UNNAMED ? this.count + 1 : 0);
      this.section = 'vertices';
    } else if (word === 'arcs' || word === 'edges' || word === 'arcslist' || word === 'edgeslist' || word === 'matrix') {
      if (this.network === 0) throw new Failure('fileNotThisFormat', { line: this.line, why: 'no *Vertices' });
      this.section = word;
      this.relation = title === '' ? (relation === '' || relation === '1' ? null : `relation ${relation}`) : title;
      if (word === 'matrix' && this.rows === 0) this.rows = this.count;
    } else if (word === 'partition' || word === 'vector') {
      this.section = word;
      this.name = rest.trim() === '' ? word : unescaped(rest.trim());
    } else if (word === 'network') this.section = 'passed';
    else {
      this.section = 'passed';
      this.fault(`section *${word} passed over`, []);
    }
  }

  private get columns(): number {
    return this.rows === this.count || this.rows === 0 ? this.count : this.count - this.rows;
  }

  private key(number: number): string {
    return this.network === 1 ? String(number) : `${String(this.network)}:${String(number)}`;
  }

  /** The vertex of a number in the file; null, and a fault, when the file has none of that number. */
  private numbered(text: string, cells: readonly string[]): string | null {
    const number = /^\d{1,9}(?:\.0+)?$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= this.count) return this.key(number);
    this.fault(`no vertex ${text.slice(0, 50)} of ${String(this.count)}`, cells);
    return null;
  }

  private vertex(text: string): void {
    const { number, label, x, y, style, attributes } = vertexOf(text);
    const id = this.numbered(number, [text]);
    if (id === null) return;
    const at = Number(number);
    if (this.seen !== null && this.seen.length > at) this.seen[at] = 1;
    // Writers that know no positions put every vertex at the origin.
    const placed = x !== undefined && y !== undefined && (x !== 0 || y !== 0);
    this.items.push({
      kind: 'node', row: this.line, id, label, attributes: [...this.mode(at), ...attributes],
      ...(placed ? { place: { x: x * this.scale, y: y * this.scale } } : {}), ...(style === undefined ? {} : { style }),
    });
  }

  /** In a network of two kinds of vertices, which of both. */
  private mode(number: number): Attribute[] {
    return this.rows === 0 || this.rows === this.count ? [] : [{ name: 'mode', value: number <= this.rows ? '1' : '2' }];
  }

  /** Vertices that the file counts and does not name are nodes all the same. */
  private unnamed(): void {
    if (this.section !== 'vertices' || this.seen === null) return;
    for (let number = 1; number < this.seen.length; number += 1) if (this.seen[number] === 0) this.items.push({ kind: 'node', row: this.line, id: this.key(number), label: null, attributes: this.mode(number) });
    this.seen = null;
  }

  private tie(text: string): void {
    const tie = tieOf(text);
    if (tie === null) {
      this.fault('two vertices expected', [text]);
      return;
    }
    const from = this.numbered(tie.from, [text]);
    const to = from === null ? null : this.numbered(tie.to, [text]);
    if (from !== null && to !== null) this.edge(from, to, tie.attributes, tie.label, tie.style);
  }

  private edge(from: string, to: string, attributes: readonly Attribute[], label: string | null = null, style?: ItemStyle): void {
    const kept = label !== null && this.relation !== null ? [...attributes, { name: 'relation', value: this.relation }] : attributes;
    this.items.push({ kind: 'edge', row: this.line, from, to, label: label ?? this.relation, directed: this.section !== 'edges' && this.section !== 'edgeslist', attributes: kept, ...(style === undefined ? {} : { style }) });
  }

  private list(text: string): void {
    const [first, ...others] = text.split(/\s+/);
    const from = this.numbered(first ?? '', [text]);
    if (from === null) return;
    for (const other of others) {
      const to = this.numbered(other, [text]);
      if (to !== null) this.edge(from, to, []);
    }
  }

  private matrix(text: string): void {
    const columns = this.columns;
    for (const value of text.split(/\s+/)) {
      const row = Math.floor(this.cell / columns) + 1;
      const column = (this.cell % columns) + 1;
      this.cell += 1;
      if (row > this.rows) {
        if (this.cell === this.rows * columns + 1) this.fault('matrix has too many values', [text.slice(0, 200)]);
      } else if (!Number.isFinite(Number(value))) this.fault(`no number: ${value.slice(0, 50)}`, [text.slice(0, 200)]);
      else if (Number(value) !== 0) this.edge(this.key(row), this.key(columns === this.count ? column : this.rows + column), [{ name: 'weight', value }]);
    }
  }

  private value(text: string): void {
    this.cell += 1;
    if (this.cell > this.count) this.fault('more values than vertices', [text]);
    else this.items.push({ kind: 'node', row: this.line, id: this.key(this.cell), label: null, attributes: [{ name: this.name, value: text }] });
  }

  private fault(detail: string, cells: readonly string[]): void {
    this.items.push({ kind: 'fault', row: this.line, detail, cells });
  }
}

/** Streams a Pajek network or project. */
export function readPajek(bytes: Bytes, encoding: string | null): GraphWalk {
  const reader = readLines(bytes, encoding);
  return {
    done: () => reader.done(),
    *items() {
      const reading = new Reading(scaleOf(bytes, encoding));
      for (const batch of reader.lines()) {
        for (const { line, text } of batch) {
          try {
            reading.take(line, text);
          } catch (error) {
            if (reading.items.length > 0) yield reading.items.splice(0);
            throw error;
          }
          if (reading.items.length >= BATCH) yield reading.items.splice(0);
        }
      }
      reading.end();
      if (reading.items.length > 0) yield reading.items.splice(0);
    },
  };
}

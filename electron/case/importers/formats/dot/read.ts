import type { Bytes } from '../../bytes';
import type { Attribute, GraphItem, GraphWalk } from '../graph/items';
import { Scanner } from '../graph/scanner';
import { coordinate, styleOf } from '../graph/style';
import { nextToken, shownText, type Token } from './tokens';

const MAX_DEPTH = 200;
const BATCH = 500;
/** "{a b c} -> {d e f}" means every pair; a file that means more pairs than this at once is made to exhaust memory. */
const MOST_PAIRS = 1_000_000;

type Pairs = ReadonlyMap<string, string>;
/** Attributes that hold for all nodes or edges; a hostile file has more. */
const MOST_USUAL = 2000;
const NONE: Pairs = new Map();

/** What Graphviz computed or needs for drawing; it says nothing of a node. */
const DRAWING = /^(?:pos|bb|width|height|rects|vertices|lp|xlp|head_lp|tail_lp|_[a-z]*draw_|font(?:name|size|color)|margin|labelloc|labeljust|label(?:angle|distance|float)|fixedsize|peripheries|arrow(?:head|tail|size)|penwidth|constraint|minlen|len|ordering|rank(?:dir|sep)?|nodesep|splines|dir|(?:head|tail)port|decorate|gradientangle)$/;

/** What holds inside a pair of braces. */
interface Scope {
  readonly nodes: Pairs;
  readonly edges: Pairs;
  /** Ids of all nodes that are named inside. */
  readonly members: Set<string>;
  label: string | null;
  readonly id: string | null;
}

class Reading {
  readonly items: GraphItem[] = [];
  private directed = false;
  private peeked: Token | null = null;
  /** Nodes of which something was said, and those that were only named. */
  private readonly told = new Set<string>();
  private readonly named = new Map<string, { readonly row: number; readonly usual: Pairs }>();
  private readonly groups: { readonly id: string; readonly group: string; readonly row: number }[] = [];

  constructor(private readonly scanner: Scanner) {}

  /** Reads all graphs of the file. Yields whenever a batch is full. */
  *read(): Generator<GraphItem[]> {
    let found = false;
    for (let token = this.next(); token.kind !== 'end'; token = this.next()) {
      if (token.kind === 'sign' && token.text === ';') continue;
      let word = token.kind === 'word' ? token.text.toLowerCase() : '';
      // Of a strict graph parallel edges are one, as links of one kind between two are anyway.
      if (word === 'strict') word = this.next().text.toLowerCase();
      if (word !== 'graph' && word !== 'digraph') this.scanner.refuse('graph or digraph expected');
      found = true;
      this.directed = word === 'digraph';
      if (!this.is('{')) this.next();
      this.expect('{');
      yield* this.statements({ nodes: NONE, edges: NONE, members: new Set(), label: null, id: null }, 0);
    }
    if (!found) this.scanner.refuse('no graph');
  }

  /** What can be said only at the end: nodes of which nothing was said, and which subgraph a node lies in. */
  *rest(): Generator<GraphItem> {
    for (const [id, { row, usual }] of this.named) if (!this.told.has(id)) yield this.nodeOf(id, row, usual);
    for (const { id, group, row } of this.groups) yield { kind: 'node', row, id, label: null, attributes: [{ name: 'group', value: group }] };
  }

  private *statements(outer: Scope, depth: number): Generator<GraphItem[]> {
    if (depth > MAX_DEPTH) this.scanner.refuse('depth');
    let scope = outer;
    for (;;) {
      if (this.items.length >= BATCH) yield this.items.splice(0);
      const token = this.next();
      const word = token.kind === 'word' ? token.text.toLowerCase() : '';
      if (token.kind === 'end') this.scanner.refuse('graph not closed');
      if (token.kind === 'sign' && token.text === '}') return;
      if (token.kind === 'sign' && (token.text === ';' || token.text === ',')) continue;
      if ((word === 'node' || word === 'edge' || word === 'graph') && this.is('[')) {
        const pairs = this.attributes();
        if (scope.nodes.size + scope.edges.size > MOST_USUAL) this.scanner.refuse('too many defaults');
        if (word === 'node') scope = { ...scope, nodes: new Map([...scope.nodes, ...pairs]) };
        else if (word === 'edge') scope = { ...scope, edges: new Map([...scope.edges, ...pairs]) };
        else outer.label = pairs.get('label') ?? outer.label;
        continue;
      }
      if (token.kind !== 'sign' && word !== 'subgraph' && this.is('=')) {
        this.next();
        const value = this.value();
        if (token.text.toLowerCase() === 'label') outer.label = value;
        continue;
      }
      yield* this.chain(token, scope, depth);
    }
  }

  /** One statement that names nodes: alone, or a chain of edges. */
  private *chain(first: Token, scope: Scope, depth: number): Generator<GraphItem[]> {
    const ends: (readonly string[])[] = [];
    const single = yield* this.endpoint(first, scope, depth, ends);
    if (!this.isEdge()) {
      const pairs = this.is('[') ? this.attributes() : NONE;
      if (single !== null && pairs.size > 0) this.node(single, first.line, pairs);
      return;
    }
    while (this.isEdge()) {
      this.next();
      yield* this.endpoint(this.next(), scope, depth, ends);
    }
    const pairs = new Map([...scope.edges, ...(this.is('[') ? this.attributes() : NONE)]);
    for (let at = 1; at < ends.length; at += 1) yield* this.edges(ends[at - 1] ?? [], ends[at] ?? [], pairs, first.line);
  }

  /** A node or a subgraph as one end; its ids are added to `ends`. The node's id, null for a subgraph. */
  private *endpoint(token: Token, scope: Scope, depth: number, ends: (readonly string[])[]): Generator<GraphItem[], string | null> {
    const isSub = token.kind === 'word' && token.text.toLowerCase() === 'subgraph';
    if (isSub || (token.kind === 'sign' && token.text === '{')) {
      let id: string | null = null;
      if (isSub) {
        if (!this.is('{')) id = this.value();
        this.expect('{');
      }
      const inner: Scope = { nodes: scope.nodes, edges: scope.edges, members: new Set(), label: null, id };
      yield* this.statements(inner, depth + 1);
      const group = inner.label === null ? (inner.id ?? '') : shownText(inner.label, '');
      for (const member of inner.members) {
        scope.members.add(member);
        if (group !== '') this.groups.push({ id: member, group, row: token.line });
      }
      ends.push([...inner.members]);
      return null;
    }
    if (token.kind !== 'word' && token.kind !== 'id') this.scanner.refuse(token.kind === 'end' ? 'graph not closed' : `unexpected ${token.text}`);
    const id = this.joined(token);
    for (let port = 0; port < 2 && this.is(':'); port += 1) {
      this.next();
      this.value();
    }
    if (!this.named.has(id)) this.named.set(id, { row: token.line, usual: scope.nodes });
    scope.members.add(id);
    ends.push([id]);
    return id;
  }

  /** What is usual for nodes holds where a node is named first; it comes in with the first that is said of it, or at the end. */
  private node(id: string, row: number, own: Pairs): void {
    const usual = this.told.has(id) ? NONE : (this.named.get(id)?.usual ?? NONE);
    this.told.add(id);
    this.items.push(this.nodeOf(id, row, new Map([...usual, ...own])));
  }

  private nodeOf(id: string, row: number, pairs: Pairs): GraphItem {
    const label = shownText(pairs.get('label') ?? '', id);
    const [x, y] = (pairs.get('pos') ?? '').replace(/!$/, '').split(/[,\s]+/).map((part) => coordinate(part));
    const style = styleOf({ colour: pairs.get('fillcolor') ?? pairs.get('color') });
    return {
      kind: 'node', row, id, label: label === '' || label === id ? null : label, attributes: this.said(pairs),
      ...(x === undefined || y === undefined ? {} : { place: { x, y: -y } }), ...(style === undefined ? {} : { style }),
    };
  }

  private *edges(from: readonly string[], to: readonly string[], pairs: Pairs, row: number): Generator<GraphItem[]> {
    if (from.length * to.length > MOST_PAIRS) this.scanner.refuse('too many edges at once');
    const label = shownText(pairs.get('label') ?? pairs.get('xlabel') ?? '', '');
    const back = this.directed && pairs.get('dir') === 'back';
    const style = styleOf({ colour: pairs.get('color'), width: pairs.get('penwidth'), line: pairs.get('style') });
    const directed = this.directed && pairs.get('dir') !== 'none' && pairs.get('dir') !== 'both';
    const attributes = this.said(pairs);
    for (const one of from) {
      for (const other of to) {
        this.items.push({ kind: 'edge', row, from: back ? other : one, to: back ? one : other, label: label === '' ? null : label, directed, attributes, ...(style === undefined ? {} : { style }) });
        if (this.items.length >= BATCH) yield this.items.splice(0);
      }
    }
  }

  private said(pairs: Pairs): Attribute[] {
    return [...pairs].flatMap(([name, value]) => (name === 'label' || value === '' || DRAWING.test(name) ? [] : [{ name, value: shownText(value, '') }]));
  }

  private attributes(): Pairs {
    const pairs = new Map<string, string>();
    while (this.is('[')) {
      this.next();
      for (;;) {
        const token = this.next();
        if (token.kind === 'end') this.scanner.refuse('list not closed');
        if (token.kind === 'sign') {
          if (token.text === ']') break;
          if (token.text === ',' || token.text === ';') continue;
          this.scanner.refuse(`unexpected ${token.text}`);
        }
        const name = this.joined(token);
        if (this.is('=')) {
          this.next();
          pairs.set(name, this.value());
        } else pairs.set(name, 'true');
      }
    }
    return pairs;
  }

  private value(): string {
    const token = this.next();
    if (token.kind !== 'word' && token.kind !== 'id') this.scanner.refuse(`name expected, not ${token.text}`);
    return this.joined(token);
  }

  /** "a" + "b" is "ab". */
  private joined(token: Token): string {
    let text = token.text;
    while (token.kind === 'id' && this.is('+')) {
      this.next();
      text += this.next().text;
    }
    return text;
  }

  private next(): Token {
    const token = this.peeked ?? nextToken(this.scanner);
    this.peeked = null;
    return token;
  }

  private is(sign: string): boolean {
    this.peeked ??= nextToken(this.scanner);
    return this.peeked.kind === 'sign' && this.peeked.text === sign;
  }

  private isEdge(): boolean {
    this.peeked ??= nextToken(this.scanner);
    return this.peeked.kind === 'edge';
  }

  private expect(sign: string): void {
    const token = this.next();
    if (token.kind !== 'sign' || token.text !== sign) this.scanner.refuse(`${sign} expected`);
  }
}

/** Streams a DOT file. Memory holds the ids of nodes and of subgraphs, not what is said of them. */
export function readDot(bytes: Bytes, encoding: string | null): GraphWalk {
  const scanner = new Scanner(bytes, encoding);
  return {
    done: () => scanner.done(),
    *items() {
      const reading = new Reading(scanner);
      let broken: unknown = null;
      try {
        yield* reading.read();
      } catch (error) {
        broken = error;
      }
      if (reading.items.length > 0) yield reading.items.splice(0);
      let batch: GraphItem[] = [];
      for (const item of reading.rest()) {
        batch.push(item);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
      if (broken !== null) throw broken;
    },
  };
}

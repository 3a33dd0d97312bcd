import type { Bytes } from '../../bytes';
import { colourOf } from '../graph/colour';
import type { Attribute, GraphItem, GraphWalk } from '../graph/items';
import { Scanner } from '../graph/scanner';
import { coordinate, styleOf } from '../graph/style';
import { nextToken } from './tokens';

const MAX_DEPTH = 64;
const BATCH = 500;
/** Values that a node or edge may have; more are passed over. */
const MOST = 10_000;

interface Header {
  directed: boolean;
  /** Gephi draws with y up, all others down. */
  upwards: boolean;
}

/** All values inside a list, under their path ("graphics.x"), in the order of the file. Reads to the bracket that closes it. */
function valuesOf(scanner: Scanner): Attribute[] {
  const values: Attribute[] = [];
  const path: string[] = [];
  for (;;) {
    const key = nextToken(scanner);
    if (key.kind === 'close') {
      if (path.pop() === undefined) return values;
      continue;
    }
    if (key.kind === 'end') scanner.refuse('list not closed');
    if (key.kind !== 'word') scanner.refuse(`key expected, not ${key.text.slice(0, 50)}`);
    const value = nextToken(scanner);
    if (value.kind === 'open') {
      if (path.length >= MAX_DEPTH) scanner.refuse('depth');
      path.push(key.text);
    } else if (value.kind === 'word' || value.kind === 'text') {
      if (values.length < MOST) values.push({ name: [...path, key.text].join('.'), value: value.text });
    } else scanner.refuse(`value of ${key.text.slice(0, 50)} expected`);
  }
}

const isDrawing = (name: string): boolean => /^(?:labelgraphics|graphics|edgeanchor|port)\b/i.test(name);
const valueOf = (values: readonly Attribute[], name: string): string | undefined => values.find((each) => each.name.toLowerCase() === name)?.value;
/** "_networkx_list_start" only marks that a list follows. */
const isMark = ({ value }: Attribute): boolean => value === '_networkx_list_start';

function itemOf(of: 'node' | 'edge', values: readonly Attribute[], row: number, header: Header): GraphItem {
  const said = (taken: readonly string[]): Attribute[] => values.filter((each) => !taken.includes(each.name.toLowerCase()) && !isDrawing(each.name) && !isMark(each));
  const drawn = { colour: valueOf(values, 'graphics.fill') ?? valueOf(values, 'color'), width: valueOf(values, 'graphics.width'), line: valueOf(values, 'graphics.style') };
  const cells = values.slice(0, 20).map((each) => `${each.name} ${each.value}`);
  const shown = valueOf(values, 'label') ?? valueOf(values, 'labelgraphics.text');
  const label = shown === undefined || shown.trim() === '' ? null : shown.trim();
  if (of === 'edge') {
    const [from, to] = [valueOf(values, 'source'), valueOf(values, 'target')];
    if (from === undefined || to === undefined) return { kind: 'fault', row, detail: 'edge without source or target', cells };
    const own = valueOf(values, 'directed');
    const arrow = valueOf(values, 'graphics.arrow') ?? valueOf(values, 'graphics.targetarrow');
    const style = styleOf({ ...drawn, colour: colourOf(drawn.colour) });
    return { kind: 'edge', row, from, to, label, directed: own === undefined ? (arrow === 'none' ? false : header.directed) : own === '1' || own === 'true', attributes: said(['source', 'target', 'label', 'directed', 'id']), ...(style === undefined ? {} : { style }) };
  }
  const id = valueOf(values, 'id');
  if (id === undefined || id === '') return { kind: 'fault', row, detail: 'node without id', cells };
  const nested = valueOf(values, 'graphics.x') !== undefined;
  const [x, y] = [coordinate(valueOf(values, nested ? 'graphics.x' : 'x')), coordinate(valueOf(values, nested ? 'graphics.y' : 'y'))];
  const group = valueOf(values, 'gid');
  const style = styleOf({ colour: drawn.colour });
  const placed = x !== undefined && y !== undefined;
  return {
    kind: 'node', row, id, label, attributes: said(['id', 'label', ...(placed && !nested ? ['x', 'y'] : []), ...(group === undefined ? [] : ['gid'])]),
    // igraph keeps x and y as attributes, upwards as it draws.
    ...(placed ? { place: { x, y: header.upwards || !nested ? -y : y } } : {}), ...(style === undefined ? {} : { style }), ...(group === undefined ? {} : { parents: [group] }),
  };
}

/** Reads what is inside `graph [ … ]`. */
function* graphOf(scanner: Scanner, header: Header): Generator<GraphItem> {
  for (;;) {
    const key = nextToken(scanner);
    if (key.kind === 'close') return;
    if (key.kind === 'end') scanner.refuse('graph not closed');
    if (key.kind !== 'word') scanner.refuse(`key expected, not ${key.text.slice(0, 50)}`);
    const value = nextToken(scanner);
    const name = key.text.toLowerCase();
    if (value.kind === 'open') {
      const values = valuesOf(scanner);
      if (name === 'node' || name === 'edge') yield itemOf(name, values, key.line, header);
    } else if (value.kind === 'close' || value.kind === 'end') scanner.refuse(`value of ${key.text.slice(0, 50)} expected`);
    else if (name === 'directed') header.directed = value.text === '1' || value.text.toLowerCase() === 'true';
  }
}

function* itemsOf(scanner: Scanner): Generator<GraphItem> {
  const header: Header = { directed: false, upwards: false };
  let found = false;
  for (;;) {
    const key = nextToken(scanner);
    if (key.kind === 'end') {
      if (!found) scanner.refuse('no graph');
      return;
    }
    if (key.kind !== 'word') scanner.refuse(`key expected, not ${key.text.slice(0, 50)}`);
    const value = nextToken(scanner);
    const name = key.text.toLowerCase();
    if (value.kind === 'open') {
      if (name === 'graph') {
        found = true;
        yield* graphOf(scanner, header);
      } else valuesOf(scanner);
    } else if (value.kind === 'close' || value.kind === 'end') scanner.refuse(`value of ${key.text.slice(0, 50)} expected`);
    else if (name === 'creator') header.upwards = /gephi/i.test(value.text);
    else if (name === 'directed') header.directed = value.text === '1';
  }
}

/** Streams a GML file. */
export function readGml(bytes: Bytes, encoding: string | null): GraphWalk {
  const scanner = new Scanner(bytes, encoding);
  return {
    done: () => scanner.done(),
    *items() {
      let batch: GraphItem[] = [];
      try {
        for (const item of itemsOf(scanner)) {
          batch.push(item);
          if (batch.length < BATCH) continue;
          yield batch;
          batch = [];
        }
      } catch (error) {
        if (batch.length > 0) yield batch;
        throw error;
      }
      if (batch.length > 0) yield batch;
    },
  };
}

import type { ItemStyle } from '../../../../../shared/model/drawing';
import type { Attribute } from '../graph/items';
import { coordinate, styleOf } from '../graph/style';
import { unescaped, wordsOf } from './words';
import type { Word } from './words';

const SHAPES = new Set(['ellipse', 'circle', 'box', 'diamond', 'triangle', 'cross', 'empty', 'house', 'man', 'woman']);
/** Words by which Pajek describes the drawing; each is followed by one value. */
const DRAWING = new Set(['x_fact', 'y_fact', 's_size', 'phi', 'r', 'q', 'bc', 'bw', 'lc', 'la', 'lr', 'lphi', 'fos', 'font', 'hook1', 'hook2', 'a1', 'k1', 'a2', 'k2', 'ap', 'a', 'lp', 'size', 'h1', 'h2']);

const isNumber = (word: Word | undefined): boolean => word !== undefined && !word.quoted && coordinate(word.text) !== undefined;

export interface Vertex {
  /** As the line begins; checked by the reader. */
  readonly number: string;
  readonly label: string | null;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly style: ItemStyle | undefined;
  readonly attributes: readonly Attribute[];
}

/** Pairs of a name and a value at the end of a line, and spans of time ("[1-3,5]"). */
function pairs(words: readonly Word[]): { readonly attributes: Attribute[]; readonly drawn: ReadonlyMap<string, string>; readonly label: string | null } {
  const attributes: Attribute[] = [];
  const drawn = new Map<string, string>();
  let label: string | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (!word.quoted && /^\[.*\]$/.test(word.text)) {
      attributes.push({ name: 'time', value: word.text.slice(1, -1) });
      continue;
    }
    const value = words[at + 1];
    if (value === undefined) {
      attributes.push({ name: 'note', value: unescaped(word.text) });
      break;
    }
    at += 1;
    const name = word.text.toLowerCase();
    if (name === 'l' || name === 'label') label = unescaped(value.text);
    else if (name === 'ic' || name === 'c' || name === 'p' || (name === 'w' && isNumber(value))) drawn.set(name, value.text);
    else if (!DRAWING.has(name)) attributes.push({ name: word.text, value: unescaped(value.text) });
  }
  return { attributes, drawn, label };
}

/** How many of the words after the number make up the label: one, unless an unquoted label holds blanks and coordinates show where it ends. */
function labelLength(words: readonly Word[]): number {
  const [, first, second, third] = words;
  if (first === undefined) return 0;
  if (first.quoted || second === undefined || SHAPES.has(second.text.toLowerCase()) || (isNumber(second) && isNumber(third))) return 1;
  for (let at = 2; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || SHAPES.has(word.text.toLowerCase())) return at - 1;
    if (isNumber(word) && isNumber(words[at + 1])) return at - 1;
  }
  return isNumber(second) && words.length === 3 ? 1 : words.length - 1;
}

/** A line of the vertices: number, label, coordinates, shape, and pairs. */
export function vertexOf(line: string): Vertex {
  const words = wordsOf(line, 1);
  const taken = labelLength(words);
  const label = words.slice(1, 1 + taken).map((word) => word.text).join(' ');
  let at = 1 + taken;
  let x: number | undefined;
  let y: number | undefined;
  if (isNumber(words[at]) && isNumber(words[at + 1])) {
    x = coordinate(words[at]?.text);
    y = coordinate(words[at + 1]?.text);
    at += isNumber(words[at + 2]) ? 3 : 2;
  } else if (isNumber(words[at]) && words.length === at + 1) at += 1;
  if (words[at] !== undefined && !words[at]?.quoted && SHAPES.has(words[at]?.text.toLowerCase() ?? '')) at += 1;
  const { attributes, drawn } = pairs(words.slice(at));
  return { number: words[0]?.text ?? '', label: label.trim() === '' ? null : unescaped(label), x, y, style: styleOf({ colour: drawn.get('ic') }), attributes };
}

export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  readonly style: ItemStyle | undefined;
  readonly attributes: readonly Attribute[];
}

/** A line of arcs or edges: two numbers, a weight, and pairs. Null when it has no two ends. */
export function tieOf(line: string): Tie | null {
  const words = wordsOf(line);
  const [from, to, third] = words;
  if (from === undefined || to === undefined) return null;
  const weighted = isNumber(third);
  const { attributes, drawn, label } = pairs(words.slice(weighted ? 3 : 2));
  return { from: from.text, to: to.text, label, style: styleOf({ colour: drawn.get('c'), width: drawn.get('w'), line: drawn.get('p') }), attributes: [...(weighted && third !== undefined ? [{ name: 'weight', value: third.text }] : []), ...attributes] };
}

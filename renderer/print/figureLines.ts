import type { Figure } from '../../shared/briefing/document';
import type { Strength } from '../../shared/model/strength';
import { boxAround, type Taken } from './boxes';
import { DASHES, onPaper, OWN_DASHES, STUB_DASHES } from './figureInk';
import { textWidth } from './figureText';
import { sizeOnPaper } from './markSize';

/** A line on paper, from the edge of one mark to the edge of the other. */
export interface DrawnLine {
  /** SVG path data. */
  readonly path: string;
  readonly width: number;
  readonly strength: Strength;
  /** Corners of the arrow's head, null where direction means nothing; and of the head at its start. */
  readonly arrow: string | null;
  readonly back: string | null;
  /** Where it has its own, dark enough for paper. */
  readonly colour: string | null;
  readonly dashes: readonly number[];
  /** Number or total on the line; null where it stands for one link without amount, or where there is no room. */
  readonly pill: LineText | null;
  /** True when it has a number that found no room. */
  readonly unnumbered: boolean;
  /** Stands for what is held back, and says so: grey and dotted. */
  readonly withheld: boolean;
  /** Name of the link's type where lines are few. */
  readonly label: LineText | null;
}

export interface LineText {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

interface Point { readonly x: number; readonly y: number }

interface Surroundings {
  readonly markRadius: number;
  readonly fontSize: number;
  readonly taken: Taken;
}

/** Above this number the names of lines would hide the figure. */
const NAMED_LINES = 24;
/** Numbers on more lines than these would hide the figure; the largest are kept. */
const NUMBERED_LINES = 60;
/** Above this number lines are drawn thinner. */
const MANY_LINES = 120;
/** Distance between lines that join the same two items. */
const APART = 11;
/** Between the outermost of many such lines. */
const WIDEST = 150;
/** Of more lines than these between the same two, single ones go without words. */
const FAN = 12;
/** Places along a line that are tried for its pill and name, the middle first. */
const TRIED = [0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75];

const written = (value: number): string => String(Math.round(value * 100) / 100);

/** A point of the quadratic curve from a over c to b. */
function along(a: Point, c: Point, b: Point, t: number): Point {
  const u = 1 - t;
  return { x: u * u * a.x + 2 * u * t * c.x + t * t * b.x, y: u * u * a.y + 2 * u * t * c.y + t * t * b.y };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? from : { x: from.x + ((to.x - from.x) * distance) / length, y: from.y + ((to.y - from.y) * distance) / length };
}

function headOf(tip: Point, before: Point, size: number): string {
  const back = towards(tip, before, size);
  const [dx, dy] = [(tip.x - back.x) * 0.42, (tip.y - back.y) * 0.42];
  return [tip, { x: back.x - dy, y: back.y + dx }, { x: back.x + dy, y: back.y - dx }].map(({ x, y }) => `${written(x)},${written(y)}`).join(' ');
}

function textOn(text: string, size: number, padding: number, a: Point, c: Point, b: Point, taken: Taken): LineText | null {
  const [width, height] = [textWidth(text, size) + padding, size * 1.35];
  for (const t of TRIED) {
    const { x, y } = along(a, c, b, t);
    const box = boxAround(x, y, width, height);
    if (!taken.free(box)) continue;
    taken.add(box);
    return { x, y, width, height, text };
  }
  return null;
}

/** A mark, with its factor on the usual size. */
interface Mark extends Point { readonly size: number }

interface Curve {
  readonly line: Figure['lines'][number];
  readonly a: Point;
  readonly c: Point;
  readonly b: Point;
  /** One of so many between the same two that only the look of all counts. */
  readonly fanned: boolean;
}

/** Lines that join the same two items are bent apart, those that turn back too. */
function curvesOf(lines: Figure['lines'], places: ReadonlyMap<string, Mark>, radius: number): Curve[] {
  const pairs = new Map<string, Figure['lines']>();
  for (const line of lines) {
    const key = line.from < line.to ? `${line.from} ${line.to}` : `${line.to} ${line.from}`;
    pairs.set(key, [...(pairs.get(key) ?? []), line]);
  }
  const curves: Curve[] = [];
  for (const group of pairs.values()) {
    group.forEach((line, index) => {
      const [from, to] = [places.get(line.from), places.get(line.to)];
      if (from === undefined || to === undefined || (from.x === to.x && from.y === to.y)) return;
      const turn = line.from < line.to ? 1 : -1;
      const bend = (index - (group.length - 1) / 2) * Math.min(APART * 2, WIDEST / Math.max(1, group.length - 1)) * turn;
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      const c = { x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bend, y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bend };
      const reach = ({ size }: Mark): number => Math.min(radius * size + 1.5, length / 2.5);
      curves.push({ line, a: towards(from, c, reach(from)), c, b: towards(to, c, reach(to)), fanned: group.length > FAN });
    });
  }
  return curves;
}

/** Lays out the lines of a figure: bent apart where several join the same items, thicker with the logarithm of their count. */
export function layOutLines(lines: Figure['lines'], placed: readonly { readonly node: { readonly id: string; readonly size?: number | undefined }; readonly x: number; readonly y: number }[], { markRadius, fontSize, taken }: Surroundings): DrawnLine[] {
  const places = new Map(placed.map(({ node, x, y }) => [node.id, { x, y, size: sizeOnPaper(node.size) }]));
  const curves = curvesOf(lines, places, markRadius);
  const named = lines.length <= NAMED_LINES;
  const usualArrow = Math.max(3.6, Math.min(7, markRadius * 0.6));
  // The largest numbers get their place first.
  const order = curves.map((curve, index) => ({ curve, index })).sort((x, y) => y.curve.line.count - x.curve.line.count);
  const numbers = new Map<number, string>();
  for (const { curve: { line }, index } of order) {
    const text = line.text ?? (line.total !== '' ? line.total : line.count > 1 ? String(line.count) : '');
    if (line.withheld !== true && text !== '') numbers.set(index, text);
  }
  const pills = new Map<number, LineText | null>();
  let numbered = 0;
  for (const { curve: { line, a, c, b, fanned }, index } of order) {
    const text = numbers.get(index);
    if (text === undefined || numbered >= NUMBERED_LINES || (fanned && line.count === 1)) continue;
    const pill = textOn(text, fontSize * 0.86, 7, a, c, b, taken);
    pills.set(index, pill);
    if (pill !== null) numbered += 1;
  }
  const thinner = curves.length > MANY_LINES ? 0.6 : 1;
  return curves.map(({ line, a, c, b, fanned }, index) => {
    const arrowSize = fanned ? usualArrow * 0.65 : usualArrow;
    const directed = line.directed && line.withheld !== true;
    const back = directed && line.bothWays === true;
    const end = directed ? towards(b, c, arrowSize * 0.8) : b;
    const start = back ? towards(a, c, arrowSize * 0.8) : a;
    return {
      path: `M${written(start.x)} ${written(start.y)}Q${written(c.x)} ${written(c.y)} ${written(end.x)} ${written(end.y)}`,
      width: thinner * (fanned ? 0.6 : 1) * Math.max(Math.min(4, (line.width ?? 0) * 0.6), Math.min(4, (markRadius > 8 ? 1 : 0.6) + Math.log10(Math.max(1, line.count)) * 0.9)),
      strength: line.strength,
      colour: line.colour === undefined || line.withheld === true ? null : onPaper(line.colour),
      dashes: line.withheld === true ? STUB_DASHES : line.dashes === undefined ? DASHES[line.strength] : OWN_DASHES[line.dashes],
      withheld: line.withheld === true,
      arrow: directed ? headOf(b, c, arrowSize) : null,
      back: back ? headOf(a, c, arrowSize) : null,
      pill: pills.get(index) ?? null,
      unnumbered: numbers.has(index) && !pills.get(index),
      label: line.withheld === true || (named && !fanned && line.count === 1 && !numbers.has(index)) ? textOn(line.label, fontSize * 0.86, 2, a, c, b, taken) : null,
    };
  });
}

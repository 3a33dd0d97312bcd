import type { Figure } from '../../shared/briefing/document';
import { boxAround, Taken } from './boxes';
import { sizeOnPaper } from './markSize';
import { captionLines, keyLine, textWidth } from './figureText';

/** A name at its place: the baseline of its first line, and how its lines stand to x. */
export interface NodeLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
  /** Birth date, plate, number; empty where there is none or no room. */
  readonly key: string;
  /** In what quality somebody is named; stays with the name wherever that is set. */
  readonly category: string;
}

interface Placed {
  readonly node: Figure['nodes'][number];
  readonly x: number;
  readonly y: number;
}

interface Surroundings {
  readonly markRadius: number;
  readonly fontSize: number;
  readonly taken: Taken;
  readonly width: number;
  readonly height: number;
}

export const LINE_HEIGHT = 1.12;
/** Second lines are a little smaller than names. */
export const KEY_SIZE = 0.92;

type Side = 'below' | 'right' | 'left' | 'above';
const SIDES: readonly Side[] = ['below', 'right', 'left', 'above'];

function candidate({ node, x, y }: Placed, lines: readonly string[], key: string, side: Side, { markRadius, fontSize, width, height }: Surroundings): { label: NodeLabel; box: ReturnType<typeof boxAround> } | null {
  const wide = Math.max(...lines.map((line) => textWidth(line, fontSize)), textWidth(key, fontSize * KEY_SIZE), node.category === '' ? 0 : textWidth(node.category, fontSize * KEY_SIZE) + 6);
  const tall = (lines.length + (key === '' ? 0 : KEY_SIZE) + (node.category === '' ? 0 : KEY_SIZE * 1.12)) * fontSize * LINE_HEIGHT;
  const gap = markRadius * sizeOnPaper(node.size) + 2;
  // Beside a mark stand its corners.
  const beside = side === 'right' && node.grading !== '' ? 9 : side === 'left' && (node.handling !== '' || node.contradicts) ? 9 : 3;
  const centre = side === 'right' ? x + gap + beside + wide / 2 : side === 'left' ? x - gap - beside - wide / 2 : x;
  // Names near an edge move inwards rather than being cut.
  const inside = side === 'below' || side === 'above' ? Math.min(Math.max(centre, wide / 2 + 1), width - wide / 2 - 1) : centre;
  const middle = side === 'below' ? y + gap + tall / 2 : side === 'above' ? y - gap - tall / 2 : y;
  const box = boxAround(inside, middle, wide, tall);
  if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) return null;
  const anchor = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle';
  return { label: { x: anchor === 'start' ? box.left : anchor === 'end' ? box.right : inside, y: box.top + fontSize * 0.86, anchor, lines, key, category: node.category }, box };
}

/** How much each item matters to the figure: lines that meet there, then the happenings that they stand for. */
function weights(lines: Figure['lines']): ReadonlyMap<string, number> {
  const weight = new Map<string, number>();
  for (const line of lines) for (const end of [line.from, line.to]) weight.set(end, (weight.get(end) ?? 0) + 1 + Math.log1p(line.count) / 10);
  return weight;
}

/** Names of so many of the most linked items are set even where they cover small marks, but never another name. */
const ALWAYS_NAMED = 12;

/** Places names so that none covers a mark, a pill or another name: the most linked first, with second lines where there is room. */
export function placeLabels(placed: readonly Placed[], lines: Figure['lines'], around: Surroundings): ReadonlyMap<string, NodeLabel> {
  const weight = weights(lines);
  const order = [...placed].sort((a, b) => (weight.get(b.node.id) ?? 0) - (weight.get(a.node.id) ?? 0) || (a.node.id < b.node.id ? -1 : 1));
  const labels = new Map<string, NodeLabel>();
  const names = new Taken();
  order.forEach((each, rank) => {
    const caption = captionLines(each.node.caption);
    const attempts = each.node.key === '' ? [''] : [keyLine(each.node.key), ''];
    const options = attempts.flatMap((key) => SIDES.map((side) => candidate(each, caption, key, side, around))).filter((option) => option !== null);
    const found = options.find(({ box }) => around.taken.free(box)) ?? (rank < ALWAYS_NAMED && weight.has(each.node.id) ? options.findLast(({ box }) => names.free(box)) : undefined);
    if (!found) return;
    around.taken.add(found.box);
    names.add(found.box);
    labels.set(each.node.id, found.label);
  });
  return labels;
}

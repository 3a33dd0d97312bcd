import { middleOf } from '../../../shared/analysis/drawing/openRoom';
import type { ChartView, LineView } from '../../../shared/contract';
import { NOTHING, type Selection } from '../selection';

/** A line as it is drawn. */
export interface DrawnLine extends LineView {
  /** Ids of the chart's lines that it stands for; absent: only itself. */
  readonly parts?: readonly string[];
  /** It stands for links of several types: `type` is that of the most. */
  readonly mixed?: boolean;
  /** All types that it stands for, that of the most links first; absent: only its own. */
  readonly types?: readonly string[];
  /** Arrow heads where they are not those of its type. */
  readonly heads?: 'none' | 'to' | 'both';
  /** How strong it would be by its gradings, and why it is taken to be otherwise on this chart. */
  readonly graded?: LineView['strength'];
  readonly reason?: string;
  /** A total for each currency; absent: `amount`. */
  readonly totals?: readonly string[];
  /** How many of its links have no part in a total. */
  readonly unpriced?: number;
  /** Of a net: what goes its way, and what comes back; null where nothing does. */
  readonly flow?: { readonly forth: string; readonly back: string | null };
}

/** A closed group: one item in the middle of what it holds. */
export interface DrawnGroup {
  readonly id: string;
  readonly name: string;
  /** Middle of its members, or beside it where something stands there; chart units. */
  readonly x: number;
  readonly y: number;
  /** Ids of all entities in it and in the groups within it that stand on the chart. */
  readonly members: readonly string[];
  /** Codes of the strictest handling, and the best grading, of its members; empty when none. */
  readonly handling: string;
  readonly grading: string;
  readonly sources: number;
  /** Type that most of its members are of. */
  readonly type: string;
  readonly colour?: string;
  readonly pinned: boolean;
}

/** An open group: a frame round what it holds. */
export interface DrawnFrame {
  readonly id: string;
  readonly name: string;
  /** Ids of what is drawn in it: entities and closed groups. */
  readonly members: readonly string[];
  /** How many entities it holds. */
  readonly count: number;
  readonly handling: string;
  readonly colour?: string;
  /** How many frames lie round it, and how many lie in it, one within the other. */
  readonly depth: number;
  readonly levels: number;
}

/** A chart as it is drawn: what is filtered out, folded together or in a closed group is no longer in it by itself. */
export interface DrawnChart extends Omit<ChartView, 'lines'> {
  readonly lines: DrawnLine[];
  readonly closed: readonly DrawnGroup[];
  readonly frames: readonly DrawnFrame[];
}

/** A chart that nothing was done to. */
export const plainlyDrawn = (view: ChartView): DrawnChart => ({ ...view, closed: [], frames: [] });

/** What of the drawing is selected when this is selected of the chart: a line or closed group that stands for any of it. */
export function drawnSelection({ lines, closed }: Pick<DrawnChart, 'lines' | 'closed'>, selection: Selection): Selection {
  if (selection.entities.length + selection.lines.length === 0) return NOTHING;
  const groups = new Map(closed.flatMap((group) => group.members.map((member) => [member, group.id] as const)));
  const folded = new Map(lines.flatMap((line) => (line.parts ?? []).map((part) => [part, line.id] as const)));
  if (groups.size + folded.size === 0) return selection;
  return { entities: [...new Set(selection.entities.map((id) => groups.get(id) ?? id))], lines: [...new Set(selection.lines.map((id) => folded.get(id) ?? id))] };
}

/** What of the chart is selected when this is selected of its drawing. */
export function chartSelection({ lines, closed }: Pick<DrawnChart, 'lines' | 'closed'>, selection: Selection): Selection {
  const groups = new Map(closed.map((group) => [group.id, group.members]));
  const folded = new Map(lines.flatMap((line) => (line.parts === undefined ? [] : [[line.id, line.parts] as const])));
  if (groups.size + folded.size === 0) return selection;
  return { entities: [...new Set(selection.entities.flatMap((id) => groups.get(id) ?? [id]))], lines: [...new Set(selection.lines.flatMap((id) => folded.get(id) ?? [id]))] };
}

/** What of the drawing stays clear where filters keep these of the chart: also what stands for any of it. Null where they leave nothing out. */
export function drawnKept({ lines, closed }: Pick<DrawnChart, 'lines' | 'closed'>, kept: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (kept === null) return null;
  const groups = closed.filter((group) => group.members.some((id) => kept.has(id)));
  const folds = lines.filter((line) => line.parts?.some((id) => kept.has(id)));
  return groups.length + folds.length === 0 ? kept : new Set([...kept, ...groups.map((group) => group.id), ...folds.map((fold) => fold.id)]);
}

interface Move { readonly subject: string; readonly x: number; readonly y: number }

/** Moves of what is drawn as moves of the chart's items (`items`: those of the chart itself): who moves a closed group moves all that is in it, so that its middle is there. */
export function chartMoves({ items, closed }: Pick<DrawnChart, 'closed'> & Pick<ChartView, 'items'>, moves: readonly Move[]): Move[] {
  if (closed.length === 0) return [...moves];
  const groups = new Map(closed.map((group) => [group.id, group]));
  const places = new Map(items.map((item) => [item.subject, item]));
  return moves.flatMap((move) => {
    const group = groups.get(move.subject);
    if (group === undefined) return [move];
    const held = group.members.flatMap((member) => places.get(member) ?? []);
    const middle = middleOf(held);
    return held.map(({ subject, x, y }) => ({ subject, x: x + move.x - middle.x, y: y + move.y - middle.y }));
  });
}

/** What is new, by the ids that are drawn: a closed group is marked when any of its members is. */
export function drawnNews({ closed }: Pick<DrawnChart, 'closed'>, marks: ReadonlyMap<string, 'added' | 'changed'>): ReadonlyMap<string, 'added' | 'changed'> {
  const groups = closed.flatMap(({ id, members }) => {
    const kinds = members.flatMap((member) => marks.get(member) ?? []);
    return kinds.length === 0 ? [] : [[id, kinds.length === members.length && kinds.every((kind) => kind === 'added') ? 'added' : 'changed'] as const];
  });
  return groups.length === 0 ? marks : new Map([...marks, ...groups]);
}

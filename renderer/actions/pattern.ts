import { mdiVectorPolyline } from '@mdi/js';
import { create } from 'zustand';
import type { CaseService, ChartView, ResultOf } from '../../shared/contract';
import { MOST_EDGES, MOST_NODES, type Pattern, type PatternEdge, type PatternNode } from '../../shared/model/pattern';
import { notify } from '../ui/notices';
import { hasSelection, type Action } from './action';
import { chartView } from './chartView';
import { showNetwork } from './network';
import { selection } from './selected';
import { useSession } from './session';

export type PatternResult = ResultOf<CaseService['requests']['case.pattern']>;
export type Picked = { readonly kind: 'node' | 'edge'; readonly at: number };

interface PatternState {
  readonly pattern: Pattern;
  /** Which part of the drawing has its fields shown. */
  readonly picked: Picked | null;
  /** What was found, with the pattern as it was when it was sought. */
  readonly found: { readonly pattern: Pattern; readonly result: PatternResult } | null;
  /** The pattern of the case that is being changed. */
  readonly kept: { readonly id: string; readonly name: string } | null;
}

export const EMPTY_PATTERN: Pattern = { nodes: [], edges: [], sequences: [], distinct: true, different: [] };
const FRESH: PatternState = { pattern: EMPTY_PATTERN, picked: null, found: null, kept: null };

/** The pattern that is being drawn: view state, until it is kept under a name. */
export const usePattern = create<PatternState>(() => FRESH);

useSession.subscribe((now, before) => {
  if (now.open !== before.open) usePattern.setState(FRESH);
  else if (now.viewingAs !== before.viewingAs) usePattern.setState({ found: null });
});

export const freshNode = (x: number, y: number): PatternNode => ({ x, y, types: [], families: [], entity: null, conditions: [] });
export const freshEdge = (from: number, to: number): PatternEdge => ({ from, to, types: [], either: false, since: null, until: null, least: null, most: null, count: 1, absent: false });

const MARGIN = 0.16;

/** Places of entities in a square of 1 by 1, as they lie on the chart. */
function placed(points: readonly { readonly x: number; readonly y: number }[]): { x: number; y: number }[] {
  const scaled = (values: readonly number[]): number[] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return values.map((value) => (high === low ? 0.5 : MARGIN + ((value - low) / (high - low)) * (1 - 2 * MARGIN)));
  };
  const [xs, ys] = [scaled(points.map(({ x }) => x)), scaled(points.map(({ y }) => y))];
  return points.map((_, at) => ({ x: xs[at] ?? 0.5, y: ys[at] ?? 0.5 }));
}

/** A pattern like what is selected: each entity by its type, and the lines that are selected, or all between them where none is. Null where that is nothing, or too much. */
export function patternOf(view: ChartView, { entities, lines }: { readonly entities: readonly string[]; readonly lines: readonly string[] }): Pattern | null {
  const chosen = view.lines.filter((line) => lines.includes(line.id));
  const ids = [...new Set([...entities, ...chosen.flatMap((line) => [line.from, line.to])])];
  const known = ids.flatMap((id) => view.entities.find((each) => each.id === id) ?? []);
  if (known.length === 0 || known.length > MOST_NODES) return null;
  const at = (id: string): number => known.findIndex((each) => each.id === id);
  const own = (chosen.length > 0 ? chosen : view.lines).filter((line) => at(line.from) >= 0 && at(line.to) >= 0 && line.from !== line.to);
  if (own.length > MOST_EDGES) return null;
  const points = placed(known.map(({ id }) => view.items.find((item) => item.subject === id) ?? { x: 0, y: 0 }));
  return {
    ...EMPTY_PATTERN,
    nodes: known.map(({ type }, n) => ({ ...freshNode(points[n]?.x ?? 0.5, points[n]?.y ?? 0.5), types: [type] })),
    edges: own.map((line) => ({ ...freshEdge(at(line.from), at(line.to)), types: [line.type] })),
  };
}

/** Makes what is selected the pattern that is drawn, and shows it. */
export function takeSelection(): void {
  const view = chartView();
  const pattern = view === null ? null : patternOf(view, selection());
  showNetwork('pattern');
  if (pattern === null) notify('pattern:takeFew', { count: MOST_NODES });
  else usePattern.setState({ pattern, picked: null, found: null, kept: null });
}

export const patternActions: readonly Action[] = [{ id: 'find.alike', labelKey: 'pattern:alike', icon: mdiVectorPolyline, shortcuts: ['Ctrl+Alt+P'], enabled: hasSelection, run: takeSelection }];

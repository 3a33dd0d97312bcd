import type { Core } from 'cytoscape';
import { frameOf, keepFrame, type Block } from './blocks';
import type { Hands, Move } from './gestures/gesture';
import { layoutGraphOf, type IndexedGraph, type Reading } from './layoutGraph';
import type { LayoutId } from './layouts/offered';
import { arrangeInWorker } from './layouts/run';
import { moveTo } from './motion';
import type { RulerItem } from './ruler';
import { ADJUSTMENTS, type AdjustmentId } from '../../shared/analysis/layout/adjust';
import type { Places } from '../../shared/analysis/layout/graph';

/** Positions are kept to a hundredth of a unit: far below a pixel, and short in the journal. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

export type LayoutOutcome = 'done' | 'cancelled' | 'unchanged';

export interface LayoutRun {
  readonly outcome: Promise<LayoutOutcome>;
  /** Leaves everything where it was. */
  cancel(): void;
  /** Takes what is shown for good. */
  keep(): void;
}

/** In a scope only its items move; without one all that are not pinned. */
interface Wishes extends Omit<Reading, 'layout'> {
  readonly still: boolean;
}

/** What is asked of one layout beside. */
interface LayoutWishes extends Wishes {
  /** Called when the result is on show; then it waits to be kept or cancelled. Absent: it is kept at once. */
  readonly shown?: (items: number) => void;
}

/** Where items are to go, as far as that is elsewhere. */
function movesTo({ cy }: Hands, { ids, graph }: IndexedGraph, places: Places): Move[] {
  return ids.flatMap((subject, i): Move[] => {
    const move = { subject, x: rounded(places.x[i]!), y: rounded(places.y[i]!) };
    const changed = !graph.fixed[i] && (move.x !== graph.x[i] || move.y !== graph.y[i]);
    return changed && cy.getElementById(subject).nonempty() ? [move] : [];
  });
}

const walk = (cy: Core, moves: readonly Move[], still: boolean): Promise<void> => new Promise((finished) => { moveTo(cy, moves, still, finished); });

/** Shows items on their way to new places, then commits one move; with `decided`, if that says so. */
async function moveAll(hands: Hands, read: IndexedGraph, places: Places, by: LayoutId | AdjustmentId, still: boolean, decided?: (items: number) => Promise<boolean>): Promise<LayoutOutcome> {
  const { cy } = hands;
  const moves = movesTo(hands, read, places);
  if (moves.length === 0) return 'unchanged';
  hands.hold(moves.map((move) => move.subject));
  await walk(cy, moves, still);
  if (isDestroyed(cy)) return 'cancelled';
  if (decided && !(await decided(moves.length))) {
    if (isDestroyed(cy)) return 'cancelled';
    const back = movesTo(hands, { ...read, graph: { ...read.graph, x: places.x, y: places.y } }, read.graph);
    await walk(cy, back, still);
    if (!isDestroyed(cy)) hands.letGo();
    return 'cancelled';
  }
  if (isDestroyed(cy)) return 'cancelled';
  hands.commitMoves(moves, by);
  return 'done';
}

/** Lays out in a worker, shows the change, then commits one move. Cancelling leaves everything where it was. */
export function startLayout(hands: Hands, layout: LayoutId, wishes: LayoutWishes): LayoutRun {
  const { cy } = hands;
  const { chart } = wishes.view;
  const read = layoutGraphOf(cy, { ...wishes, layout });
  const running = arrangeInWorker(layout, read.graph);
  let cancelled = false;
  let decide: (kept: boolean) => void = () => undefined;
  const decision = new Promise<boolean>((resolve) => { decide = resolve; });
  const outcome = running.result.then(async (places): Promise<LayoutOutcome> => {
    if (!places || cancelled || cy.destroyed()) return 'cancelled';
    const before = frameOf(chart.id);
    // A selection that is laid out leaves the blocks round it as they are.
    if (wishes.scope === null || places.blocks || layout === 'sequence') keepFrame(chart.id, { by: layout, blocks: blocksOf(read, places), ruler: layout === 'sequence' ? rulerOf(read, places) : [] });
    const { shown } = wishes;
    const ended = await moveAll(hands, read, places, layout, wishes.still, shown && ((items) => {
      shown(items);
      return decision;
    }));
    if (ended === 'cancelled') keepFrame(chart.id, before);
    return ended;
  });
  return {
    outcome,
    cancel: () => {
      cancelled = true;
      running.cancel();
      decide(false);
    },
    keep: () => decide(true),
  };
}

/** Aligns, distributes, mirrors, spreads or tightens what is selected, where two or more are; else the whole chart. One move. */
export function adjustItems(hands: Hands, adjustment: AdjustmentId, wishes: Wishes): Promise<LayoutOutcome> {
  const read = layoutGraphOf(hands.cy, { ...wishes, scope: null });
  const members = [...read.ids.keys()].filter((i) => wishes.scope === null || wishes.scope.has(read.ids[i]!));
  if (members.length < 2) return Promise.resolve('unchanged');
  return moveAll(hands, read, ADJUSTMENTS[adjustment](read.graph, members), adjustment, wishes.still);
}

function blocksOf({ ids, groups }: IndexedGraph, places: Places): Block[] {
  return (places.blocks ?? []).map(({ group, members }) => ({
    group, key: groups[group] ?? '',
    members: [...members].map((v) => ({ id: ids[v]!, x: rounded(places.x[v]!), y: rounded(places.y[v]!) })),
  }));
}

/** Dated items that were free to go where their time is, in its order. */
function rulerOf({ ids, graph }: IndexedGraph, places: Places): RulerItem[] {
  return ids.flatMap((id, v) => (graph.fixed[v] || !Number.isFinite(graph.time?.[v] ?? Number.NaN) ? [] : [{ id, time: graph.time![v]!, x: rounded(places.x[v]!), y: rounded(places.y[v]!) }])).toSorted((a, b) => a.time - b.time || a.x - b.x);
}

const isDestroyed = (cy: Core): boolean => cy.destroyed();

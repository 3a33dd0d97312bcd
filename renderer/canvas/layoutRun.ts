import type { Core } from 'cytoscape';
import { keepBlocks, type Block } from './blocks';
import type { Hands, Move } from './gestures/gesture';
import { layoutGraphOf, type IndexedGraph, type Reading } from './layoutGraph';
import type { LayoutId } from './layouts/offered';
import { arrangeInWorker } from './layouts/run';
import { moveTo } from './motion';
import { ADJUSTMENTS, type AdjustmentId } from '../../shared/analysis/layout/adjust';
import type { Places } from '../../shared/analysis/layout/graph';

/** Positions are kept to a hundredth of a unit: far below a pixel, and short in the journal. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

export type LayoutOutcome = 'done' | 'cancelled' | 'unchanged';

export interface LayoutRun {
  readonly outcome: Promise<LayoutOutcome>;
  cancel(): void;
}

/** In a scope only its items move; without one all that are not pinned. */
interface Wishes extends Omit<Reading, 'layout'> {
  readonly still: boolean;
}

/** Shows items on their way to new places, then commits one move. */
async function moveAll(hands: Hands, { ids, graph }: IndexedGraph, places: Places, by: LayoutId | AdjustmentId, still: boolean): Promise<LayoutOutcome> {
  const { cy } = hands;
  const moves = ids.flatMap((subject, i): Move[] => {
    const move = { subject, x: rounded(places.x[i]!), y: rounded(places.y[i]!) };
    const changed = !graph.fixed[i] && (move.x !== graph.x[i] || move.y !== graph.y[i]);
    return changed && cy.getElementById(subject).nonempty() ? [move] : [];
  });
  if (moves.length === 0) return 'unchanged';
  hands.hold(moves.map((move) => move.subject));
  await new Promise<void>((finished) => { moveTo(cy, moves, still, finished); });
  if (isDestroyed(cy)) return 'cancelled';
  hands.commitMoves(moves, by);
  return 'done';
}

/** Lays out in a worker, shows the change, then commits one move. Cancelling leaves everything where it was. */
export function startLayout(hands: Hands, layout: LayoutId, wishes: Wishes): LayoutRun {
  const { cy } = hands;
  const read = layoutGraphOf(cy, { ...wishes, layout });
  const running = arrangeInWorker(layout, read.graph);
  let cancelled = false;
  const outcome = running.result.then(async (places): Promise<LayoutOutcome> => {
    if (!places || cancelled || cy.destroyed()) return 'cancelled';
    const ended = await moveAll(hands, read, places, layout, wishes.still);
    // A selection that is laid out leaves the blocks round it as they are.
    if (ended !== 'cancelled' && (wishes.scope === null || places.blocks)) keepBlocks(wishes.view.chart.id, layout, blocksOf(read, places));
    return ended;
  });
  return {
    outcome,
    cancel: () => {
      cancelled = true;
      running.cancel();
    },
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

const isDestroyed = (cy: Core): boolean => cy.destroyed();

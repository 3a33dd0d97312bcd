import type { Core } from 'cytoscape';
import type { Hands, Move } from './gestures/gesture';
import { layoutGraphOf } from './layoutGraph';
import type { LayoutId } from './layouts/offered';
import { arrangeInWorker } from './layouts/run';
import type { Looks } from './looks';
import { moveTo } from './motion';

/** Positions are kept to a hundredth of a unit: far below a pixel, and short in the journal. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

export type LayoutOutcome = 'done' | 'cancelled' | 'unchanged';

export interface LayoutRun {
  readonly outcome: Promise<LayoutOutcome>;
  cancel(): void;
}

interface Wishes {
  readonly looks: Looks;
  /** Only these move; null moves all that is not pinned. */
  readonly scope: ReadonlySet<string> | null;
  readonly still: boolean;
}

/** Lays out in a worker, shows the change, then commits one move. Cancelling leaves everything where it was. */
export function startLayout(hands: Hands, layout: LayoutId, wishes: Wishes): LayoutRun {
  const { cy } = hands;
  const { ids, graph } = layoutGraphOf(cy, wishes.looks, wishes.scope);
  const running = arrangeInWorker(layout, graph);
  let cancelled = false;
  const outcome = running.result.then(async (places): Promise<LayoutOutcome> => {
    if (!places || cancelled || cy.destroyed()) return 'cancelled';
    const moves = ids.flatMap((subject, i): Move[] => {
      const move = { subject, x: rounded(places.x[i]!), y: rounded(places.y[i]!) };
      const changed = !graph.fixed[i] && (move.x !== graph.x[i] || move.y !== graph.y[i]);
      return changed && cy.getElementById(subject).nonempty() ? [move] : [];
    });
    if (moves.length === 0) return 'unchanged';
    hands.hold(moves.map((move) => move.subject));
    await new Promise<void>((finished) => { moveTo(cy, moves, wishes.still, finished); });
    if (isDestroyed(cy)) return 'cancelled';
    hands.commitMoves(moves, layout);
    return 'done';
  });
  return {
    outcome,
    cancel: () => {
      cancelled = true;
      running.cancel();
    },
  };
}

const isDestroyed = (cy: Core): boolean => cy.destroyed();

import type { Hands } from './gesture';

const STEP = 8;
const FINE = 1;
/** Presses that follow one another within this time become one change. */
const PAUSE = 450;

const WAYS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export const wayOf = (key: string): readonly [number, number] | null => WAYS[key] ?? null;

export interface Nudge {
  /** Moves the selection a step; true when there was one. */
  press(way: readonly [number, number], fine: boolean): boolean;
  /** Commits at once what was moved so far. */
  flush(): void;
  /** Takes back what was moved and not yet committed; true when there was something. */
  cancel(): boolean;
}

/** Moves the selected items with the arrow keys; a run of presses is one change. */
export function createNudge(hands: Hands): Nudge {
  let pending: { ids: readonly string[]; dx: number; dy: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shift = (ids: readonly string[], dx: number, dy: number): void => {
    hands.cy.batch(() => {
      for (const id of ids) hands.cy.getElementById(id).shift({ x: dx, y: dy });
    });
  };
  const flush = (): void => {
    clearTimeout(timer);
    if (!pending) return;
    const { ids } = pending;
    pending = null;
    hands.commitMoves(ids.flatMap((id) => {
      const node = hands.cy.getElementById(id);
      return node.nonempty() ? [{ subject: id, ...node.position() }] : [];
    }));
  };
  return {
    press: (way, fine) => {
      const ids = hands.selection().entities.filter((id) => hands.cy.getElementById(id).nonempty());
      if (ids.length === 0) return false;
      if (pending && pending.ids.join() !== ids.join()) flush();
      hands.hold(ids);
      const step = fine ? FINE : STEP;
      shift(ids, way[0] * step, way[1] * step);
      pending = { ids, dx: (pending?.dx ?? 0) + way[0] * step, dy: (pending?.dy ?? 0) + way[1] * step };
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
      return true;
    },
    flush,
    cancel: () => {
      clearTimeout(timer);
      if (!pending) return false;
      shift(pending.ids, -pending.dx, -pending.dy);
      pending = null;
      hands.letGo();
      return true;
    },
  };
}

import type { Gesture, Hands, Move, Pointer } from './gesture';

/** Drags the pressed item, or all in the frame whose title is pressed, with the whole selection when it is part of it. One move is committed on release; let go in a frame in which none of it lay, it goes into that. */
export function beginDragItems(hands: Hands, from: Pointer): Gesture | null {
  const pressed = from.target;
  if (pressed === null || (from.kind !== 'entity' && from.kind !== 'frame')) return null;
  const before = hands.selection();
  const taken = from.kind === 'frame' ? hands.inFrame(pressed) : [pressed];
  const within = taken.every((id) => before.entities.includes(id));
  const ids = within ? before.entities : taken;
  // Frames go along with what is in them: only another one can be a new place.
  const aim = (at: Pointer): string | null => {
    const frame = hands.frameAt(at.view);
    return frame !== null && !hands.inFrame(frame).some((id) => ids.includes(id)) ? frame : null;
  };
  const starts: Move[] = ids.flatMap((id) => {
    const node = hands.cy.getElementById(id);
    return node.nonempty() && node.isNode() ? [{ subject: id, ...node.position() }] : [];
  });
  hands.hold(ids);
  if (!within) hands.select({ entities: [...taken], lines: [] });
  const place = (dx: number, dy: number): Move[] => starts.map((start) => ({ subject: start.subject, x: start.x + dx, y: start.y + dy }));
  const show = (moves: readonly Move[]): void => {
    hands.cy.batch(() => {
      for (const { subject, x, y } of moves) hands.cy.getElementById(subject).position({ x, y });
    });
  };
  let carried = false;
  const outside = ({ view }: Pointer): boolean => view.x < 0 || view.y < 0 || view.x > hands.cy.width() || view.y > hands.cy.height();
  return {
    move: (at) => {
      // Out of the window it goes to another chart: here all stays where it was.
      if (!carried && outside(at)) {
        carried = hands.carry(ids, from.chart, at.view);
        if (carried) show(starts);
      }
      if (carried) return hands.aimAt(null);
      show(place(at.chart.x - from.chart.x, at.chart.y - from.chart.y));
      hands.aimAt(aim(at));
    },
    commit: (at) => {
      if (carried) return hands.letGo();
      const moves = place(at.chart.x - from.chart.x, at.chart.y - from.chart.y);
      show(moves);
      hands.aimAt(null);
      hands.commitMoves(moves, undefined, aim(at) ?? undefined);
    },
    cancel: () => {
      hands.aimAt(null);
      show(starts);
      hands.select(before);
      hands.letGo();
    },
  };
}

import type { Gesture, Hands, Move, Pointer } from './gesture';

/** Drags the pressed item, with the whole selection when it is part of it. One move is committed on release. */
export function beginDragItems(hands: Hands, from: Pointer): Gesture | null {
  const pressed = from.target;
  if (pressed === null || from.kind !== 'entity') return null;
  const before = hands.selection();
  const within = before.entities.includes(pressed);
  const ids = within ? before.entities : [pressed];
  const starts: Move[] = ids.flatMap((id) => {
    const node = hands.cy.getElementById(id);
    return node.nonempty() && node.isNode() ? [{ subject: id, ...node.position() }] : [];
  });
  hands.hold(ids);
  if (!within) hands.select({ entities: [pressed], lines: [] });
  const place = (dx: number, dy: number): Move[] => starts.map((start) => ({ subject: start.subject, x: start.x + dx, y: start.y + dy }));
  const show = (moves: readonly Move[]): void => {
    hands.cy.batch(() => {
      for (const { subject, x, y } of moves) hands.cy.getElementById(subject).position({ x, y });
    });
  };
  return {
    move: (at) => show(place(at.chart.x - from.chart.x, at.chart.y - from.chart.y)),
    commit: (at) => {
      const moves = place(at.chart.x - from.chart.x, at.chart.y - from.chart.y);
      show(moves);
      hands.commitMoves(moves);
    },
    cancel: () => {
      show(starts);
      hands.select(before);
      hands.letGo();
    },
  };
}

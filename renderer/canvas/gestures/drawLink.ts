import type { Gesture, Hands, Pointer } from './gesture';

/** Draws a rubber line from one item to another; let go over an item, it asks for a link between them. */
export function beginDrawLink(hands: Hands, from: Pointer): Gesture | null {
  const source = from.target;
  if (source === null || from.kind !== 'entity') return null;
  let to = from;
  const mark = (at: Pointer | null): void => {
    const aimed = at?.target && at.kind === 'entity' && at.target !== source ? at.target : null;
    hands.cy.nodes('.target').removeClass('target');
    if (aimed !== null) hands.cy.getElementById(aimed).addClass('target');
    hands.aimAtItem(aimed);
  };
  return {
    move: (at) => {
      to = at;
      mark(at);
      hands.redraw();
    },
    commit: (at) => {
      mark(null);
      hands.redraw();
      if (at.target !== null && at.kind === 'entity' && at.target !== source) hands.drawLink(source, at.target);
    },
    cancel: () => {
      mark(null);
      hands.redraw();
    },
    paint: (context, theme) => {
      const start = hands.cy.getElementById(source).renderedPosition();
      context.strokeStyle = theme.accent;
      context.lineWidth = 2;
      context.setLineDash([6, 4]);
      context.beginPath();
      context.moveTo(start.x, start.y);
      context.lineTo(to.view.x, to.view.y);
      context.stroke();
      context.setLineDash([]);
    },
  };
}

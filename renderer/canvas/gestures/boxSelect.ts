import type { Gesture, Hands, Pointer } from './gesture';
import type { Selection } from '../../case/selection';

/** Selects the items whose middle is inside a rectangle drawn over empty space, and the lines between them. */
export function beginBoxSelect(hands: Hands, from: Pointer): Gesture {
  const before = hands.selection();
  let to = from;
  const within = (at: Pointer): Selection => {
    const left = Math.min(from.chart.x, at.chart.x);
    const right = Math.max(from.chart.x, at.chart.x);
    const top = Math.min(from.chart.y, at.chart.y);
    const bottom = Math.max(from.chart.y, at.chart.y);
    const entities = new Set(from.toggles ? before.entities : []);
    hands.cy.nodes().forEach((node) => {
      const { x, y } = node.position();
      if (x >= left && x <= right && y >= top && y <= bottom) entities.add(node.id());
    });
    return { entities: [...entities], lines: from.toggles ? before.lines : [] };
  };
  return {
    move: (at) => {
      to = at;
      hands.redraw();
    },
    commit: (at) => {
      hands.select(within(at));
      hands.redraw();
    },
    cancel: () => hands.redraw(),
    paint: (context, theme) => {
      context.fillStyle = theme.accent;
      context.globalAlpha = 0.1;
      context.fillRect(from.view.x, from.view.y, to.view.x - from.view.x, to.view.y - from.view.y);
      context.globalAlpha = 1;
      context.strokeStyle = theme.accent;
      context.lineWidth = 1;
      context.strokeRect(from.view.x + 0.5, from.view.y + 0.5, to.view.x - from.view.x, to.view.y - from.view.y);
    },
  };
}

import type { Core } from 'cytoscape';
import type { ChartView } from '../../shared/contract';
import type { KeptRow } from '../../shared/model/drawing';
import type { Theme } from './theme';

/** How far a line goes on beyond the outermost item, CSS pixels. */
const BEYOND = 34;

const NONE: readonly KeptRow[] = [];

/** Rows that a chart keeps, by the ids that it shows: who was joined with another since stands in them by that one, once. */
export function shownRows({ chart: { options }, entities }: Pick<ChartView, 'chart' | 'entities'>): readonly KeptRow[] {
  const rows = options?.rows ?? NONE;
  if (rows.length === 0) return NONE;
  const shown = new Map(entities.flatMap((entity) => (entity.members ?? []).map((member) => [member, entity.id] as const)));
  return rows.map((row) => ({ ...row, members: [...new Set(row.members.map((id) => shown.get(id) ?? id))] }));
}

/** Draws a quiet line behind each row and column that layouts keep, as far as its items stand on it. */
export function drawKeptRows(context: CanvasRenderingContext2D, cy: Core, rows: readonly KeptRow[], theme: Theme): void {
  if (rows.length === 0) return;
  context.save();
  context.strokeStyle = theme.quiet;
  context.globalAlpha = 0.5;
  context.lineWidth = 1;
  context.setLineDash([2, 4]);
  for (const { way, members } of rows) {
    const places = members.flatMap((id) => {
      const node = cy.getElementById(id);
      return node.empty() ? [] : [node.renderedPosition()];
    });
    if (places.length < 2) continue;
    const [along, across] = way === 'row' ? (['x', 'y'] as const) : (['y', 'x'] as const);
    const at = places.map((place) => place[across]);
    const line = at.toSorted((a, b) => a - b)[Math.floor(at.length / 2)]!;
    // What was moved out of the row by hand comes back with the next layout; the line shows where to.
    const [from, to] = [Math.min(...places.map((place) => place[along])) - BEYOND, Math.max(...places.map((place) => place[along])) + BEYOND];
    context.beginPath();
    if (way === 'row') {
      context.moveTo(from, line);
      context.lineTo(to, line);
    } else {
      context.moveTo(line, from);
      context.lineTo(line, to);
    }
    context.stroke();
  }
  context.restore();
}

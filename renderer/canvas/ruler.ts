import type { Core } from 'cytoscape';
import { ITEM_HEIGHT } from '../../shared/analysis/layout/graph';
import { rulerMarks, type Mark, type RulerUnit } from '../../shared/analysis/layout/ruler';
import type { Language } from '../../shared/values/kind';
import { LOCALES } from '../../shared/values/locale';
import { frameOf } from './blocks';
import type { Theme } from './theme';

/** A dated item where a layout by time has put it; those of a chart come in the order of time. */
export interface RulerItem {
  readonly id: string;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly x: number;
  readonly y: number;
}

const PLACE = 0.02;
/** Least way between two marks, CSS pixels. */
const LEAST = 96;
/** The ruler stays in the window, below the tools that float over it, CSS pixels. */
const TOP = 64;
const AIR = 16;
const TICK = 5;

const PARTS: Readonly<Record<RulerUnit, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  minute: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
};

/** A mark in words: as fine as the ruler is. */
export const markText = ({ time, unit }: Pick<Mark, 'time' | 'unit'>, language: Language): string => new Intl.DateTimeFormat(LOCALES[language], { ...PARTS[unit], timeZone: 'UTC' }).format(time);

/** Draws a date ruler over items that a layout has set along an axis of time, as long as most of them still stand there. */
export function drawRuler(context: CanvasRenderingContext2D, cy: Core, chart: string, { theme, font, language }: { readonly theme: Theme; readonly font: string; readonly language: Language }): void {
  const ruler = frameOf(chart)?.ruler ?? [];
  if (ruler.length < 2) return;
  const standing = ruler.filter(({ id, x, y }) => {
    const node = cy.getElementById(id);
    if (node.empty()) return false;
    const at = node.position();
    return Math.abs(at.x - x) <= PLACE && Math.abs(at.y - y) <= PLACE;
  });
  if (standing.length * 2 <= ruler.length || standing.length < 2) return;
  const zoom = cy.zoom();
  const pan = cy.pan();
  const [highest, lowest] = [Math.min(...standing.map(({ y }) => y)), Math.max(...standing.map(({ y }) => y))];
  const bottom = (lowest + ITEM_HEIGHT / 2) * zoom + pan.y;
  const line = Math.max(TOP, (highest - ITEM_HEIGHT / 2) * zoom + pan.y - AIR);
  if (bottom < line) return;
  const [left, right] = [standing[0]!.x * zoom + pan.x, standing.at(-1)!.x * zoom + pan.x];
  context.save();
  context.font = `500 11px ${font}`;
  context.textBaseline = 'bottom';
  context.textAlign = 'center';
  context.lineWidth = 1;
  context.strokeStyle = theme.quiet;
  context.beginPath();
  context.moveTo(left, line);
  context.lineTo(right, line);
  context.stroke();
  for (const mark of rulerMarks(standing, LEAST / zoom)) {
    const x = Math.round(mark.x * zoom + pan.x) + 0.5;
    context.globalAlpha = 0.22;
    context.beginPath();
    context.moveTo(x, line);
    context.lineTo(x, bottom);
    context.stroke();
    context.globalAlpha = 1;
    context.beginPath();
    context.moveTo(x, line - TICK);
    context.lineTo(x, line);
    context.stroke();
    const text = markText(mark, language);
    context.lineWidth = 4;
    context.strokeStyle = theme.background;
    context.strokeText(text, x, line - TICK - 1);
    context.lineWidth = 1;
    context.strokeStyle = theme.quiet;
    context.fillStyle = theme.quiet;
    context.fillText(text, x, line - TICK - 1);
  }
  context.restore();
}

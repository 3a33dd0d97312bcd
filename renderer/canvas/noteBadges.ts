import { DOTS_BELOW, type ShownItem } from './captions';
import { frameOf } from './elements';
import type { Theme } from './theme';

const BADGES_FROM = 0.4;
const LARGEST = 1.7;
const LEAST_DOT = 2.6;
const FADED = 0.35;

/** A folded sheet at the top left of an item that somebody wrote a note on; beside the mark of a contradiction where there is one. */
function drawSheet(context: CanvasRenderingContext2D, x: number, y: number, scale: number, theme: Theme): void {
  const [half, fold] = [5 * scale, 3.4 * scale];
  context.beginPath();
  context.moveTo(x - half, y - half);
  context.lineTo(x + half - fold, y - half);
  context.lineTo(x + half, y - half + fold);
  context.lineTo(x + half, y + half);
  context.lineTo(x - half, y + half);
  context.closePath();
  context.fillStyle = theme.name === 'dark' ? '#4a421f' : '#fff4bf';
  context.fill();
  context.strokeStyle = theme.name === 'dark' ? '#c9b04a' : '#8a7420';
  context.lineWidth = scale;
  context.stroke();
  context.beginPath();
  for (const line of [-0.5, 1.6]) {
    context.moveTo(x - 2.8 * scale, y + line * scale);
    context.lineTo(x + 2.6 * scale, y + line * scale);
  }
  context.stroke();
}

/** On the lower edge of an item: a dot for what has come into the case, a ring for what more has been said of. */
function drawNew(context: CanvasRenderingContext2D, x: number, y: number, radius: number, kind: 'added' | 'changed', theme: Theme): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = kind === 'added' ? theme.accent : theme.background;
  context.fill();
  context.strokeStyle = kind === 'added' ? theme.background : theme.accent;
  context.lineWidth = kind === 'added' ? 1 : Math.max(1.4, radius * 0.45);
  context.stroke();
}

/** Marks of notes, and of what is new since the moment that was asked for. */
export function drawNotesAndNews(context: CanvasRenderingContext2D, items: readonly ShownItem[], news: ReadonlyMap<string, 'added' | 'changed'>, zoom: number, theme: Theme): void {
  const scale = Math.min(LARGEST, zoom);
  for (const { data, x, y, faded } of items) {
    const form = frameOf(data);
    context.globalAlpha = faded ? FADED : 1;
    if (data.noted === true && zoom >= BADGES_FROM) {
      const left = x - (data.as === 'circle' ? form.width * 0.36 : Math.max(form.width * 0.4, form.width / 2 - 8)) * zoom;
      drawSheet(context, left - (data.contradicts ? 9 * scale : 0), y - Math.max(form.height * 0.44, form.height / 2 - 4) * zoom + scale, scale, theme);
    }
    const kind = news.get(data.id);
    if (kind !== undefined) drawNew(context, x, zoom < DOTS_BELOW ? y : y + (form.height / 2) * zoom, Math.max(LEAST_DOT, 4.2 * scale), kind, theme);
  }
  context.globalAlpha = 1;
}

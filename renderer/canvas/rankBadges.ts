import type { ShownItem } from './captions';
import { frameOf } from './elements';
import type { Theme } from './theme';

/** Below this zoom they could not be read. */
const FROM = 0.45;
/** Beyond this zoom they grow no more; the disc does. */
const LARGEST = 1.7;
/** Room for the head of a pin, chart units. */
const OVER_PIN = 9;

/** What a measure of the network says of each item (its rank, its group), on top of the ring where no other badge is. `ranks` by the ids that are drawn. */
export function drawRanks(context: CanvasRenderingContext2D, items: readonly ShownItem[], ranks: ReadonlyMap<string, string>, zoom: number, theme: Theme, font: string): void {
  if (ranks.size === 0 || zoom < FROM) return;
  const scale = Math.min(LARGEST, zoom);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `700 ${8.5 * scale}px ${font}`;
  for (const { data, x, y, faded } of items) {
    const text = ranks.get(data.id);
    if (text === undefined) continue;
    const width = Math.max(15 * scale, context.measureText(text).width + 8 * scale);
    const top = y - (frameOf(data).height / 2) * zoom - (data.pinned ? OVER_PIN : 3) * scale;
    context.globalAlpha = faded ? 0.35 : 1;
    context.beginPath();
    context.roundRect(x - width / 2, top - 6.5 * scale, width, 13 * scale, 3 * scale);
    context.fillStyle = theme.accent;
    context.fill();
    context.strokeStyle = theme.background;
    context.lineWidth = scale;
    context.stroke();
    context.fillStyle = theme.background;
    context.fillText(text, x, top + 0.4 * scale);
  }
  context.globalAlpha = 1;
}

import type { Family } from '../../shared/schema/types';
import { DOTS_BELOW, type ShownItem } from './captions';
import { visibleOn } from './colours';
import type { Theme } from './theme';

const LEAST = 2.2;
const RADIUS = 17;

/** Far out: each item as a dot in its own colour or that of its family, so that the shape of a large network can be seen. */
export function drawDots(context: CanvasRenderingContext2D, items: readonly ShownItem[], zoom: number, theme: Theme): void {
  if (zoom >= DOTS_BELOW) return;
  const radius = Math.max(LEAST, RADIUS * zoom);
  const paths = new Map<string, Path2D>();
  for (const { data, x, y, faded, foremost } of items) {
    const key = `${foremost ? 'accent' : (data.fill ?? data.family)} ${faded ? 'faded' : ''}`;
    let path = paths.get(key);
    if (!path) paths.set(key, (path = new Path2D()));
    path.moveTo(x + radius, y);
    path.arc(x, y, foremost ? radius * 1.6 : radius, 0, 2 * Math.PI);
  }
  for (const [key, path] of paths) {
    const [colour = '', faded] = key.split(' ');
    context.globalAlpha = faded ? 0.35 : 1;
    context.fillStyle = colour === 'accent' ? theme.accent : colour.startsWith('#') ? visibleOn(colour, theme.background, theme.text) : theme.families[colour as Family].ink;
    context.fill(path);
  }
  context.globalAlpha = 1;
}

import { DOTS_BELOW, type ShownItem } from './captions';
import { frameOf } from './elements';
import type { Theme } from './theme';

/** Below this zoom badges are left out; what is read and not only seen needs more. */
const BADGES_FROM = 0.4;
const TEXTS_FROM = 0.6;

/** Beyond this zoom they grow no more; the disc does. */
const LARGEST = 1.7;

const MOST_SOURCES = 99;

function pill(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, radius: number): void {
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, radius);
}

function drawGrading(context: CanvasRenderingContext2D, text: string, x: number, y: number, zoom: number, theme: Theme, font: string): void {
  context.font = `600 ${8 * zoom}px ${font}`;
  const width = context.measureText(text).width + 7 * zoom;
  const left = x + width / 2 - 5 * zoom;
  pill(context, left, y, width, 12 * zoom, 3 * zoom);
  context.fillStyle = theme.pill;
  context.fill();
  context.strokeStyle = theme.pillBorder;
  context.lineWidth = Math.max(0.6, zoom);
  context.stroke();
  context.fillStyle = theme.text;
  context.fillText(text, left, y + 0.4 * zoom);
}

function drawSources(context: CanvasRenderingContext2D, sources: number, x: number, y: number, zoom: number, theme: Theme, font: string): void {
  const text = sources > MOST_SOURCES ? `${MOST_SOURCES}+` : String(sources);
  context.font = `600 ${8 * zoom}px ${font}`;
  const width = Math.max(13.5 * zoom, context.measureText(text).width + 6 * zoom);
  pill(context, x, y, width, 13.5 * zoom, 7 * zoom);
  context.fillStyle = theme.badge;
  context.fill();
  context.strokeStyle = theme.background;
  context.lineWidth = zoom;
  context.stroke();
  context.fillStyle = theme.badgeText;
  context.fillText(text, x, y + 0.4 * zoom);
}

/** A lock, with the code beside it where there is room to read it; its right end is at `right`. */
export function drawHandling(context: CanvasRenderingContext2D, text: string, right: number, y: number, zoom: number, theme: Theme, font: string): void {
  context.font = `600 ${8 * zoom}px ${font}`;
  const width = 14 * zoom + (text === '' ? 0 : context.measureText(text).width + 2 * zoom);
  const x = right - width + 7 * zoom;
  pill(context, right - width / 2, y, width, 14 * zoom, 7 * zoom);
  context.fillStyle = theme.pill;
  context.fill();
  context.strokeStyle = theme.danger;
  context.lineWidth = zoom;
  context.stroke();
  context.fillStyle = theme.text;
  context.textAlign = 'left';
  context.fillText(text, x + 6 * zoom, y + 0.4 * zoom);
  context.textAlign = 'center';
  context.fillStyle = theme.danger;
  context.fillRect(x - 3 * zoom, y - 0.6 * zoom, 6 * zoom, 4.4 * zoom);
  context.beginPath();
  context.arc(x, y - 0.8 * zoom, 2 * zoom, Math.PI, 2 * Math.PI);
  context.lineWidth = 1.1 * zoom;
  context.stroke();
}

/** Suspects and convicted stand in a dark block; victims and witnesses in a ring, all others in a plain frame: told apart by letters and shape, in print as well. */
function drawCategory(context: CanvasRenderingContext2D, text: string, form: NonNullable<ShownItem['data']['categoryForm']>, x: number, y: number, zoom: number, theme: Theme, font: string): void {
  context.font = `700 ${7.5 * zoom}px ${font}`;
  const width = Math.max(12 * zoom, context.measureText(text).width + (form === 'ring' ? 8 : 5) * zoom);
  pill(context, x, y, width, 12 * zoom, form === 'ring' ? 6 * zoom : 1.5 * zoom);
  context.fillStyle = form === 'block' ? theme.text : theme.background;
  context.fill();
  context.strokeStyle = form === 'block' ? theme.background : theme.text;
  context.lineWidth = (form === 'ring' ? 1.4 : 0.8) * zoom;
  context.stroke();
  context.fillStyle = form === 'block' ? theme.background : theme.text;
  context.fillText(text, x, y + 0.4 * zoom);
}

/** Two discs that overlap, with how many records this one stands for: at the right, where no other badge is. */
function drawMembers(context: CanvasRenderingContext2D, members: number, x: number, y: number, zoom: number, theme: Theme, font: string): void {
  const text = members > MOST_SOURCES ? `${MOST_SOURCES}+` : String(members);
  context.font = `600 ${8 * zoom}px ${font}`;
  const width = 18 * zoom + context.measureText(text).width;
  pill(context, x, y, width, 13.5 * zoom, 3 * zoom);
  context.fillStyle = theme.pill;
  context.fill();
  context.strokeStyle = theme.accent;
  context.lineWidth = zoom;
  context.stroke();
  const left = x - width / 2;
  for (const at of [6.2, 9.4]) {
    context.beginPath();
    context.arc(left + at * zoom, y, 2.9 * zoom, 0, 2 * Math.PI);
    context.stroke();
  }
  context.fillStyle = theme.text;
  context.textAlign = 'left';
  context.fillText(text, left + 14.2 * zoom, y + 0.4 * zoom);
  context.textAlign = 'center';
}

/** How many entities a closed group stands for, on its lower right corner. */
function drawHeld(context: CanvasRenderingContext2D, text: string, x: number, y: number, zoom: number, ring: string, theme: Theme, font: string): void {
  context.font = `700 ${9 * zoom}px ${font}`;
  const width = Math.max(16 * zoom, context.measureText(text).width + 8 * zoom);
  pill(context, x, y, width, 15 * zoom, 7.5 * zoom);
  context.fillStyle = theme.pill;
  context.fill();
  context.strokeStyle = ring;
  context.lineWidth = 1.2 * zoom;
  context.stroke();
  context.fillStyle = theme.text;
  context.fillText(text, x, y + 0.4 * zoom);
}

/** The counts of closed groups are read also where other badges would be too small: without them a group would pass for one thing. */
function drawCounts(context: CanvasRenderingContext2D, items: readonly ShownItem[], zoom: number, theme: Theme, font: string): void {
  if (zoom < DOTS_BELOW) return;
  for (const { data, x, y, faded } of items) {
    if (data.held === undefined) continue;
    const { width, height } = frameOf(data);
    context.globalAlpha = faded ? 0.35 : 1;
    drawHeld(context, data.held, x + (width / 2) * zoom + 1, y + height * 0.4 * zoom, Math.max(0.85, Math.min(LARGEST, zoom)), data.ring ?? theme.quiet, theme, font);
  }
  context.globalAlpha = 1;
}

function drawDot(context: CanvasRenderingContext2D, x: number, y: number, zoom: number, theme: Theme): void {
  context.beginPath();
  context.arc(x, y, 5 * zoom, 0, 2 * Math.PI);
  context.fillStyle = theme.amber;
  context.fill();
  context.strokeStyle = theme.background;
  context.lineWidth = zoom;
  context.stroke();
}

/** A pin's head on top of the ring: this item stays where it is in every layout. */
function drawPin(context: CanvasRenderingContext2D, x: number, y: number, zoom: number, theme: Theme): void {
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1.4 * zoom;
  context.beginPath();
  context.moveTo(x, y + 5 * zoom);
  context.lineTo(x, y);
  context.stroke();
  context.beginPath();
  context.arc(x, y - 1.5 * zoom, 3 * zoom, 0, 2 * Math.PI);
  context.fillStyle = theme.quiet;
  context.fill();
  context.strokeStyle = theme.background;
  context.lineWidth = zoom * 0.8;
  context.stroke();
}

/** The corners of each disc: grading top right, sources bottom right, handling bottom left, contradiction top left; the category at the left, how many records it stands for at the right, a pin on top. */
export function drawBadges(context: CanvasRenderingContext2D, items: readonly ShownItem[], zoom: number, theme: Theme, font: string): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  drawCounts(context, items, zoom, theme, font);
  if (zoom < BADGES_FROM) return;
  const scale = Math.min(LARGEST, zoom);
  for (const { data, x, y, faded } of items) {
    const form = frameOf(data);
    // On a large frame they stand in its corners, not in its middle.
    const aside = data.as === 'circle' ? form.width * 0.36 : Math.max(form.width * 0.4, form.width / 2 - 8);
    const right = x + aside * zoom;
    const left = x - aside * zoom;
    const top = y - (data.as === 'circle' ? form.height * 0.36 : Math.max(form.height * 0.44, form.height / 2 - 4)) * zoom;
    const bottom = y + (data.as === 'circle' ? form.height * 0.34 : Math.max(form.height * 0.36, form.height / 2 - 6)) * zoom;
    context.globalAlpha = faded ? 0.35 : 1;
    if (data.pinned) drawPin(context, x, y - (form.height / 2 + 2) * zoom, scale, theme);
    if (data.contradicts) drawDot(context, left, top + 2 * zoom, scale, theme);
    if (data.handling !== '') drawHandling(context, zoom < TEXTS_FROM ? '' : data.handling, left + 7 * scale, bottom, scale, theme, font);
    // A block of words has no frame with corners.
    if (zoom < TEXTS_FROM || data.as === 'text') continue;
    if (data.category !== undefined && data.categoryForm !== undefined) drawCategory(context, data.category, data.categoryForm, x - (form.width / 2) * zoom, y - 1.5 * scale, scale, theme, font);
    if (data.members !== undefined) drawMembers(context, data.members, x + (form.width / 2 + 5) * zoom, y - 1.5 * scale, scale, theme, font);
    if (data.grading !== '') drawGrading(context, data.grading, right, top, scale, theme, font);
    if (data.sources > 0) drawSources(context, data.sources, right, bottom, scale, theme, font);
  }
  context.globalAlpha = 1;
}

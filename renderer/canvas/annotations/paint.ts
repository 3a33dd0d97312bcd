import type { AnnotationRecord } from '../../../shared/model/drawing';
import { contrast, mixed, visibleOn } from '../colours';
import type { Theme } from '../theme';
import type { Point } from '../viewport';
import { boxOf, handlesOf, lettersOf, type Placed } from './geometry';
import { wrapped, withinLines } from './wrap';

/** Where the chart is in the window. */
export interface View {
  readonly zoom: number;
  readonly pan: Point;
  readonly theme: Theme;
  readonly font: string;
}

export const PAD = 8;
export const LINE_HEIGHT = 1.3;
/** Headings say from far away what a part of the chart is about: they do not become smaller than this, CSS px. */
const LEAST_HEADING = 13;
/** Names of boxes and circles neither, as long as their frame is this wide. */
const LEAST_NAME = 9.5;
const LEAST_FRAME = 60;
/** Words smaller than this are grey lines. */
const READABLE = 4.5;
const HANDLE = 4;
const PAPER = { light: { paper: '#fff4bf', edge: '#d9bc4a', ink: '#3d3200' }, dark: { paper: '#4a421f', edge: '#8a7a35', ink: '#f6ecc3' }, print: { paper: '#fff8d8', edge: '#a08a2a', ink: '#111418' } } as const;
const DASHES = { solid: [], dashed: [7, 4], dotted: [1.6, 3.6] } as const;

/** Ground and ink of a note, in its own colour where it has one. */
function paperOf({ style }: AnnotationRecord, theme: Theme): { paper: string; edge: string; ink: string } {
  if (style?.colour === undefined) return PAPER[theme.name];
  const paper = mixed(theme.background, style.colour, 0.28);
  return { paper, edge: visibleOn(style.colour, theme.background, theme.text), ink: contrast(theme.text, paper) > 4.5 ? theme.text : theme.background };
}

const inkOf = ({ style }: AnnotationRecord, theme: Theme, usual: string): string => (style?.colour === undefined ? usual : visibleOn(style.colour, theme.background, theme.text));

function dashed(context: CanvasRenderingContext2D, { style }: AnnotationRecord, width: number): void {
  context.setLineDash(DASHES[style?.line ?? 'solid'].map((length) => length * Math.max(1, width * 0.7)));
  context.lineCap = style?.line === 'dotted' ? 'round' : 'butt';
}

/** Boxes and circles: under lines and items. */
export function paintUnder(context: CanvasRenderingContext2D, placed: readonly Placed[], view: View): void {
  const { zoom, pan, theme } = view;
  for (const each of placed) {
    const { record } = each;
    if (record.kind !== 'box' && record.kind !== 'circle') continue;
    const box = boxOf(each);
    const [x, y, width, height] = [box.left * zoom + pan.x, box.top * zoom + pan.y, (box.right - box.left) * zoom, (box.bottom - box.top) * zoom];
    const ink = inkOf(record, theme, theme.quiet);
    context.beginPath();
    if (record.kind === 'box') context.roundRect(x, y, width, height, Math.min(8 * zoom, 8));
    else context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
    context.globalAlpha = each.strength * (record.style?.colour === undefined ? 0.05 : 0.1);
    context.fillStyle = ink;
    context.fill();
    context.globalAlpha = each.strength;
    context.strokeStyle = ink;
    context.lineWidth = Math.max(1, Math.min(2, 1.6 * zoom));
    dashed(context, record, context.lineWidth);
    context.stroke();
    context.setLineDash([]);
  }
  context.globalAlpha = 1;
}

/** Notes, headings, text, arrows, and what is written in boxes and circles: over lines and items, under their names. */
export function paintOver(context: CanvasRenderingContext2D, placed: readonly Placed[], view: View, editing: string | null): void {
  context.lineJoin = 'round';
  for (const each of placed) {
    context.globalAlpha = each.strength;
    if (each.tie !== null) paintTie(context, each, view);
    if (each.record.kind === 'arrow') paintArrow(context, each, view);
    else if (each.record.id !== editing) paintWords(context, each, view);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/** A thin line to what a note is tied to, from the nearest point of its edge. */
function paintTie(context: CanvasRenderingContext2D, placed: Placed, { zoom, pan, theme }: View): void {
  const { tie } = placed;
  if (tie === null) return;
  const box = boxOf(placed);
  const near = { x: Math.max(box.left, Math.min(box.right, tie.x)), y: Math.max(box.top, Math.min(box.bottom, tie.y)) };
  const away = Math.hypot(near.x - tie.x, near.y - tie.y);
  // From the edge of a disc on; under it nothing is to be seen.
  const disc = 21;
  if (away <= disc) return;
  const share = disc / away;
  context.strokeStyle = placed.record.kind === 'note' ? paperOf(placed.record, theme).edge : theme.quiet;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  context.moveTo(near.x * zoom + pan.x, near.y * zoom + pan.y);
  context.lineTo((tie.x + (near.x - tie.x) * share) * zoom + pan.x, (tie.y + (near.y - tie.y) * share) * zoom + pan.y);
  context.stroke();
  context.setLineDash([]);
}

function paintArrow(context: CanvasRenderingContext2D, placed: Placed, view: View): void {
  const { zoom, pan, theme } = view;
  const { record, x, y, width, height } = placed;
  const from = { x: x * zoom + pan.x, y: y * zoom + pan.y };
  const to = { x: (x + width) * zoom + pan.x, y: (y + height) * zoom + pan.y };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return;
  const ink = inkOf(record, theme, theme.text);
  const thick = Math.max(1.2, Math.min(4, 2.2 * zoom));
  const head = Math.min(length * 0.6, Math.max(7, 13 * Math.min(zoom, 1.6)));
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const neck = { x: to.x - ux * head, y: to.y - uy * head };
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineWidth = thick;
  dashed(context, record, thick);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(neck.x + ux * head * 0.2, neck.y + uy * head * 0.2);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(to.x, to.y);
  context.lineTo(neck.x - uy * head * 0.45, neck.y + ux * head * 0.45);
  context.lineTo(neck.x + uy * head * 0.45, neck.y - ux * head * 0.45);
  context.closePath();
  context.fill();
  const size = lettersOf(record) * zoom;
  if (record.text === '' || size < READABLE) return;
  context.font = `600 ${size}px ${view.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  haloed(context, record.text.replaceAll('\n', ' '), (from.x + to.x) / 2, (from.y + to.y) / 2, size, ink, theme);
}

function haloed(context: CanvasRenderingContext2D, text: string, x: number, y: number, size: number, ink: string, theme: Theme): void {
  context.strokeStyle = theme.background;
  context.lineWidth = Math.max(2.4, size * 0.28);
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function paintWords(context: CanvasRenderingContext2D, placed: Placed, view: View): void {
  const { zoom, pan, theme, font } = view;
  const { record } = placed;
  const box = boxOf(placed);
  const [x, y, width, height] = [box.left * zoom + pan.x, box.top * zoom + pan.y, (box.right - box.left) * zoom, (box.bottom - box.top) * zoom];
  if (x > context.canvas.width || y > context.canvas.height || x + width < -400 || y + height < -100) return;
  const { kind } = record;
  if (kind === 'note') paintPaper(context, record, x, y, width, height, theme);
  if (record.text === '') return;
  const heading = kind === 'heading';
  const framed = kind === 'box' || kind === 'circle';
  const size = heading ? Math.max(LEAST_HEADING, lettersOf(record) * zoom) : framed && width > LEAST_FRAME ? Math.max(LEAST_NAME, lettersOf(record) * zoom) : lettersOf(record) * zoom;
  const pad = kind === 'text' || heading ? 0 : PAD * zoom;
  if (size < READABLE) {
    if (kind === 'note') paintGreeked(context, record, x, y, width, height, theme);
    return;
  }
  context.font = `${heading ? 700 : kind === 'note' || kind === 'text' ? 400 : 600} ${size}px ${font}`;
  context.textBaseline = 'alphabetic';
  const widthOf = (text: string): number => context.measureText(text).width;
  const lines = heading && size > lettersOf(record) * zoom ? record.text.split('\n') : wrapped(record.text, Math.max(1, width - 2 * pad), widthOf);
  if (framed) {
    const ink = inkOf(record, theme, theme.quiet);
    context.textAlign = kind === 'circle' ? 'center' : 'left';
    withinLines(lines, 2).forEach((line, at) => haloed(context, line, kind === 'circle' ? x + width / 2 : x + pad, y + size * (kind === 'circle' ? 1.7 : 1.3) + at * size * LINE_HEIGHT, size, ink, theme));
    return;
  }
  context.textAlign = 'left';
  const most = kind === 'note' ? Math.floor((height - 2 * pad + size * 0.3) / (size * LINE_HEIGHT)) : Infinity;
  const ink = kind === 'note' ? paperOf(record, theme).ink : inkOf(record, theme, theme.text);
  withinLines(lines, most).forEach((line, at) => {
    const baseline = y + pad + size * 0.98 + at * size * LINE_HEIGHT;
    if (kind !== 'note') return haloed(context, line, x, baseline, size, ink, theme);
    context.fillStyle = ink;
    context.fillText(line, x + pad, baseline);
  });
}

function paintPaper(context: CanvasRenderingContext2D, record: AnnotationRecord, x: number, y: number, width: number, height: number, theme: Theme): void {
  const { paper, edge } = paperOf(record, theme);
  context.beginPath();
  context.roundRect(x, y, width, height, 3);
  context.fillStyle = paper;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = 1;
  dashed(context, record, 1);
  context.stroke();
  context.setLineDash([]);
}

function paintGreeked(context: CanvasRenderingContext2D, record: AnnotationRecord, x: number, y: number, width: number, height: number, theme: Theme): void {
  context.strokeStyle = paperOf(record, theme).edge;
  context.lineWidth = 1;
  context.beginPath();
  for (let line = 1; line <= 3; line += 1) {
    context.moveTo(x + width * 0.15, y + (height * line) / 4);
    context.lineTo(x + width * (line === 3 ? 0.6 : 0.85), y + (height * line) / 4);
  }
  context.stroke();
}

/** The frame and handles of the one that is selected; `quiet` for one that the pointer is over. */
export function paintFrame(context: CanvasRenderingContext2D, placed: Placed, { zoom, pan, theme }: View, quiet: boolean): void {
  const box = boxOf(placed);
  context.strokeStyle = theme.accent;
  context.lineWidth = quiet ? 1 : 1.5;
  context.globalAlpha = quiet ? 0.5 : 1;
  if (placed.record.kind !== 'arrow') context.strokeRect(box.left * zoom + pan.x - 3, box.top * zoom + pan.y - 3, (box.right - box.left) * zoom + 6, (box.bottom - box.top) * zoom + 6);
  if (!quiet || placed.record.kind === 'arrow') {
    for (const { at } of handlesOf(placed)) {
      context.beginPath();
      context.rect(at.x * zoom + pan.x - HANDLE, at.y * zoom + pan.y - HANDLE, HANDLE * 2, HANDLE * 2);
      context.fillStyle = theme.background;
      context.fill();
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

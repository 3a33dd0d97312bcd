import type { Figure } from '../../shared/briefing/document';
import { boxAround, Taken } from './boxes';
import { sizeOnPaper } from './markSize';
import { layOutFrames, roomOfFrames, type DrawnFrame } from './figureFrames';
import { layOutLines, type DrawnLine } from './figureLines';
import { layOutMarks, markCorners, type DrawnMark } from './figureMarksLayout';
import { placeLabels, type NodeLabel } from './figureLabels';

/** Room that a figure may take, CSS px. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export type FigureNode = Figure['nodes'][number];

/** A node at its place on paper. */
export interface DrawnNode {
  readonly node: FigureNode;
  readonly x: number;
  readonly y: number;
  readonly label: NodeLabel | null;
}

/** A figure as it is drawn: everything inside 0…width and 0…height, CSS px. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  /** CSS px per chart unit of the marks; places may stand closer or wider. */
  readonly markScale: number;
  readonly fontSize: number;
  /** Badges are left out where they could not be read. */
  readonly badges: boolean;
  readonly nodes: readonly DrawnNode[];
  readonly lines: readonly DrawnLine[];
  /** Frames round what open groups hold, those that lie round others first. */
  readonly frames: readonly DrawnFrame[];
  /** What is written and drawn beside the nodes. */
  readonly marks: readonly DrawnMark[];
  /** Number of nodes whose name found no room. */
  readonly unlabelled: number;
  /** True when a line that stands for several, or for an amount, goes without its number. */
  readonly unnumbered: boolean;
}

/** Marks of the canvas are about this wide, chart units. */
export const MARK = 36;
/** 5.5 pt, below which nothing is printed, and the size at which figures look best. */
const SMALLEST_TEXT = 7.4;
const LARGEST_TEXT = 9.6;
const SMALLEST_MARK = 0.24;
const LARGEST_MARK = 0.78;
/** A chart that must be drawn small may be pulled this much taller or wider, so that its names find room. */
const MOST_STRETCH = 1.6;
const BADGES_FROM = 0.4;
/** Room around the outermost marks for names, and names under the lowest, CSS px. */
const SIDE = 46;
const ABOVE = 16;
const BELOW = 34;

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);
const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * Lays a chart out for paper: places keep their arrangement and are scaled to the room, upright and at most pulled a little taller or wider; marks shrink less than places, names never below 5.5 pt.
 * Where names would cover each other, those of the most linked items stay.
 */
export function layOutFigure(figure: Figure, room: Room): FigureLayout {
  const points = figure.nodes.map((node) => ({ x: finite(node.x), y: finite(node.y) }));
  const corners = [...points, ...markCorners(figure.annotations ?? []).map(({ x, y }) => ({ x: finite(x), y: finite(y) }))];
  const left = corners.reduce((least, { x }) => Math.min(least, x), Infinity);
  const right = corners.reduce((most, { x }) => Math.max(most, x), -Infinity);
  const top = corners.reduce((least, { y }) => Math.min(least, y), Infinity);
  const bottom = corners.reduce((most, { y }) => Math.max(most, y), -Infinity);
  const [spanX, spanY] = points.length === 0 ? [0, 0] : [right - left, bottom - top];
  const framed = roomOfFrames(figure.frames ?? [], LARGEST_TEXT);
  const grown = figure.nodes.reduce((most, node) => Math.max(most, (sizeOnPaper(node.size) - 1) * (MARK / 2) * LARGEST_MARK), 0);
  const [beside, above, below] = [SIDE + framed.beside + grown, ABOVE + framed.above + grown, BELOW + framed.beside + grown];
  const fit = { x: (room.width - 2 * beside) / Math.max(spanX, 1), y: (room.height - above - below) / Math.max(spanY, 1) };
  const scale = Math.min(fit.x, fit.y, 1);
  const across = Math.min(fit.x, scale * MOST_STRETCH, Math.max(scale, 1));
  const down = Math.min(fit.y, scale * MOST_STRETCH, Math.max(scale, 1));
  const markScale = between(Math.sqrt(across * down) * 1.05, Math.min(SMALLEST_MARK, crowdedScale(points.length, room)), LARGEST_MARK);
  const fontSize = between(11 * Math.sqrt(across * down), SMALLEST_TEXT, LARGEST_TEXT);
  const height = Math.min(room.height, spanY * down + above + below);
  const offset = { x: (room.width - spanX * across) / 2 - (points.length === 0 ? 0 : left * across), y: above - (points.length === 0 ? 0 : top * down) };
  const placed = figure.nodes.map((node, index) => ({ node, x: (points[index]?.x ?? 0) * across + offset.x, y: (points[index]?.y ?? 0) * down + offset.y }));

  const taken = new Taken();
  const side = MARK * markScale;
  for (const { node, x, y } of placed) taken.add(boxAround(x, y, side * sizeOnPaper(node.size), side * sizeOnPaper(node.size)));
  const lines = layOutLines(figure.lines, placed, { markRadius: side / 2, fontSize, taken });
  const labels = placeLabels(placed, figure.lines, { markRadius: side / 2, fontSize, taken, width: room.width, height });
  const nodes = placed.map(({ node, x, y }) => ({ node, x, y, label: labels.get(node.id) ?? null }));
  const marks = layOutMarks(figure.annotations ?? [], new Map(placed.map(({ node, x, y }) => [node.id, { x, y }])), ({ x, y }) => ({ x: x * across + offset.x, y: y * down + offset.y }), { across, down }, side / 2);
  const frames = layOutFrames(figure.frames ?? [], nodes, { markRadius: side / 2, fontSize, width: room.width, height });
  return { width: room.width, height, frames, markScale, fontSize, badges: markScale >= BADGES_FROM, nodes, lines, marks, unlabelled: nodes.filter(({ label }) => label === null).length, unnumbered: lines.some((line) => line.unnumbered) };
}

/** Marks of a very full chart may become dots: so many must fit the room with air between them. */
function crowdedScale(count: number, room: Room): number {
  return Math.sqrt((room.width * room.height) / Math.max(count, 1)) / (2.2 * MARK);
}

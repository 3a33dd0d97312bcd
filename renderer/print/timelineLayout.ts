import type { Block } from '../../shared/briefing/document';
import { keyLine, textWidth } from './figureText';

type Timeline = Extract<Block, { kind: 'timeline' }>;

/** A happening at its place, CSS px from the left and top of its sheet. */
export interface DrawnEvent {
  readonly x: number;
  /** Right end of what lasted; null for a moment. */
  readonly until: number | null;
  readonly y: number;
  /** Baseline and start of its text; null where it found no room. */
  readonly text: { readonly x: number; readonly y: number; readonly text: string } | null;
}

export interface DrawnLane {
  readonly caption: string;
  readonly family: string;
  readonly icon: string;
  readonly top: number;
  readonly height: number;
  /** Height of the line that its happenings stand on. */
  readonly line: number;
  readonly events: readonly DrawnEvent[];
}

/** So many lanes as fit one page, under one axis. */
export interface TimelineSheet {
  readonly height: number;
  readonly lanes: readonly DrawnLane[];
}

export interface TimelineLayout {
  readonly width: number;
  /** Left edge of the line of time. */
  readonly left: number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly sheets: readonly TimelineSheet[];
  readonly fontSize: number;
}

/** Height of the axis with its dates, and of one row of texts, CSS px. */
export const AXIS = 22;
const ROW = 12.5;
const MOST_ROWS = 4;
const LINE_ROOM = 16;
const CAPTION = 142;
const RIGHT = 10;
const FONT_SIZE = 8.8;

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Lays happenings out along their line: each text in the first row where it meets no other, to the right of its mark or, near the edge, to the left. */
function layOutLane(lane: Timeline['lanes'][number], top: number, left: number, right: number): DrawnLane {
  const taken: { from: number; to: number }[][] = [];
  const placed = lane.events.map((event) => {
    const x = left + between(event.at, 0, 1) * (right - left);
    const until = event.until === null ? null : Math.max(x, left + between(event.until, 0, 1) * (right - left));
    const said = event.count > 1 ? `${event.text} (${event.count})` : event.text;
    const text = keyLine(said);
    const wide = textWidth(text, FONT_SIZE) + 6;
    const from = x + wide <= right ? x : Math.max(left, right - wide);
    let row = -1;
    for (let at = 0; at < MOST_ROWS && row < 0; at += 1) {
      if (!(taken[at] ?? []).some((each) => from < each.to && each.from < from + wide)) row = at;
    }
    if (row >= 0) (taken[row] ??= []).push({ from, to: from + wide });
    return { x, until, row, from, text };
  });
  const rows = Math.max(1, taken.length);
  const line = top + LINE_ROOM * 0.55;
  const events = placed.map(({ x, until, row, from, text }): DrawnEvent => ({ x, until, y: line, text: row < 0 ? null : { x: from + 3, y: line + 15 + row * ROW, text } }));
  return { caption: lane.caption, family: lane.family, icon: lane.icon, top, line, height: LINE_ROOM + rows * ROW + 5, events };
}

/** Drops dates of the axis that would cover the one before them. */
function ticksOf(ticks: Timeline['ticks'], left: number, right: number): TimelineLayout['ticks'] {
  const kept: { x: number; text: string }[] = [];
  let end = -Infinity;
  for (const { at, text } of ticks) {
    const half = textWidth(text, FONT_SIZE) / 2;
    const x = left + between(at, 0, 1) * (right - left);
    const from = between(x - half, left - 8, right + RIGHT - half * 2);
    if (from < end + 4) continue;
    kept.push({ x, text });
    end = from + half * 2;
  }
  return kept;
}

/** Lays a timeline out for paper, on as many sheets of at most `height` as it needs; every lane stays whole. Widths and heights in CSS px. */
export function layOutTimeline(timeline: Pick<Timeline, 'ticks' | 'lanes'>, width: number, height: number): TimelineLayout {
  const [left, right] = [CAPTION, width - RIGHT];
  const sheets: { height: number; lanes: DrawnLane[] }[] = [];
  for (const lane of timeline.lanes) {
    const last = sheets.at(-1);
    const drawn = layOutLane(lane, last?.height ?? AXIS, left, right);
    if (last !== undefined && drawn.top + drawn.height <= height) {
      last.lanes.push(drawn);
      last.height = drawn.top + drawn.height;
    } else {
      const first = layOutLane(lane, AXIS, left, right);
      sheets.push({ height: AXIS + first.height, lanes: [first] });
    }
  }
  return { width, left, ticks: ticksOf(timeline.ticks, left, right), sheets, fontSize: FONT_SIZE };
}

import { ITEM_HEIGHT, ITEM_WIDTH } from './graph';
import { Occupancy } from './overlap';

/** Rings are as much wider than high as a window is: items are wide. */
export const FLAT = 1.5;
/** Half the width of the ring nearest to the hub, and how much wider each next ring is. */
const FIRST = 158;
const NEXT = 114;
/** Half the angle that stays free towards what else the hub is linked to, so that its lines can be seen. */
const LANE = 0.24;
/** Chart units between two places that are tried on a ring. */
const FINE = 7;

/** Where leaves stand round their hub, relative to it, chart units. */
export interface Petals {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const turnBetween = (a: number, b: number): number => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));

/** The middle of the widest gap between directions. */
function awayFrom(directions: readonly number[]): number {
  const sorted = [...directions].sort((a, b) => a - b);
  let widest = -1;
  let away = 0;
  sorted.forEach((direction, i) => {
    const gap = (i + 1 < sorted.length ? sorted[i + 1]! : sorted[0]! + 2 * Math.PI) - direction;
    if (gap > widest + 1e-9) [widest, away] = [gap, direction + gap / 2];
  });
  return away;
}

/**
 * Packs `count` leaves on arcs round a hub at the origin, nearest ring first, none on another. `directions` are the angles in which
 * the hub is linked to other things: leaves open away from these. Without any they stand evenly all round.
 */
export function petals(count: number, directions: readonly number[] = []): Petals {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const taken = new Occupancy(x, y);
  const away = awayFrom(directions);
  // Where nearly every direction has a line, lanes would leave no room for leaves.
  const lanes = directions.length * LANE * 2 < Math.PI * 1.1 ? directions : [];
  let placed = 0;
  const set = (angle: number, radius: number): boolean => {
    const px = Math.cos(angle) * radius;
    const py = (Math.sin(angle) * radius) / FLAT;
    if (!taken.isFree(px, py) || (Math.abs(px) < ITEM_WIDTH && Math.abs(py) < ITEM_HEIGHT)) return false;
    if (lanes.some((lane) => turnBetween(Math.atan2(py, px), lane) < LANE)) return false;
    x[placed] = px;
    y[placed] = py;
    taken.add(placed);
    placed++;
    return true;
  };
  for (let radius = FIRST; placed < count; radius += NEXT) {
    if (lanes.length === 0 && directions.length === 0 && setEvenly(count - placed, radius)) break;
    const steps = Math.ceil((Math.PI * radius) / FINE);
    for (let i = 0; i <= steps && placed < count; i++) {
      const turn = (i / steps) * Math.PI;
      set(away + turn, radius);
      if (i > 0 && i < steps && placed < count) set(away - turn, radius);
    }
  }
  return { x, y };

  /** The last leaves of a hub that stands alone share a whole ring, where that has room for all of them. */
  function setEvenly(rest: number, radius: number): boolean {
    const from = placed;
    for (let i = 0; i < rest; i++) {
      const angle = away + ((i + 0.5 * (from > 0 ? 1 : 0)) / rest) * 2 * Math.PI;
      const px = Math.cos(angle) * radius;
      const py = (Math.sin(angle) * radius) / FLAT;
      for (let u = 0; u < from + i; u++) if (Math.abs(x[u]! - px) < ITEM_WIDTH && Math.abs(y[u]! - py) < ITEM_HEIGHT) return false;
      if (Math.abs(px) < ITEM_WIDTH && Math.abs(py) < ITEM_HEIGHT) return false;
      x[from + i] = px;
      y[from + i] = py;
    }
    placed = count;
    return true;
  }
}

/** The reach of leaves about their hub in the direction in which rings are wide, their own room counted. */
export function reachOf({ x, y }: Petals): number {
  let reach = ITEM_WIDTH * 0.5;
  for (let i = 0; i < x.length; i++) reach = Math.max(reach, Math.hypot(x[i]!, y[i]! * FLAT) + ITEM_WIDTH * 0.45);
  return reach;
}

/** Leaves that several hubs share, in a small block round the origin. */
export function sharedBlock(count: number): Petals {
  const columns = count <= 4 ? 1 : Math.max(1, Math.round(Math.sqrt(count * 0.6)));
  const rows = Math.ceil(count / columns);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, count - row * columns);
    x[i] = ((i % columns) - (inRow - 1) / 2) * (ITEM_WIDTH + 8);
    y[i] = (row - (rows - 1) / 2) * (ITEM_HEIGHT + 8);
  }
  return { x, y };
}

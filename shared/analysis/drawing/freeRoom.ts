/** Middle of something on a chart, chart units. */
export interface Spot { readonly x: number; readonly y: number }

/** Closer than this two discs, or a disc and a name below one, lie on one another; and what is set anew keeps this far from all else, so that names are free as well. */
const REACH = { x: 44, y: 56 };
const AIR = { x: 104, y: 66 };
/** How far apart places are that are tried, and how far out, chart units. */
const STEP = 40;
const FURTHEST = 50;

/** What lies on a chart, in cells, to ask what is free. */
export class FreeRoom {
  private readonly cells = new Map<string, Spot[]>();
  private lowest = -Infinity;

  constructor(spots: Iterable<Spot>) {
    for (const spot of spots) this.add(spot);
  }

  add(spot: Spot): void {
    const key = `${Math.floor(spot.x / AIR.x)} ${Math.floor(spot.y / AIR.y)}`;
    const cell = this.cells.get(key);
    if (cell) cell.push(spot);
    else this.cells.set(key, [spot]);
    this.lowest = Math.max(this.lowest, spot.y);
  }

  /** `reach` at most that of the cells. */
  private touches({ x, y }: Spot, reach: Spot): boolean {
    const [column, row] = [Math.floor(x / AIR.x), Math.floor(y / AIR.y)];
    for (let across = column - 1; across <= column + 1; across += 1) {
      for (let down = row - 1; down <= row + 1; down += 1) {
        if (this.cells.get(`${across} ${down}`)?.some((other) => Math.abs(other.x - x) < reach.x && Math.abs(other.y - y) < reach.y)) return true;
      }
    }
    return false;
  }

  /**
   * How far things that keep their places to one another must be moved so that none of them lies on anything: the nearest way that is found, {x: 0, y: 0} where they lie free
   * already. Where there is no room within reach, they are set below all else.
   */
  way(spots: readonly Spot[]): Spot {
    const free = (dx: number, dy: number, reach: Spot): boolean => !spots.some(({ x, y }) => this.touches({ x: x + dx, y: y + dy }, reach));
    if (free(0, 0, REACH)) return { x: 0, y: 0 };
    for (let ring = 1; ring <= FURTHEST; ring += 1) {
      const tries: Spot[] = [];
      for (let at = -ring; at <= ring; at += 1) tries.push({ x: at, y: -ring }, { x: at, y: ring }, { x: -ring, y: at }, { x: ring, y: at });
      tries.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
      const found = tries.find(({ x, y }) => free(x * STEP, y * STEP, AIR));
      if (found) return { x: found.x * STEP, y: found.y * STEP };
    }
    const top = spots.reduce((least, { y }) => Math.min(least, y), Infinity);
    return { x: 0, y: this.lowest + 2 * AIR.y - top };
  }
}

/** Places for so many things in a block round a middle, row by row, at the distance that names need. */
export function blockOf(count: number, middle: Spot, width: number, height: number): Spot[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt((count * height) / width)));
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, at) => ({ x: middle.x + ((at % columns) - (Math.min(columns, count) - 1) / 2) * width, y: middle.y + (Math.floor(at / columns) - (rows - 1) / 2) * height }));
}

import { Buckets } from './buckets';
import { ITEM_HEIGHT, ITEM_WIDTH } from './graph';

/** Items by the cell of a grid that their centre is in; two items that overlap are in the same or in adjoining cells. */
export class Occupancy {
  private readonly cells = new Map<number, number[]>();
  private readonly x: Float64Array;
  private readonly y: Float64Array;

  constructor(x: Float64Array, y: Float64Array) {
    this.x = x;
    this.y = y;
  }

  private key(x: number, y: number): number {
    return Math.floor(x / ITEM_WIDTH) * 4_194_304 + Math.floor(y / ITEM_HEIGHT);
  }

  add(v: number): void {
    const key = this.key(this.x[v]!, this.y[v]!);
    const cell = this.cells.get(key);
    if (cell) cell.push(v);
    else this.cells.set(key, [v]);
  }

  /** Calls `visit` with every added item that takes room at (x, y), until it returns true. */
  near(x: number, y: number, visit: (v: number) => boolean): boolean {
    for (let column = -1; column <= 1; column++) {
      for (let row = -1; row <= 1; row++) {
        for (const v of this.cells.get(this.key(x + column * ITEM_WIDTH, y + row * ITEM_HEIGHT)) ?? []) {
          if (Math.abs(this.x[v]! - x) < ITEM_WIDTH && Math.abs(this.y[v]! - y) < ITEM_HEIGHT && visit(v)) return true;
        }
      }
    }
    return false;
  }

  isFree(x: number, y: number): boolean {
    return !this.near(x, y, () => true);
  }
}

const LATTICE_X = ITEM_WIDTH / 3;
const LATTICE_Y = ITEM_HEIGHT / 2;

/** A free place near (x, y): the nearest on the first ring of a widening lattice that has one. */
export function nearestFree(occupancy: Occupancy, x: number, y: number): { x: number; y: number } {
  if (occupancy.isFree(x, y)) return { x, y };
  for (let ring = 1; ; ring++) {
    const columns = Math.ceil((ring * LATTICE_Y) / LATTICE_X);
    let best: { x: number; y: number } | null = null;
    let bestApart = Infinity;
    const consider = (column: number, row: number): void => {
      const apart = Math.hypot(column * LATTICE_X, row * LATTICE_Y);
      if (apart >= bestApart || !occupancy.isFree(x + column * LATTICE_X, y + row * LATTICE_Y)) return;
      best = { x: x + column * LATTICE_X, y: y + row * LATTICE_Y };
      bestApart = apart;
    };
    for (let column = -columns; column <= columns; column++) {
      consider(column, -ring);
      consider(column, ring);
    }
    for (let row = 1 - ring; row < ring; row++) {
      consider(-columns, row);
      consider(columns, row);
    }
    if (best) return best;
  }
}

const ROUNDS = 240;
/** A little more than needed, so that rounding leaves no overlap behind. */
const SLACK = 0.5;

/** Pushes every overlapping pair apart once, along the way that is shorter for its size. Returns the number of such pairs. */
function pushOnce(x: Float64Array, y: Float64Array, fixed: Uint8Array, buckets: Buckets): number {
  let pairs = 0;
  buckets.clear();
  for (let v = 0; v < x.length; v++) {
    const column = Math.floor(x[v]! / ITEM_WIDTH);
    const row = Math.floor(y[v]! / ITEM_HEIGHT);
    buckets.near(column, row, (u) => {
      if (fixed[v] && fixed[u]) return;
      const dx = x[v]! - x[u]!;
      const dy = y[v]! - y[u]!;
      const overX = ITEM_WIDTH + SLACK - Math.abs(dx);
      const overY = ITEM_HEIGHT + SLACK - Math.abs(dy);
      if (overX <= 0 || overY <= 0) return;
      pairs++;
      const shareV = fixed[v] ? 0 : fixed[u] ? 1 : 0.5;
      const shareU = fixed[u] ? 0 : 1 - shareV;
      if (overX / ITEM_WIDTH < overY / ITEM_HEIGHT) {
        const way = dx < 0 ? -1 : 1;
        x[v]! += way * overX * shareV;
        x[u]! -= way * overX * shareU;
      } else {
        const way = dy < 0 ? -1 : 1;
        y[v]! += way * overY * shareV;
        y[u]! -= way * overY * shareU;
      }
    });
    buckets.add(v, column, row);
  }
  return pairs;
}

/**
 * Enlarges a drawing evenly, which harms no proportion, until there is about enough room for the items where they are
 * dense. Pushing alone would tear such places apart.
 */
export function giveRoom(x: Float64Array, y: Float64Array): void {
  const n = x.length;
  if (n < 3) return;
  for (let round = 0; round < 12; round++) {
    const cells = new Map<number, number>();
    for (let v = 0; v < n; v++) {
      const key = Math.floor(x[v]! / (ITEM_WIDTH * 2)) * 4_194_304 + Math.floor(y[v]! / (ITEM_HEIGHT * 4));
      cells.set(key, (cells.get(key) ?? 0) + 1);
    }
    // Each cell has room for eight; what is beyond six of them is crowded.
    let crowded = 0;
    for (const count of cells.values()) crowded += Math.max(0, count - 6);
    if (crowded < n * 0.18) return;
    for (let v = 0; v < n; v++) {
      x[v]! *= 1.12;
      y[v]! *= 1.12;
    }
  }
}

/**
 * Moves free items, as little as it can, until no item takes the room of another. Changes `x` and `y` in place;
 * fixed items stay, so two fixed items that overlap go on doing so.
 */
export function separate(x: Float64Array, y: Float64Array, fixed: Uint8Array, rounds = ROUNDS): void {
  const buckets = new Buckets(x.length);
  for (let round = 0; round < rounds; round++) if (pushOnce(x, y, fixed, buckets) === 0) break;
  // What pushing could not solve within its rounds goes to the nearest free place, fixed items first.
  const occupancy = new Occupancy(x, y);
  for (let v = 0; v < x.length; v++) if (fixed[v]) occupancy.add(v);
  for (let v = 0; v < x.length; v++) {
    if (fixed[v]) continue;
    const place = nearestFree(occupancy, x[v]!, y[v]!);
    x[v] = place.x;
    y[v] = place.y;
    occupancy.add(v);
  }
}

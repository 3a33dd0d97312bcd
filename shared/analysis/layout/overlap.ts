import { Buckets } from './buckets';
import { ITEM_HEIGHT, ITEM_WIDTH, type Rooms } from './graph';

/** Items by the cells of a grid that their room is in. */
export class Occupancy {
  private readonly cells = new Map<number, number[]>();
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly rooms: Rooms | undefined;

  constructor(x: Float64Array, y: Float64Array, rooms?: Rooms) {
    this.x = x;
    this.y = y;
    this.rooms = rooms;
  }

  private wide(v: number): number {
    return this.rooms?.width[v] ?? ITEM_WIDTH;
  }

  private high(v: number): number {
    return this.rooms?.height[v] ?? ITEM_HEIGHT;
  }

  /** Calls `visit` with the key of each cell that a room about (x, y) is in, until it returns true. */
  private covered(x: number, y: number, width: number, height: number, visit: (key: number) => boolean): boolean {
    const right = Math.floor((x + width / 2) / ITEM_WIDTH);
    const bottom = Math.floor((y + height / 2) / ITEM_HEIGHT);
    for (let column = Math.floor((x - width / 2) / ITEM_WIDTH); column <= right; column++) {
      for (let row = Math.floor((y - height / 2) / ITEM_HEIGHT); row <= bottom; row++) if (visit(column * 4_194_304 + row)) return true;
    }
    return false;
  }

  add(v: number): void {
    this.covered(this.x[v]!, this.y[v]!, this.wide(v), this.high(v), (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(v);
      else this.cells.set(key, [v]);
      return false;
    });
  }

  /** True when no added item takes room at (x, y); of item `of`, or of a usual one. */
  isFree(x: number, y: number, of = -1): boolean {
    const width = of < 0 ? ITEM_WIDTH : this.wide(of);
    const height = of < 0 ? ITEM_HEIGHT : this.high(of);
    return !this.covered(x, y, width, height, (key) => {
      for (const v of this.cells.get(key) ?? []) if (Math.abs(this.x[v]! - x) < (this.wide(v) + width) / 2 && Math.abs(this.y[v]! - y) < (this.high(v) + height) / 2) return true;
      return false;
    });
  }
}

const LATTICE_X = ITEM_WIDTH / 3;
const LATTICE_Y = ITEM_HEIGHT / 2;

/** A free place near (x, y) for item `of`, or for a usual one: the nearest on the first ring of a widening lattice that has one. */
export function nearestFree(occupancy: Occupancy, x: number, y: number, of = -1): { x: number; y: number } {
  if (occupancy.isFree(x, y, of)) return { x, y };
  for (let ring = 1; ; ring++) {
    const columns = Math.ceil((ring * LATTICE_Y) / LATTICE_X);
    let best: { x: number; y: number } | null = null;
    let bestApart = Infinity;
    const consider = (column: number, row: number): void => {
      const apart = Math.hypot(column * LATTICE_X, row * LATTICE_Y);
      if (apart >= bestApart || !occupancy.isFree(x + column * LATTICE_X, y + row * LATTICE_Y, of)) return;
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
/** Share of its room that each item takes at first: those that are close part first, so that the order of all suffers little. */
const SMALL = 0.4;
const GROWING = 60;
/** A little more than needed, so that rounding leaves no overlap behind. */
const SLACK = 0.5;
/** Items more than so many times as large as a usual one are looked at one by one. */
const LARGE = 1.35;

/** What one pass of pushing works with. */
interface Pushing {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly fixed: Uint8Array;
  readonly rooms: Rooms | undefined;
  readonly buckets: Buckets;
  readonly large: readonly number[];
  /** 1 for those of `large`. */
  readonly isLarge: Uint8Array;
}

/** Pushes every overlapping pair apart once, along the way that is shorter for its size. Returns the number of such pairs. */
function pushOnce({ x, y, fixed, rooms, buckets, large, isLarge }: Pushing, part: number): number {
  let pairs = 0;
  const cellX = ITEM_WIDTH * LARGE * part;
  const cellY = ITEM_HEIGHT * LARGE * part;
  const meet = (v: number, u: number): void => {
    if (fixed[v] && fixed[u]) return;
    const roomX = (rooms ? (rooms.width[v]! + rooms.width[u]!) / 2 : ITEM_WIDTH) * part;
    const roomY = (rooms ? (rooms.height[v]! + rooms.height[u]!) / 2 : ITEM_HEIGHT) * part;
    const dx = x[v]! - x[u]!;
    const dy = y[v]! - y[u]!;
    const overX = roomX + SLACK - Math.abs(dx);
    const overY = roomY + SLACK - Math.abs(dy);
    if (overX <= 0 || overY <= 0) return;
    pairs++;
    const shareV = fixed[v] ? 0 : fixed[u] ? 1 : 0.5;
    const shareU = fixed[u] ? 0 : 1 - shareV;
    if (overX / roomX < overY / roomY) {
      const way = dx < 0 ? -1 : 1;
      x[v]! += way * overX * shareV;
      x[u]! -= way * overX * shareU;
    } else {
      const way = dy < 0 ? -1 : 1;
      y[v]! += way * overY * shareV;
      y[u]! -= way * overY * shareU;
    }
  };
  buckets.clear();
  for (let v = 0; v < x.length; v++) {
    if (isLarge[v]) continue;
    const column = Math.floor(x[v]! / cellX);
    const row = Math.floor(y[v]! / cellY);
    buckets.near(column, row, (u) => meet(v, u));
    buckets.add(v, column, row);
  }
  large.forEach((v, i) => {
    for (let u = 0; u < x.length; u++) if (!isLarge[u]) meet(v, u);
    for (let k = 0; k < i; k++) meet(v, large[k]!);
  });
  return pairs;
}

/**
 * Enlarges a drawing evenly, which harms no proportion, until there is about enough room for the items where they are
 * dense. Pushing alone would tear such places apart.
 */
export function giveRoom(x: Float64Array, y: Float64Array, rooms?: Rooms): void {
  const n = x.length;
  if (n < 3) return;
  const usual = ITEM_WIDTH * ITEM_HEIGHT;
  for (let round = 0; round < 40; round++) {
    const cells = new Map<number, number>();
    for (let v = 0; v < n; v++) {
      const key = Math.floor(x[v]! / (ITEM_WIDTH * 2)) * 4_194_304 + Math.floor(y[v]! / (ITEM_HEIGHT * 4));
      cells.set(key, (cells.get(key) ?? 0) + (rooms ? (rooms.width[v]! * rooms.height[v]!) / usual : 1));
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
export function separate(x: Float64Array, y: Float64Array, fixed: Uint8Array, rooms?: Rooms): void {
  const n = x.length;
  const isLarge = Uint8Array.from({ length: n }, (_, v) => (rooms && (rooms.width[v]! > ITEM_WIDTH * LARGE || rooms.height[v]! > ITEM_HEIGHT * LARGE) ? 1 : 0));
  const pushing: Pushing = { x, y, fixed, rooms, buckets: new Buckets(n), large: [...isLarge.keys()].filter((v) => isLarge[v]), isLarge };
  for (let round = 0; round < ROUNDS; round++) {
    const part = Math.min(1, SMALL + ((1 - SMALL) * round) / GROWING);
    if (pushOnce(pushing, part) === 0 && part === 1) break;
  }
  // What pushing could not solve within its rounds goes to the nearest free place, fixed items first.
  const occupancy = new Occupancy(x, y, rooms);
  for (let v = 0; v < n; v++) if (fixed[v]) occupancy.add(v);
  for (let v = 0; v < n; v++) {
    if (fixed[v]) continue;
    const place = nearestFree(occupancy, x[v]!, y[v]!, v);
    x[v] = place.x;
    y[v] = place.y;
    occupancy.add(v);
  }
}

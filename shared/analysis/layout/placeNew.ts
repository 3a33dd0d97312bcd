import { ITEM_WIDTH } from './graph';
import { nearestFree, Occupancy } from './overlap';
import { standard } from './standard';

export interface PlacedItem {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface Addition {
  /** What is on the chart already; none of it moves. */
  readonly placed: readonly PlacedItem[];
  /** Ids to add. */
  readonly added: readonly string[];
  /** Lines among and between both. */
  readonly lines: readonly { readonly from: string; readonly to: string }[];
  /** Where a group without any line to the chart should come; absent: beside what is there. */
  readonly at?: { readonly x: number; readonly y: number };
}

const REACH = 165;

/**
 * Places for new items: beside the neighbours that they have on the chart, fanned out away from its middle; what has no
 * neighbour there comes as a group of its own in a free area. Never on top of anything, and nothing placed moves.
 */
export function placeNew({ placed, added, lines, at }: Addition): PlacedItem[] {
  const known = new Map(placed.map((item) => [item.id, item]));
  const fresh = [...new Set(added)].filter((id) => !known.has(id));
  const total = placed.length + fresh.length;
  const x = new Float64Array(total);
  const y = new Float64Array(total);
  const index = new Map<string, number>();
  placed.forEach((item, i) => {
    x[i] = item.x;
    y[i] = item.y;
    index.set(item.id, i);
  });
  fresh.forEach((id, i) => index.set(id, placed.length + i));
  const neighbours = new Map<string, Set<string>>();
  for (const { from, to } of lines) {
    if (from === to || !index.has(from) || !index.has(to)) continue;
    if (!neighbours.has(from)) neighbours.set(from, new Set());
    if (!neighbours.has(to)) neighbours.set(to, new Set());
    neighbours.get(from)!.add(to);
    neighbours.get(to)!.add(from);
  }
  const occupancy = new Occupancy(x, y);
  for (let i = 0; i < placed.length; i++) occupancy.add(i);
  const done = new Set(known.keys());
  const settle = (id: string, wantX: number, wantY: number): void => {
    const i = index.get(id)!;
    const place = nearestFree(occupancy, wantX, wantY);
    x[i] = place.x;
    y[i] = place.y;
    occupancy.add(i);
    done.add(id);
  };

  // Wave by wave: first those with neighbours on the chart, then those with neighbours among them.
  const middle = { x: mean(placed.map((item) => item.x)), y: mean(placed.map((item) => item.y)) };
  for (let wave = fresh.filter((id) => hasPlaced(id)); wave.length > 0; wave = fresh.filter((id) => !done.has(id) && hasPlaced(id))) {
    const fans = new Map<string, string[]>();
    for (const id of wave) {
      const anchors = [...neighbours.get(id)!].filter((other) => done.has(other)).sort();
      const key = anchors.join('|');
      fans.set(key, [...(fans.get(key) ?? []), id]);
    }
    for (const [key, members] of fans) {
      const anchors = key.split('|').map((id) => index.get(id)!);
      const centreX = mean(anchors.map((i) => x[i]!));
      const centreY = mean(anchors.map((i) => y[i]!));
      if (anchors.length > 1) for (const id of members) settle(id, centreX, centreY);
      else fan(members, anchors[0]!);
    }
  }
  const rest = fresh.filter((id) => !done.has(id));
  if (rest.length > 0) placeApart(rest);
  return fresh.map((id) => ({ id, x: Math.round(x[index.get(id)!]! * 100) / 100, y: Math.round(y[index.get(id)!]! * 100) / 100 }));

  function hasPlaced(id: string): boolean {
    for (const other of neighbours.get(id) ?? []) if (done.has(other)) return true;
    return false;
  }

  /** Several new neighbours of one item spread on an arc on the side where it has room. */
  function fan(members: readonly string[], anchor: number): void {
    const anchorX = x[anchor]!;
    const anchorY = y[anchor]!;
    let awayX = anchorX - middle.x;
    let awayY = anchorY - middle.y;
    for (const other of neighbours.get(idAt(anchor)) ?? []) {
      if (!done.has(other)) continue;
      const i = index.get(other)!;
      const apart = Math.hypot(x[i]! - anchorX, y[i]! - anchorY) || 1;
      awayX -= ((x[i]! - anchorX) / apart) * REACH;
      awayY -= ((y[i]! - anchorY) / apart) * REACH;
    }
    const centre = Math.hypot(awayX, awayY) < 1 ? 0 : Math.atan2(awayY, awayX);
    const spread = Math.min(2 * Math.PI, 0.62 * members.length);
    const full = spread >= 2 * Math.PI;
    const perRing = Math.max(8, Math.ceil(Math.sqrt(members.length) * 4));
    members.forEach((id, i) => {
      const ring = Math.floor(i / perRing);
      const onRing = Math.min(perRing, members.length - ring * perRing);
      const turn = onRing === 1 ? 0.5 : full ? (i % perRing) / onRing : (i % perRing) / (onRing - 1);
      const angle = centre + (turn - 0.5) * spread;
      const radius = REACH * (1 + ring * 0.75);
      settle(id, anchorX + Math.cos(angle) * radius, anchorY + Math.sin(angle) * radius * 0.85);
    });
  }

  function idAt(i: number): string {
    return i < placed.length ? placed[i]!.id : fresh[i - placed.length]!;
  }

  /** A group of its own: laid out, then set down as a whole at `at` or to the right of what is there. */
  function placeApart(ids: readonly string[]): void {
    const own = new Map(ids.map((id, i) => [id, i]));
    const within = lines.filter((line) => own.has(line.from) && own.has(line.to));
    const n = ids.length;
    const zero = new Float64Array(n);
    const group = standard({
      n, x: zero, y: zero, fixed: new Uint8Array(n), order: Uint32Array.from(ids.keys()),
      from: Uint32Array.from(within, (line) => own.get(line.from)!), to: Uint32Array.from(within, (line) => own.get(line.to)!), directed: new Uint8Array(within.length),
    });
    const settled = [...done].map((id) => index.get(id)!);
    const box = boxOf(group.x, group.y);
    const there = boxOf(settled.map((i) => x[i]!), settled.map((i) => y[i]!));
    const shiftX = at ? at.x - (box.left + box.right) / 2 : settled.length > 0 ? there.right + ITEM_WIDTH * 1.5 - box.left : 0;
    const shiftY = at ? at.y - (box.top + box.bottom) / 2 : settled.length > 0 ? (there.top + there.bottom - box.top - box.bottom) / 2 : 0;
    ids.forEach((id, i) => settle(id, group.x[i]! + shiftX, group.y[i]! + shiftY));
  }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function boxOf(x: ArrayLike<number>, y: ArrayLike<number>): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < x.length; i++) {
    box.left = Math.min(box.left, x[i]!);
    box.right = Math.max(box.right, x[i]!);
    box.top = Math.min(box.top, y[i]!);
    box.bottom = Math.max(box.bottom, y[i]!);
  }
  return box;
}

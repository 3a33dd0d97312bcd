import type { Spot } from './freeRoom';

/** Pairs by which points hang together with the least length of line, by index (Prim). Empty for fewer than two. Quadratic in their number. */
export function spanning(points: readonly Spot[]): [number, number][] {
  const pairs: [number, number][] = [];
  const nearest = points.map(() => ({ to: 0, length: Infinity }));
  const left = new Set(points.keys());
  let last = 0;
  left.delete(0);
  while (left.size > 0) {
    const from = points[last] ?? { x: 0, y: 0 };
    let next = -1;
    for (const at of left) {
      const point = points[at] ?? from;
      const near = nearest[at] ?? { to: 0, length: Infinity };
      const length = Math.hypot(point.x - from.x, point.y - from.y);
      if (length < near.length) {
        near.to = last;
        near.length = length;
      }
      if (next < 0 || near.length < (nearest[next]?.length ?? Infinity)) next = at;
    }
    if (next < 0) break;
    pairs.push([nearest[next]?.to ?? 0, next]);
    left.delete(next);
    last = next;
  }
  return pairs;
}

/** Distance of a point from a line between two others. */
export function distanceFrom({ x, y }: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / squared));
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}

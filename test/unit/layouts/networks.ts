import type { LayoutGraph } from '../../../shared/analysis/layout/graph';
import { seededRandom } from '../../../shared/analysis/layout/random';

interface Wishes {
  readonly fixed?: readonly number[];
  readonly seed?: number;
}

/** A network in parts of about `cell` items, each a tree with a few more lines: like covert cells with couriers. */
export function network(n: number, cell: number, { fixed = [], seed = 7 }: Wishes = {}): LayoutGraph {
  const random = seededRandom(seed);
  const from: number[] = [];
  const to: number[] = [];
  for (let v = 0; v < n; v++) {
    const start = v - (v % cell);
    if (v === start) continue;
    from.push(start + Math.floor(random() * (v - start)));
    to.push(v);
    if (random() < 0.15) {
      from.push(start + Math.floor(random() * (v - start)));
      to.push(v);
    }
  }
  return {
    n,
    x: Float64Array.from({ length: n }, () => random() * 800),
    y: Float64Array.from({ length: n }, () => random() * 600),
    fixed: Uint8Array.from({ length: n }, (_, v) => (fixed.includes(v) ? 1 : 0)),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    directed: new Uint8Array(from.length).fill(1),
    order: Uint32Array.from({ length: n }, (_, v) => v),
  };
}

/** Pairs of items that take each other's room. */
export function overlaps(x: Float64Array, y: Float64Array, width: number, height: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let v = 0; v < x.length; v++) for (let u = 0; u < v; u++) if (Math.abs(x[v]! - x[u]!) < width - 0.01 && Math.abs(y[v]! - y[u]!) < height - 0.01) pairs.push([u, v]);
  return pairs;
}

import { Buckets } from './buckets';
import { ITEM_HEIGHT, ITEM_WIDTH, type Adjacency } from './graph';

const ROUNDS = 40;

/**
 * A short local pass after the global one: items that are near push one another away, neighbours hold together at `length`.
 * It looks no further than about one step, so the scale and the shape of the whole stay. Changes `x` and `y` in place.
 */
export function refine(graph: Adjacency, x: Float64Array, y: Float64Array, length: number, fixed?: Uint8Array): void {
  const { n } = graph;
  // Items are wider than high: distances are measured in a plane where they are square.
  const flat = Math.sqrt(ITEM_HEIGHT / ITEM_WIDTH);
  const reach = length * 1.25;
  const buckets = new Buckets(n);
  const moveX = new Float64Array(n);
  const moveY = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    moveX.fill(0);
    moveY.fill(0);
    buckets.clear();
    for (let v = 0; v < n; v++) buckets.add(v, Math.floor((x[v]! * flat) / reach), Math.floor(y[v]! / flat / reach));
    for (let v = 0; v < n; v++) {
      const px = x[v]! * flat;
      const py = y[v]! / flat;
      buckets.near(Math.floor(px / reach), Math.floor(py / reach), (u) => {
        if (u === v) return;
        const dx = px - x[u]! * flat;
        const dy = py - y[u]! / flat;
        const apart = Math.sqrt(dx * dx + dy * dy) || 1e-3;
        if (apart >= reach) return;
        const push = (0.12 * (reach - apart)) / apart;
        moveX[v]! += dx * push;
        moveY[v]! += dy * push;
      });
      for (let i = graph.offset[v]!; i < graph.offset[v + 1]!; i++) {
        const u = graph.adjacent[i]!;
        const dx = x[u]! - x[v]!;
        const dy = y[u]! - y[v]!;
        const apart = Math.sqrt(dx * dx + dy * dy) || 1e-3;
        const pull = (0.12 * (apart - length)) / apart;
        moveX[v]! += dx * pull;
        moveY[v]! += dy * pull;
      }
    }
    const most = length * 0.25 * (1 - round / ROUNDS);
    for (let v = 0; v < n; v++) {
      if (fixed?.[v]) continue;
      const far = Math.hypot(moveX[v]!, moveY[v]!) || 1;
      const part = Math.min(1, most / far);
      x[v]! += moveX[v]! * part;
      y[v]! += moveY[v]! * part;
    }
  }
}

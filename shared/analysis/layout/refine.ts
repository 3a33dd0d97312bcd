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
  const moveX = new Float64Array(n);
  const moveY = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    moveX.fill(0);
    moveY.fill(0);
    const cells = new Map<number, number[]>();
    const keyOf = (px: number, py: number): number => Math.floor(px / reach) * 4_194_304 + Math.floor(py / reach);
    for (let v = 0; v < n; v++) {
      const key = keyOf(x[v]! * flat, y[v]! / flat);
      const cell = cells.get(key);
      if (cell) cell.push(v);
      else cells.set(key, [v]);
    }
    for (let v = 0; v < n; v++) {
      const px = x[v]! * flat;
      const py = y[v]! / flat;
      for (let column = -1; column <= 1; column++) {
        for (let row = -1; row <= 1; row++) {
          for (const u of cells.get(keyOf(px + column * reach, py + row * reach)) ?? []) {
            if (u === v) continue;
            const dx = px - x[u]! * flat;
            const dy = py - y[u]! / flat;
            const apart = Math.sqrt(dx * dx + dy * dy) || 1e-3;
            if (apart >= reach) continue;
            const push = (0.12 * (reach - apart)) / apart;
            moveX[v]! += dx * push;
            moveY[v]! += dy * push;
          }
        }
      }
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

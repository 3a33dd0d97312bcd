/** Lines between discs, by index. */
export interface DiscLines {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const ROUNDS = 160;
/** Share of a difference that one round makes good, at first and at last. */
const PULL = 0.35;
const LEAST_PULL = 0.04;

/** Pushes every pair of discs that touch apart, the smaller one more. Sorted by their left edges, only near pairs are looked at. */
function pushApart(x: Float64Array, y: Float64Array, radius: Float64Array, gap: number, order: Uint32Array): boolean {
  order.sort((a, b) => x[a]! - radius[a]! - (x[b]! - radius[b]!) || a - b);
  let pushed = false;
  for (let i = 0; i < order.length; i++) {
    const v = order[i]!;
    const right = x[v]! + radius[v]! + gap;
    for (let k = i + 1; k < order.length; k++) {
      const u = order[k]!;
      if (x[u]! - radius[u]! > right) break;
      const apart = radius[v]! + radius[u]! + gap;
      let dx = x[u]! - x[v]!;
      let dy = y[u]! - y[v]!;
      let distance = Math.hypot(dx, dy);
      if (distance >= apart - 0.01) continue;
      // Two in one point part in a direction that their numbers give.
      if (distance < 1e-6) {
        dx = Math.cos(v * 2.4 + u);
        dy = Math.sin(v * 2.4 + u);
        distance = 1;
      }
      const over = (apart - Math.min(distance, apart)) / distance;
      const share = radius[u]! ** 2 / (radius[u]! ** 2 + radius[v]! ** 2);
      x[v]! -= dx * over * share;
      y[v]! -= dy * over * share;
      x[u]! += dx * over * (1 - share);
      y[u]! += dy * over * (1 - share);
      pushed = true;
    }
  }
  return pushed;
}

/**
 * Moves discs of differing size, from a drawing that is already sound, until none touches another and those with a line lie as near as
 * their sizes allow. `x` and `y` are changed in place; `gap` stays free between two discs.
 */
export function settleDiscs(x: Float64Array, y: Float64Array, radius: Float64Array, { from, to }: DiscLines, gap: number): void {
  if (x.length < 2) return;
  let now = 0;
  let wanted = 0;
  for (let line = 0; line < from.length; line++) {
    const [a, b] = [from[line]!, to[line]!];
    now += Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
    wanted += radius[a]! + radius[b]! + gap;
  }
  const scale = now > 0 ? wanted / now : 1;
  for (let v = 0; v < x.length; v++) {
    x[v]! *= scale;
    y[v]! *= scale;
  }
  const order = Uint32Array.from(x.keys());
  for (let round = 0; round < ROUNDS; round++) {
    const pull = LEAST_PULL + (PULL - LEAST_PULL) * (1 - round / ROUNDS);
    for (let line = 0; line < from.length; line++) {
      const [a, b] = [from[line]!, to[line]!];
      const dx = x[b]! - x[a]!;
      const dy = y[b]! - y[a]!;
      const distance = Math.hypot(dx, dy) || 1;
      const ideal = radius[a]! + radius[b]! + gap;
      if (distance <= ideal) continue;
      const step = (pull * (distance - ideal)) / distance / 2;
      x[a]! += dx * step;
      y[a]! += dy * step;
      x[b]! -= dx * step;
      y[b]! -= dy * step;
    }
    pushApart(x, y, radius, gap, order);
  }
  for (let round = 0; round < ROUNDS && pushApart(x, y, radius, gap, order); round++);
}

/**
 * Turns, mirrors and shifts a drawing (never stretches it) so that its `anchors` come as near as can be to where they must
 * be. `x` and `y` are changed in place; `atX` and `atY` hold the wanted places.
 */
export function alignTo(x: Float64Array, y: Float64Array, anchors: readonly number[], atX: Float64Array, atY: Float64Array): void {
  const count = anchors.length;
  if (count === 0) return;
  let fromX = 0;
  let fromY = 0;
  let toX = 0;
  let toY = 0;
  for (const v of anchors) {
    fromX += x[v]! / count;
    fromY += y[v]! / count;
    toX += atX[v]! / count;
    toY += atY[v]! / count;
  }
  // Best turn without and with mirroring; the larger sum is the better fit.
  let same = [0, 0];
  let mirrored = [0, 0];
  for (const v of anchors) {
    const ax = x[v]! - fromX;
    const ay = y[v]! - fromY;
    const bx = atX[v]! - toX;
    const by = atY[v]! - toY;
    same = [same[0]! + ax * bx + ay * by, same[1]! + ax * by - ay * bx];
    mirrored = [mirrored[0]! + ax * bx - ay * by, mirrored[1]! + ax * by + ay * bx];
  }
  const mirror = Math.hypot(...mirrored) > Math.hypot(...same) ? -1 : 1;
  const [cosine, sine] = (mirror < 0 ? mirrored : same) as [number, number];
  const size = Math.hypot(cosine, sine);
  const turn = size > 1e-9 ? { c: cosine / size, s: sine / size } : { c: 1, s: 0 };
  for (let v = 0; v < x.length; v++) {
    const ax = x[v]! - fromX;
    const ay = (y[v]! - fromY) * mirror;
    x[v] = toX + ax * turn.c - ay * turn.s;
    y[v] = toY + ax * turn.s + ay * turn.c;
  }
}

/** Middle of the box round the given items; of nothing, the origin. */
export function middleOf(x: Float64Array, y: Float64Array, of: (v: number) => boolean): { x: number; y: number } {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let v = 0; v < x.length; v++) {
    if (!of(v)) continue;
    left = Math.min(left, x[v]!);
    right = Math.max(right, x[v]!);
    top = Math.min(top, y[v]!);
    bottom = Math.max(bottom, y[v]!);
  }
  return left > right ? { x: 0, y: 0 } : { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Turns a drawing so that its main direction is horizontal. */
export function layDown(x: Float64Array, y: Float64Array): void {
  const n = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let v = 0; v < n; v++) {
    meanX += x[v]! / n;
    meanY += y[v]! / n;
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let v = 0; v < n; v++) {
    const dx = x[v]! - meanX;
    const dy = y[v]! - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  for (let v = 0; v < n; v++) {
    const dx = x[v]! - meanX;
    const dy = y[v]! - meanY;
    x[v] = dx * c - dy * s;
    y[v] = dx * s + dy * c;
  }
}

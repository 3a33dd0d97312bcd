/** Cells below this depth are not divided again: what is there lies in one point for all that a layout cares. */
const DEEPEST = 22;
/** A cell that looks smaller than this share of its distance counts as one point in its middle. */
const COARSE = 1;

/**
 * Weighted points in nested square cells, so that what all of them do to one is summed in about log n steps (Barnes & Hut 1986).
 * Made once for n points, then filled anew each round.
 */
export class Quadtree {
  private readonly child: Int32Array;
  private readonly mass: Float64Array;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  /** First point of a cell that holds points itself; -1 while it is empty, -2 where it is divided. */
  private readonly first: Int32Array;
  private readonly next: Int32Array;
  private readonly room: number;
  private readonly waiting = new Int32Array(DEEPEST * 4 + 8);
  private readonly side = new Float64Array(DEEPEST * 4 + 8);
  private count = 0;
  private size = 0;

  constructor(n: number) {
    this.room = n * 4 + 64;
    this.child = new Int32Array(this.room * 4);
    this.mass = new Float64Array(this.room);
    this.x = new Float64Array(this.room);
    this.y = new Float64Array(this.room);
    this.first = new Int32Array(this.room);
    this.next = new Int32Array(n);
  }

  private cell(): number {
    const k = this.count++;
    this.child.fill(0, k * 4, k * 4 + 4);
    this.mass[k] = 0;
    this.x[k] = 0;
    this.y[k] = 0;
    this.first[k] = -1;
    return k;
  }

  /** Takes in all points anew. */
  fill(x: Float64Array, y: Float64Array, weight: Float64Array): void {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let v = 0; v < x.length; v++) {
      left = Math.min(left, x[v]!);
      right = Math.max(right, x[v]!);
      top = Math.min(top, y[v]!);
      bottom = Math.max(bottom, y[v]!);
    }
    this.size = Math.max(right - left, bottom - top) * 1.0001 + 1e-6;
    this.count = 0;
    this.cell();
    for (let v = 0; v < x.length; v++) this.put(v, x, y, weight, left, top);
  }

  private put(v: number, x: Float64Array, y: Float64Array, weight: Float64Array, fromLeft: number, fromTop: number): void {
    let [left, top] = [fromLeft, fromTop];
    let k = 0;
    let half = this.size / 2;
    for (let depth = 0; ; depth++) {
      const sum = this.mass[k]! + weight[v]!;
      this.x[k]! += ((x[v]! - this.x[k]!) * weight[v]!) / sum;
      this.y[k]! += ((y[v]! - this.y[k]!) * weight[v]!) / sum;
      this.mass[k] = sum;
      const there = this.first[k]!;
      if (there === -1 || depth >= DEEPEST || this.count + 8 >= this.room) {
        if (there !== -2) {
          this.next[v] = there;
          this.first[k] = v;
          return;
        }
      }
      if (there >= 0) {
        this.first[k] = -2;
        const c = this.cell();
        this.child[k * 4 + (x[there]! >= left + half ? 1 : 0) + (y[there]! >= top + half ? 2 : 0)] = c;
        this.mass[c] = weight[there]!;
        this.x[c] = x[there]!;
        this.y[c] = y[there]!;
        this.first[c] = there;
        this.next[there] = -1;
      }
      const right = x[v]! >= left + half ? 1 : 0;
      const below = y[v]! >= top + half ? 1 : 0;
      const at = k * 4 + right + 2 * below;
      // With its room used up, a point counts where others of its cell are.
      if (this.child[at] === 0) this.child[at] = this.count < this.room ? this.cell() : this.anyChild(k);
      k = this.child[at]!;
      left += right * half;
      top += below * half;
      half /= 2;
    }
  }

  private anyChild(k: number): number {
    return this.child[k * 4] || this.child[k * 4 + 1] || this.child[k * 4 + 2] || this.child[k * 4 + 3]!;
  }

  /** Sum over all other points of weight × (difference ÷ distance²), into `out`: what pushes point v away. */
  push(v: number, x: Float64Array, y: Float64Array, weight: Float64Array, out: { x: number; y: number }): void {
    let sumX = 0;
    let sumY = 0;
    let left = 1;
    this.waiting[0] = 0;
    this.side[0] = this.size;
    const px = x[v]!;
    const py = y[v]!;
    while (left > 0) {
      const k = this.waiting[--left]!;
      const side = this.side[left]!;
      const dx = px - this.x[k]!;
      const dy = py - this.y[k]!;
      const apart = dx * dx + dy * dy;
      if (this.first[k]! >= 0) {
        for (let u = this.first[k]!; u >= 0; u = this.next[u]!) {
          if (u === v) continue;
          const ux = px - x[u]!;
          const uy = py - y[u]!;
          const part = weight[u]! / (ux * ux + uy * uy + 1e-3);
          sumX += ux * part;
          sumY += uy * part;
        }
      } else if (side * side < COARSE * apart) {
        const part = this.mass[k]! / apart;
        sumX += dx * part;
        sumY += dy * part;
      } else {
        for (let c = k * 4; c < k * 4 + 4; c++) {
          if (this.child[c] === 0) continue;
          this.waiting[left] = this.child[c]!;
          this.side[left++] = side / 2;
        }
      }
    }
    out.x = sumX;
    out.y = sumY;
  }
}

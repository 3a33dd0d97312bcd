import type { Pivots, StressOptions } from './stress';

const MOST_PIVOTS = 50;
const POWER_STEPS = 60;

/** Squared distances to the pivots, centred by row and by column. */
function centred(pivots: Pivots, chosen: readonly number[], n: number): Float64Array[] {
  const rowMean = new Float64Array(n);
  let mean = 0;
  const columns = chosen.map((k) => {
    const column = new Float64Array(n);
    let sum = 0;
    for (let v = 0; v < n; v++) {
      const squared = pivots.steps[k]![v]! ** 2;
      column[v] = squared;
      sum += squared;
      rowMean[v]! += squared / chosen.length;
    }
    sum /= n;
    mean += sum / chosen.length;
    for (let v = 0; v < n; v++) column[v]! -= sum;
    return column;
  });
  for (const column of columns) for (let v = 0; v < n; v++) column[v] = -0.5 * (column[v]! - rowMean[v]! + mean);
  return columns;
}

function product(matrix: Float64Array, size: number, vector: Float64Array): Float64Array {
  const result = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    let sum = 0;
    for (let b = 0; b < size; b++) sum += matrix[a * size + b]! * vector[b]!;
    result[a] = sum;
  }
  return result;
}

/** The two strongest directions of a symmetric matrix by power iteration. */
function strongest(matrix: Float64Array, size: number, random: () => number): Float64Array[] {
  const found: Float64Array[] = [];
  while (found.length < 2) {
    let vector = Float64Array.from({ length: size }, () => random() - 0.5);
    for (let step = 0; step < POWER_STEPS; step++) {
      for (const before of found) {
        let along = 0;
        for (let i = 0; i < size; i++) along += before[i]! * vector[i]!;
        for (let i = 0; i < size; i++) vector[i]! -= along * before[i]!;
      }
      const next = product(matrix, size, vector);
      const norm = Math.hypot(...next) || 1;
      vector = next.map((value) => value / norm);
    }
    found.push(vector);
  }
  return found;
}

/**
 * Places all items by classical scaling of their distances to a few pivots (Brandes & Pich 2007), at the scale that the
 * distances ask for, with a little noise so that no two items start in one point.
 */
export function pivotStart(pivots: Pivots, n: number, x: Float64Array, y: Float64Array, options: StressOptions): void {
  const { random, length } = options;
  const stride = Math.max(1, Math.floor(pivots.at.length / MOST_PIVOTS));
  const chosen = Array.from({ length: Math.min(MOST_PIVOTS, pivots.at.length) }, (_, i) => i * stride);
  const columns = centred(pivots, chosen, n);
  const size = chosen.length;
  const matrix = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = a; b < size; b++) {
      let sum = 0;
      for (let v = 0; v < n; v++) sum += columns[a]![v]! * columns[b]![v]!;
      matrix[a * size + b] = matrix[b * size + a] = sum;
    }
  }
  // For a column matrix C with C·Cᵀ ≈ B², the coordinates along an axis are C·v ÷ fourth root of the eigenvalue, scaled below anyway.
  const directions = strongest(matrix, size, random);
  [x, y].forEach((axis, index) => {
    const direction = directions[index]!;
    axis.fill(0);
    for (let k = 0; k < size; k++) for (let v = 0; v < n; v++) axis[v]! += columns[k]![v]! * direction[k]!;
    const image = product(matrix, size, direction);
    let value = 0;
    for (let k = 0; k < size; k++) value += image[k]! * direction[k]!;
    const shrink = 1 / Math.sqrt(Math.sqrt(Math.max(value, 1e-9)));
    for (let v = 0; v < n; v++) axis[v] = axis[v]! * shrink;
  });
  let along = 0;
  let squares = 0;
  for (const k of chosen) {
    const pivot = pivots.at[k]!;
    for (let v = 0; v < n; v++) {
      const steps = pivots.steps[k]![v]!;
      if (steps <= 0) continue;
      const ratio = Math.hypot(x[v]! - x[pivot]!, y[v]! - y[pivot]!) / steps;
      along += ratio;
      squares += ratio * ratio;
    }
  }
  const scale = squares > 0 ? (along / squares) * length : length;
  for (let v = 0; v < n; v++) {
    x[v] = x[v]! * scale + (random() - 0.5) * length * 0.2;
    y[v] = y[v]! * scale + (random() - 0.5) * length * 0.2;
  }
}

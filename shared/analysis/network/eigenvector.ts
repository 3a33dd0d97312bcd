import { partsOf } from './parts';
import type { Ties } from './ties';

/** Vectors that are kept at once before the search starts anew from the best of them. */
const KEPT = 40;
const MOST_STARTS = 400;
const SETTLED = 1e-11;
/** Part of a vector's length that is left when its shadows on the others are taken away, below which it is done again. */
const MUCH_LOST = 0.7;
/** After so many steps it is looked whether the vector is good enough. */
const LOOKED_EVERY = 6;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};
const addScaled = (to: Float64Array, by: number, what: Float64Array): void => {
  for (let i = 0; i < to.length; i += 1) to[i]! += by * what[i]!;
};
const scale = (vector: Float64Array, by: number): void => {
  for (let i = 0; i < vector.length; i += 1) vector[i]! *= by;
};

/** Greatest eigenvalue of a small symmetric matrix with two diagonals, and its vector: bisection by Sturm counts, then inverse iteration. */
function greatestOf(alpha: readonly number[], beta: readonly number[]): { readonly value: number; readonly vector: number[] } {
  const m = alpha.length;
  const reach = alpha.map((a, i) => Math.abs(a) + Math.abs(beta[i - 1] ?? 0) + Math.abs(i < m - 1 ? (beta[i] ?? 0) : 0));
  let low = -Math.max(...reach);
  let high = Math.max(...reach);
  const allBelow = (x: number): boolean => {
    let d = 1;
    for (let i = 0; i < m; i += 1) {
      const b = i === 0 ? 0 : (beta[i - 1] ?? 0);
      d = (alpha[i] ?? 0) - x - (i === 0 ? 0 : (b * b) / d);
      if (d === 0) d = -1e-150;
      if (d > 0) return false;
    }
    return true;
  };
  for (let round = 0; round < 200 && high - low > 1e-15 * Math.max(1, Math.abs(high)); round += 1) {
    const middle = (low + high) / 2;
    if (allBelow(middle)) high = middle;
    else low = middle;
  }
  // Solves (T - high·I) x = b twice; just above the value the elimination needs no pivots.
  const shift = high + 1e-13 * Math.max(1, Math.abs(high));
  let vector = alpha.map(() => 1);
  for (let round = 0; round < 3; round += 1) {
    const diagonal = alpha.map((a) => a - shift);
    const right = [...vector];
    for (let i = 1; i < m; i += 1) {
      const factor = (beta[i - 1] ?? 0) / (diagonal[i - 1] ?? 1);
      diagonal[i] = (diagonal[i] ?? 0) - factor * (beta[i - 1] ?? 0);
      right[i] = (right[i] ?? 0) - factor * (right[i - 1] ?? 0);
    }
    const answer = [...right];
    for (let i = m - 1; i >= 0; i -= 1) answer[i] = ((right[i] ?? 0) - (i < m - 1 ? (beta[i] ?? 0) * (answer[i + 1] ?? 0) : 0)) / (diagonal[i] ?? 1);
    const length = Math.hypot(...answer);
    vector = answer.map((each) => each / length);
  }
  return { value: high, vector };
}

/** y = A x over ties against their direction: what flows in. */
function flow({ n, offset, adjacent, weight, plain }: Ties, x: Float64Array, y: Float64Array): void {
  for (let v = 0; v < n; v += 1) {
    let sum = 0;
    if (plain) for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) sum += x[adjacent[i]!]!;
    else for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) sum += x[adjacent[i]!]! * weight[i]!;
    y[v] = sum;
  }
}

/** Lanczos with full orthogonalisation, started anew from the best vector so far (C. Lanczos 1950): chains of cells make power iteration crawl. */
function symmetric(ties: Ties, start: Float64Array): Float64Array {
  const { n } = ties;
  const best = start.slice();
  const basis: Float64Array[] = [];
  for (let round = 0; round < MOST_STARTS; round += 1) {
    basis.length = 0;
    scale(best, 1 / Math.sqrt(dot(best, best)));
    const alpha: number[] = [];
    const beta: number[] = [];
    let vector = best.slice();
    for (let step = 0; step < Math.min(KEPT, n); step += 1) {
      basis.push(vector);
      const next = new Float64Array(n);
      flow(ties, vector, next);
      alpha.push(dot(next, vector));
      // Twice is enough (Parlett and Kahan); once where little was lost (Daniel et al. 1976).
      let length = Math.sqrt(dot(next, next));
      for (let again = 0, before = Infinity; again < 2 && length < MUCH_LOST * before; again += 1) {
        before = length;
        for (const known of basis) addScaled(next, -dot(next, known), known);
        length = Math.sqrt(dot(next, next));
      }
      if (length < 1e-14) break;
      beta.push(length);
      if (step % LOOKED_EVERY === LOOKED_EVERY - 1) {
        const { value, vector: parts } = greatestOf(alpha, beta);
        if (length * Math.abs(parts.at(-1) ?? 1) <= 0.1 * SETTLED * Math.max(1, Math.abs(value))) break;
      }
      scale(next, 1 / length);
      vector = next;
    }
    const { value, vector: parts } = greatestOf(alpha, beta);
    best.fill(0);
    basis.forEach((each, at) => addScaled(best, parts[at] ?? 0, each));
    const image = new Float64Array(n);
    flow(ties, best, image);
    addScaled(image, -value, best);
    if (Math.sqrt(dot(image, image)) <= SETTLED * Math.max(1, Math.abs(value))) break;
  }
  return best;
}

const MOST_ROUNDS = 20_000;

/** Power iteration on A + I, which cannot swing between two sides. */
function powered(back: Ties): Float64Array {
  const { n } = back;
  let x = new Float64Array(n).fill(1 / Math.sqrt(Math.max(1, n)));
  let y = new Float64Array(n);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    flow(back, x, y);
    addScaled(y, 1, x);
    scale(y, 1 / Math.sqrt(dot(y, y)));
    let change = 0;
    for (let v = 0; v < n; v += 1) change = Math.max(change, Math.abs(y[v]! - x[v]!));
    [x, y] = [y, x];
    if (change < 1e-13) break;
  }
  return x;
}

/**
 * Eigenvector centrality: who is tied to those who are tied well (Bonacich 1972), of length 1. `back` are the ties against their direction. In undirected networks of
 * several parts only that with the greatest eigenvalue has values; parts are looked at one by one, the largest deciding among equals. All 0 without ties.
 */
export function eigenvectorCentrality(back: Ties, directed: boolean): Float64Array {
  const { n } = back;
  if (back.adjacent.length === 0) return new Float64Array(n);
  if (directed) return powered(back);
  const { part, sizes } = partsOf(back);
  let best: { readonly value: number; readonly vector: Float64Array } | null = null;
  const members: number[][] = Array.from(sizes, () => []);
  for (let v = 0; v < n; v += 1) members[part[v]!]?.push(v);
  for (const nodes of members) {
    if (nodes.length < 2) continue;
    const ties = within(back, nodes);
    // No part can beat another whose value is above the greatest strength in it.
    const bound = greatestRowSum(ties);
    if (best !== null && bound <= best.value * (1 + 1e-12)) continue;
    const start = new Float64Array(nodes.length);
    for (let v = 0; v < nodes.length; v += 1) start[v] = 1 + ties.offset[v + 1]! - ties.offset[v]!;
    const found = symmetric(ties, start);
    const image = new Float64Array(nodes.length);
    flow(ties, found, image);
    const value = dot(found, image);
    if (best !== null && value <= best.value * (1 + 1e-9)) continue;
    const vector = new Float64Array(n);
    nodes.forEach((node, at) => { vector[node] = Math.abs(found[at]!); });
    best = { value, vector };
  }
  return best?.vector ?? new Float64Array(n);
}

function greatestRowSum({ n, offset, weight }: Ties): number {
  let most = 0;
  for (let v = 0; v < n; v += 1) {
    let sum = 0;
    for (let i = offset[v]!; i < offset[v + 1]!; i += 1) sum += weight[i]!;
    most = Math.max(most, sum);
  }
  return most;
}

/** The ties among some nodes, renumbered in their order. */
function within(all: Ties, nodes: readonly number[]): Ties {
  const { n, offset, adjacent, weight, plain } = all;
  if (nodes.length === n) return all;
  const place = new Map(nodes.map((node, at) => [node, at]));
  const offsets = new Uint32Array(nodes.length + 1);
  const [ends, weights]: [number[], number[]] = [[], []];
  nodes.forEach((node, at) => {
    for (let i = offset[node]!; i < offset[node + 1]!; i += 1) {
      const there = place.get(adjacent[i]!);
      if (there === undefined) continue;
      ends.push(there);
      weights.push(weight[i]!);
    }
    offsets[at + 1] = ends.length;
  });
  return { n: nodes.length, offset: offsets, adjacent: Uint32Array.from(ends), weight: Float64Array.from(weights), plain };
}

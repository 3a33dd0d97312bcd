import { type Adjacency, stepsFrom } from './graph';
import { pivotStart } from './pivotStart';

/**
 * Sparse stress by stochastic gradient descent: every item is drawn towards its distance (in steps × length) from its
 * neighbours and from a set of pivots. After Ortmann et al. 2017 (sparse stress) and Zheng et al. 2019 (SGD).
 */
export interface StressOptions {
  /** Chart units for one step. */
  readonly length: number;
  readonly random: () => number;
  /** 1 where an item stays; then `x` and `y` hold where it is, and those of the others are a start that is kept. */
  readonly fixed?: Uint8Array;
}

/** Up to this many items every pair counts; above it, pivots stand for the rest. */
const ALL_PAIRS = 600;
const PASSES = 24;

interface Terms {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly steps: Float32Array;
  readonly weightA: Float32Array;
  readonly weightB: Float32Array;
}

/** Distances from each pivot; pivots are as far from one another as can be. */
export interface Pivots {
  readonly at: Uint32Array;
  readonly steps: readonly Int32Array[];
  /** Index of the nearest pivot of each item. */
  readonly nearest: Uint32Array;
}

function choosePivots(graph: Adjacency, count: number): Pivots {
  const { n } = graph;
  const at = new Uint32Array(count);
  const steps: Int32Array[] = [];
  const nearest = new Uint32Array(n);
  const reach = new Int32Array(n).fill(2147483647);
  const queue = new Uint32Array(n);
  let next = 0;
  for (let v = 1; v < n; v++) if (graph.offset[v + 1]! - graph.offset[v]! > graph.offset[next + 1]! - graph.offset[next]!) next = v;
  for (let k = 0; k < count; k++) {
    at[k] = next;
    const from = new Int32Array(n);
    stepsFrom(graph, next, from, queue);
    steps.push(from);
    let farthest = -1;
    for (let v = 0; v < n; v++) {
      if (from[v]! < reach[v]!) {
        reach[v] = from[v]!;
        nearest[v] = k;
      }
      if (reach[v]! > farthest) {
        farthest = reach[v]!;
        next = v;
      }
    }
  }
  return { at, steps, nearest };
}

/** Hubs need more pivots than chains do; above some thousands of items memory and time limit them. */
function pivotCount(graph: Adjacency): number {
  let widest = 0;
  for (let v = 0; v < graph.n; v++) widest = Math.max(widest, graph.offset[v + 1]! - graph.offset[v]!);
  const wanted = widest <= Math.sqrt(graph.n) ? 100 : graph.n > 5000 ? 150 : 300;
  return Math.min(graph.n, wanted);
}

function allPairs(pivots: Pivots, n: number): Terms {
  const count = (n * (n - 1)) / 2;
  const terms = { a: new Uint32Array(count), b: new Uint32Array(count), steps: new Float32Array(count), weightA: new Float32Array(count), weightB: new Float32Array(count) };
  let t = 0;
  for (let k = 0; k < n; k++) {
    for (let v = 0; v < k; v++) {
      const a = pivots.at[k]!;
      const b = pivots.at[v]!;
      const steps = pivots.steps[k]![b]!;
      terms.a[t] = a;
      terms.b[t] = b;
      terms.steps[t] = steps;
      terms.weightA[t] = terms.weightB[t] = 1 / (steps * steps);
      t++;
    }
  }
  return terms;
}

/** Neighbours pull on both ends; a pivot pulls on the others with the weight of the items that it stands for. */
function sparsePairs(graph: Adjacency, pivots: Pivots): Terms {
  const { n } = graph;
  const room = graph.adjacent.length / 2 + n * pivots.at.length;
  const a = new Uint32Array(room);
  const b = new Uint32Array(room);
  const steps = new Float32Array(room);
  const weightA = new Float32Array(room);
  const weightB = new Float32Array(room);
  let t = 0;
  const put = (i: number, j: number, distance: number, wi: number, wj: number): void => {
    a[t] = i;
    b[t] = j;
    steps[t] = distance;
    weightA[t] = wi;
    weightB[t++] = wj;
  };
  for (let v = 0; v < n; v++) {
    for (let i = graph.offset[v]!; i < graph.offset[v + 1]!; i++) {
      const u = graph.adjacent[i]!;
      if (u < v) put(v, u, 1, 1, 1);
    }
  }
  pivots.at.forEach((pivot, k) => {
    const from = pivots.steps[k]!;
    let farthest = 0;
    for (let v = 0; v < n; v++) if (pivots.nearest[v] === k) farthest = Math.max(farthest, from[v]!);
    const within = new Uint32Array(farthest + 1);
    for (let v = 0; v < n; v++) if (pivots.nearest[v] === k) within[from[v]!]!++;
    for (let d = 1; d <= farthest; d++) within[d]! += within[d - 1]!;
    for (let v = 0; v < n; v++) {
      const distance = from[v]!;
      if (distance < 2) continue;
      put(v, pivot, distance, Math.max(1, within[Math.min(distance >> 1, farthest)]!) / (distance * distance), 0);
    }
  });
  return { a: a.subarray(0, t), b: b.subarray(0, t), steps: steps.subarray(0, t), weightA: weightA.subarray(0, t), weightB: weightB.subarray(0, t) };
}

function shuffled(count: number, random: () => number): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const j = Math.floor(random() * (i + 1));
    order[i] = order[j]!;
    order[j] = i;
  }
  return order;
}

function descend(terms: Terms, x: Float64Array, y: Float64Array, options: StressOptions, gentle: boolean): void {
  const { fixed, length, random } = options;
  const count = terms.a.length;
  let least = Infinity;
  let most = 0;
  for (let t = 0; t < count; t++) {
    least = Math.min(least, terms.weightA[t]!);
    most = Math.max(most, terms.weightA[t]!);
  }
  // A good start needs no large first steps; they would only undo it.
  const first = gentle ? 1 / Math.sqrt(least * most) : 1 / least;
  const decay = Math.log((first * most) / 0.03) / (PASSES - 1);
  const order = shuffled(count, random);
  for (let pass = 0; pass < PASSES; pass++) {
    const rate = first * Math.exp(-decay * pass);
    const start = Math.floor(random() * count);
    for (let c = 0; c < count; c++) {
      const t = order[c + start >= count ? c + start - count : c + start]!;
      const a = terms.a[t]!;
      const b = terms.b[t]!;
      const dx = x[a]! - x[b]!;
      const dy = y[a]! - y[b]!;
      const apart = Math.sqrt(dx * dx + dy * dy) || 1e-6;
      const gap = (apart - terms.steps[t]! * length) / apart / 2;
      let pullA = fixed?.[a] ? 0 : Math.min(1, terms.weightA[t]! * rate);
      let pullB = fixed?.[b] ? 0 : Math.min(1, terms.weightB[t]! * rate);
      // Where only one end may move it goes the whole way.
      if (pullB === 0) pullA = Math.min(1, pullA * 2);
      else if (pullA === 0) pullB = Math.min(1, pullB * 2);
      x[a]! -= dx * gap * pullA;
      y[a]! -= dy * gap * pullA;
      x[b]! += dx * gap * pullB;
      y[b]! += dy * gap * pullB;
    }
  }
}

/**
 * Lays out one connected part, changing `x` and `y` in place. Items may overlap afterwards.
 * Without fixed items the start is a pivot MDS and what `x` and `y` held is lost.
 */
export function layStress(graph: Adjacency, x: Float64Array, y: Float64Array, options: StressOptions): void {
  const { n } = graph;
  if (n < 2) return;
  const full = n <= ALL_PAIRS;
  const pivots = choosePivots(graph, full ? n : pivotCount(graph));
  if (!options.fixed) pivotStart(pivots, n, x, y, options);
  descend(full ? allPairs(pivots, n) : sparsePairs(graph, pivots), x, y, options, true);
}

import { type Adjacency, stepsFrom } from './graph';
import { pivotStart } from './pivotStart';
import { laySampled } from './sampledStress';

/**
 * Stress by stochastic gradient descent: pairs of items are drawn towards their distance (in steps × length). After Zheng et al. 2019.
 */
export interface StressOptions {
  /** Chart units for one step. */
  readonly length: number;
  readonly random: () => number;
  /** 1 where an item stays; then `x` and `y` hold where it is, and those of the others are a start that is kept. */
  readonly fixed?: Uint8Array;
}

/** Up to this many items every pair counts; above it, pairs with items that are taken by chance. */
const ALL_PAIRS = 600;
/** Items that a start is made from where not all count. */
const PIVOTS = 50;
const PASSES = 24;

interface Terms {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly steps: Float32Array;
  readonly weight: Float32Array;
}

/** Distances from each pivot; pivots are as far from one another as can be. */
export interface Pivots {
  readonly at: Uint32Array;
  readonly steps: readonly Int32Array[];
}

function choosePivots(graph: Adjacency, count: number): Pivots {
  const { n } = graph;
  const at = new Uint32Array(count);
  const steps: Int32Array[] = [];
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
      if (from[v]! < reach[v]!) reach[v] = from[v]!;
      if (reach[v]! > farthest) {
        farthest = reach[v]!;
        next = v;
      }
    }
  }
  return { at, steps };
}

function allPairs(pivots: Pivots, n: number): Terms {
  const count = (n * (n - 1)) / 2;
  const terms = { a: new Uint32Array(count), b: new Uint32Array(count), steps: new Float32Array(count), weight: new Float32Array(count) };
  let t = 0;
  for (let k = 0; k < n; k++) {
    for (let v = 0; v < k; v++) {
      const a = pivots.at[k]!;
      const b = pivots.at[v]!;
      const steps = pivots.steps[k]![b]!;
      terms.a[t] = a;
      terms.b[t] = b;
      terms.steps[t] = steps;
      terms.weight[t] = 1 / (steps * steps);
      t++;
    }
  }
  return terms;
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

function descend(terms: Terms, x: Float64Array, y: Float64Array, options: StressOptions): void {
  const { fixed, length, random } = options;
  const count = terms.a.length;
  let least = Infinity;
  let most = 0;
  for (let t = 0; t < count; t++) {
    least = Math.min(least, terms.weight[t]!);
    most = Math.max(most, terms.weight[t]!);
  }
  // A good start needs no large first steps; they would only undo it.
  const first = 1 / Math.sqrt(least * most);
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
      let pullA = fixed?.[a] ? 0 : Math.min(1, terms.weight[t]! * rate);
      let pullB = fixed?.[b] ? 0 : Math.min(1, terms.weight[t]! * rate);
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
  const pivots = choosePivots(graph, full ? n : PIVOTS);
  if (!options.fixed) pivotStart(pivots, n, x, y, options);
  if (full) descend(allPairs(pivots, n), x, y, options);
  else laySampled(graph, x, y, options);
}

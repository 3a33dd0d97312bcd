import { stepsFrom, type Adjacency } from './graph';
import type { StressOptions } from './stress';

/** So many items, taken by chance, each draw all others to their distance from it. */
const SOURCES = 1200;
/** Fewer for very large charts: a source costs a walk through the whole chart. */
const MOST_WORK = 40_000_000;
const LEAST_SOURCES = 200;
/** Share of a difference that one pull makes good at a usual distance, in the end. */
const LAST = 0.01;
/** Distances beyond this many steps are drawn no more strongly at first than this one. */
const FAR = 8;

/**
 * Stress for charts of which not all pairs can be looked at: source after source, taken by chance and so without favour for hubs or edges of the chart, draws every item
 * towards its distance from it, ever more gently. Nothing is stored between sources. Changes `x` and `y`, which hold a start, in place.
 */
export function laySampled(graph: Adjacency, x: Float64Array, y: Float64Array, { length, random, fixed }: StressOptions): void {
  const { n } = graph;
  const sources = Math.max(LEAST_SOURCES, Math.min(SOURCES, Math.floor(MOST_WORK / n)));
  const steps = new Int32Array(n);
  const queue = new Uint32Array(n);
  let usual = 0;
  for (let k = 0; k < sources; k++) {
    const source = Math.floor(random() * n);
    stepsFrom(graph, source, steps, queue);
    if (k === 0) usual = Math.max(2, Math.min(FAR, steps[queue[n - 1]!]! / 2)) ** 2;
    const rate = usual * LAST ** (k / (sources - 1));
    const sx = x[source]!;
    const sy = y[source]!;
    for (let i = 1; i < n; i++) {
      const v = queue[i]!;
      if (fixed?.[v]) continue;
      const away = steps[v]!;
      const dx = x[v]! - sx;
      const dy = y[v]! - sy;
      const apart = Math.sqrt(dx * dx + dy * dy) || 1e-6;
      const part = ((apart - away * length) / apart) * Math.min(1, rate / (away * away));
      x[v]! -= dx * part;
      y[v]! -= dy * part;
    }
  }
}

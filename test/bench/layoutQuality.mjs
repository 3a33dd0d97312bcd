/**
 * How well a drawing shows a graph: one code for every tool that is compared.
 */
import { seeded } from './bigCase.mjs';

const SOURCES = 300;
const SAMPLES = 400;

/** Neighbours of each item, each once. */
export function neighboursOf({ n, from, to }) {
  const neighbours = Array.from({ length: n }, () => new Set());
  for (let line = 0; line < from.length; line += 1) {
    if (from[line] === to[line]) continue;
    neighbours[from[line]].add(to[line]);
    neighbours[to[line]].add(from[line]);
  }
  return neighbours;
}

function stepsFrom(neighbours, start) {
  const steps = new Int32Array(neighbours.length).fill(-1);
  const queue = [start];
  steps[start] = 0;
  for (const v of queue) {
    for (const u of neighbours[v]) {
      if (steps[u] >= 0) continue;
      steps[u] = steps[v] + 1;
      queue.push(u);
    }
  }
  return steps;
}

/**
 * stress: mean square of (distance ÷ steps, at the best scale, − 1) over pairs that a way joins, 0 is perfect. kept: share of neighbours among the nearest, 1 is perfect.
 * From at most 300 and 400 items, the same ones for every drawing of a graph.
 */
export function qualityOf(graph, { x, y }) {
  const { n } = graph;
  const neighbours = neighboursOf(graph);
  const random = seeded(8);
  const ratios = [];
  const stride = n > 5000 ? 5 : 1;
  for (let k = 0; k < Math.min(n, SOURCES); k += 1) {
    const source = n <= SOURCES ? k : Math.floor(random() * n);
    const steps = stepsFrom(neighbours, source);
    for (let v = 0; v < n; v += stride) if (steps[v] > 0) ratios.push(Math.hypot(x[v] - x[source], y[v] - y[source]) / steps[v]);
  }
  let [sum, squares] = [0, 0];
  for (const ratio of ratios) {
    sum += ratio;
    squares += ratio * ratio;
  }
  const scale = sum / squares;
  let stress = 0;
  for (const ratio of ratios) stress += (scale * ratio - 1) ** 2;
  let [kept, counted] = [0, 0];
  for (let k = 0; k < Math.min(n, SAMPLES); k += 1) {
    const v = n <= SAMPLES ? k : Math.floor(random() * n);
    const degree = neighbours[v].size;
    if (degree === 0) continue;
    const apart = Float64Array.from(x, (_, u) => (u === v ? Infinity : (x[u] - x[v]) ** 2 + (y[u] - y[v]) ** 2));
    const nearest = Uint32Array.from(apart.keys()).sort((a, b) => apart[a] - apart[b]).subarray(0, degree);
    let hits = 0;
    for (const u of nearest) if (neighbours[v].has(u)) hits += 1;
    kept += hits / (2 * degree - hits);
    counted += 1;
  }
  return { stress: stress / ratios.length, kept: kept / counted };
}

/** Pairs of items of this size that take one another's room, as a share of all items. */
export function overlapping({ x, y }, width, height) {
  const order = Uint32Array.from(x.keys()).sort((a, b) => x[a] - x[b]);
  let pairs = 0;
  for (let i = 0; i < order.length; i += 1) {
    for (let k = i + 1; k < order.length && x[order[k]] - x[order[i]] < width - 0.01; k += 1) if (Math.abs(y[order[k]] - y[order[i]]) < height - 0.01) pairs += 1;
  }
  return pairs;
}

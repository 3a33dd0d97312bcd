import { stepsFrom, type Adjacency } from './graph';
import { Quadtree } from './quadtree';

const ROUNDS = 30;
/** After how many rounds the picture is judged again. */
const BETWEEN = 3;
/** From how many items distances are judged. */
const JUDGES = 12;
/** Stress that no drawing should pass, and which share of the way to it may be given for neighbours that stand together. */
const WORST = 0.172;
const GIVEN = 0.45;

/** Distances in steps from a few items, to judge a drawing by. */
interface Judged {
  readonly at: readonly number[];
  readonly steps: readonly Int32Array[];
}

function judgesOf(graph: Adjacency, random: () => number): Judged {
  const at = Array.from({ length: Math.min(graph.n, JUDGES) }, (_, i) => (graph.n <= JUDGES ? i : Math.floor(random() * graph.n)));
  const queue = new Uint32Array(graph.n);
  return { at, steps: at.map((v) => {
    const steps = new Int32Array(graph.n);
    stepsFrom(graph, v, steps, queue);
    return steps;
  }) };
}

/** Normalised stress as the judges see it: 0 is a perfect picture of the distances. */
function stressOf({ at, steps }: Judged, x: Float64Array, y: Float64Array): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  at.forEach((judge, k) => {
    const from = steps[k]!;
    for (let v = 0; v < x.length; v++) {
      if (from[v]! <= 0) continue;
      const dx = x[v]! - x[judge]!;
      const dy = y[v]! - y[judge]!;
      const ratio = Math.sqrt(dx * dx + dy * dy) / from[v]!;
      count++;
      sum += ratio;
      squares += ratio * ratio;
    }
  });
  // The mean of (scale × ratio − 1)² at its best scale.
  return squares > 0 ? 1 - (sum * sum) / squares / count : 0;
}

/** How strongly all push one another so that the drawing as a whole neither grows nor shrinks: lines pull by their length, items push by one over theirs. */
function balance(graph: Adjacency, x: Float64Array, y: Float64Array, weight: Float64Array): number {
  let sum = 0;
  let squares = 0;
  let pull = 0;
  for (let v = 0; v < graph.n; v++) {
    sum += weight[v]!;
    squares += weight[v]! * weight[v]!;
    for (let i = graph.offset[v]!; i < graph.offset[v + 1]!; i++) {
      const u = graph.adjacent[i]!;
      if (u > v) pull += (x[u]! - x[v]!) ** 2 + (y[u]! - y[v]!) ** 2;
    }
  }
  return (2 * pull) / Math.max(1e-9, sum * sum - squares);
}

/**
 * Brings neighbours together after the global layout: lines pull, all items push one another, those with many lines more (after Jacomy et al. 2014). It goes on
 * as long as the picture of the distances does not suffer much. Changes `x` and `y` in place; items with 1 in `fixed` stay.
 */
export function gather(graph: Adjacency, x: Float64Array, y: Float64Array, random: () => number, fixed?: Uint8Array): void {
  const { n } = graph;
  const weight = Float64Array.from({ length: n }, (_, v) => graph.offset[v + 1]! - graph.offset[v]! + 1);
  const strength = balance(graph, x, y, weight);
  const judges = judgesOf(graph, random);
  const first = stressOf(judges, x, y);
  const most = first + Math.max(0, WORST - first) * GIVEN;
  const tree = new Quadtree(n);
  const out = { x: 0, y: 0 };
  const moveX = new Float64Array(n);
  const moveY = new Float64Array(n);
  const beforeX = new Float64Array(n);
  const beforeY = new Float64Array(n);
  const keptX = x.slice();
  const keptY = y.slice();
  let speed = 0.1;
  for (let round = 0; round < ROUNDS; round++) {
    tree.fill(x, y, weight);
    let swinging = 0;
    let going = 0;
    for (let v = 0; v < n; v++) {
      tree.push(v, x, y, weight, out);
      let fx = out.x * strength * weight[v]!;
      let fy = out.y * strength * weight[v]!;
      for (let i = graph.offset[v]!; i < graph.offset[v + 1]!; i++) {
        const u = graph.adjacent[i]!;
        fx += x[u]! - x[v]!;
        fy += y[u]! - y[v]!;
      }
      moveX[v] = fx;
      moveY[v] = fy;
      swinging += weight[v]! * Math.sqrt((fx - beforeX[v]!) ** 2 + (fy - beforeY[v]!) ** 2);
      going += (weight[v]! * Math.sqrt((fx + beforeX[v]!) ** 2 + (fy + beforeY[v]!) ** 2)) / 2;
    }
    if (round > 0) speed = Math.min(going / Math.max(swinging, 1e-9), speed * 1.5);
    for (let v = 0; v < n; v++) {
      // What swings to and fro goes slower than what keeps its way.
      const swing = Math.sqrt((moveX[v]! - beforeX[v]!) ** 2 + (moveY[v]! - beforeY[v]!) ** 2) * weight[v]!;
      const part = speed / (1 + Math.sqrt(speed * swing));
      beforeX[v] = moveX[v]!;
      beforeY[v] = moveY[v]!;
      if (fixed?.[v]) continue;
      x[v]! += moveX[v]! * part;
      y[v]! += moveY[v]! * part;
    }
    if (round % BETWEEN !== BETWEEN - 1) continue;
    if (stressOf(judges, x, y) > most) {
      x.set(keptX);
      y.set(keptY);
      return;
    }
    keptX.set(x);
    keptY.set(y);
  }
}

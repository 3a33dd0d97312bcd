import type { MatchWeights } from './matchRecord';
import { likelihood } from './score';

/** A pair that a person has judged, by what was found of it (`featuresOf`). */
export interface LabelledPair {
  readonly features: readonly string[];
  readonly same: boolean;
}

const ROUNDS = 25;
const SETTLED = 1e-6;
/** How firmly weights stay at what they were: as if so many pairs had said so. What few pairs show hardly moves. */
const RIDGE = 1;
const SMALLEST_STEP = 1e-4;

/** Solves a symmetric positive system in place, by Cholesky's method. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const lower = matrix.map((row) => [...row]);
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i < size; i += 1) {
      let sum = at(i, j);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      const row = lower[i];
      if (row) row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / at(j, j);
    }
  }
  const answer = [...right];
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) answer[i] = (answer[i] ?? 0) - at(i, k) * (answer[k] ?? 0);
    answer[i] = (answer[i] ?? 0) / at(i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) answer[i] = (answer[i] ?? 0) - at(k, i) * (answer[k] ?? 0);
    answer[i] = (answer[i] ?? 0) / at(i, i);
  }
  return answer;
}

/** Features of one pair as counts by place; place 0 is the prior. */
function rowsOf(pairs: readonly LabelledPair[], places: ReadonlyMap<string, number>): Map<number, number>[] {
  return pairs.map(({ features }) => {
    const row = new Map([[0, 1]]);
    for (const feature of features) {
      const place = places.get(feature);
      if (place !== undefined) row.set(place, (row.get(place) ?? 0) + 1);
    }
    return row;
  });
}

/**
 * Weights that fit labelled pairs: logistic regression by Newton's method (iteratively reweighted least squares), drawn to the weights given so that what the pairs do
 * not show stays as it was. The same pairs always give the same weights; without pairs of both kinds, the weights given.
 */
export function calibrate(pairs: readonly LabelledPair[], weights: MatchWeights): MatchWeights {
  if (!pairs.some(({ same }) => same) || pairs.every(({ same }) => same)) return weights;
  const seen = new Set(pairs.flatMap(({ features }) => features));
  const names = Object.keys(weights.points).filter((name) => seen.has(name));
  const rows = rowsOf(pairs, new Map(names.map((name, at) => [name, at + 1])));
  const before = [weights.prior, ...names.map((name) => weights.points[name] ?? 0)];
  let fitted = [...before];
  const toldOf = (row: ReadonlyMap<number, number>, values: readonly number[]): number => {
    let told = 0;
    for (const [place, count] of row) told += count * (values[place] ?? 0);
    return told;
  };
  /** What the fit costs: surprise at the labels, and distance from the weights given. */
  const costOf = (values: readonly number[]): number => {
    let cost = 0;
    values.forEach((value, at) => { cost += (RIDGE / 2) * (value - (before[at] ?? 0)) ** 2; });
    rows.forEach((row, at) => { cost += Math.log1p(Math.exp((pairs[at]?.same === true ? -1 : 1) * Math.max(-500, Math.min(500, toldOf(row, values))))); });
    return cost;
  };
  let cost = costOf(fitted);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = fitted.map((value, at) => RIDGE * ((before[at] ?? 0) - value));
    const curve = fitted.map((_, i) => fitted.map((__, j): number => (i === j ? RIDGE : 0)));
    rows.forEach((row, at) => {
      const likely = likelihood(toldOf(row, fitted));
      const error = (pairs[at]?.same === true ? 1 : 0) - likely;
      const weight = likely * (1 - likely);
      for (const [i, count] of row) {
        slope[i] = (slope[i] ?? 0) + error * count;
        const line = curve[i];
        if (line) for (const [j, other] of row) line[j] = (line[j] ?? 0) + weight * count * other;
      }
    });
    const step = solve(curve, slope);
    // A step that leads too far is halved until it helps.
    let next = fitted;
    let [share, better] = [1, cost];
    for (; share > SMALLEST_STEP && better >= cost; share /= 2) {
      const by = share;
      next = fitted.map((value, at) => value + by * (step[at] ?? 0));
      better = costOf(next);
    }
    if (better >= cost || cost - better < SETTLED) break;
    [fitted, cost] = [next, better];
  }
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return { ...weights, prior: rounded(fitted[0] ?? weights.prior), points: { ...weights.points, ...Object.fromEntries(names.map((name, at) => [name, rounded(fitted[at + 1] ?? 0)])) } };
}

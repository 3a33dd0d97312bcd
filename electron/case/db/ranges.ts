import type { Ranges } from '../journal';

/** Packs short keys into unbroken runs; rows of one import lie side by side, so that a million of them make a handful of runs. */
export function rangesOf(keys: readonly number[]): Ranges {
  const sorted = [...new Set(keys)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const n of sorted) {
    const last = runs.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}

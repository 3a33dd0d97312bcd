import type { NetworkLinks } from '../../../../shared/analysis/network/ties';

/** Numbers that are always the same for a seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Links at random, loops and repeats among them. */
export function randomLinks(seed: number, n: number, links: number, weighted = false): NetworkLinks {
  const next = numbers(seed);
  const pick = (): Uint32Array => Uint32Array.from({ length: links }, () => Math.floor(next() * n));
  return { n, from: pick(), to: pick(), weight: weighted ? Float64Array.from({ length: links }, () => 1 + Math.floor(next() * 9)) : null };
}

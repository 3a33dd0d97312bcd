/**
 * A small repeatable source of chance (mulberry32): the same seed gives the same sample files on every machine.
 * @param {number} seed 32-bit integer
 */
export function seededRandom(seed) {
  let state = seed >>> 0;

  /** A number from 0 up to, not including, 1. */
  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const chance = (probability) => next() < probability;
  const pick = (list) => list[Math.floor(next() * list.length)];

  /** `count` different members of `list`, in random order. */
  function sample(list, count) {
    const rest = [...list];
    const taken = [];
    while (taken.length < count && rest.length > 0) taken.push(rest.splice(Math.floor(next() * rest.length), 1)[0]);
    return taken;
  }

  /** One key of `weights`, in proportion to its number. */
  function weighted(weights) {
    const entries = Object.entries(weights);
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries[entries.length - 1][0];
  }

  /** A string of `length` digits. */
  const digits = (length) => Array.from({ length }, () => between(0, 9)).join('');

  return { next, between, chance, pick, sample, weighted, digits };
}

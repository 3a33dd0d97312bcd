/** A little more than needed, so that rounding leaves no overlap behind. */
export const SLACK = 0.5;

/** Offsets 0, a little forth, a little back, more forth … */
export function* outwards(step: number): Generator<number> {
  yield 0;
  for (let off = step; ; off += step) {
    yield off;
    yield -off;
  }
}

/** Moves values, in ascending order, apart to at least `room` with the least change in all (pooling of what is too near). */
export function apart(values: readonly number[], least: number): readonly number[] {
  // Places are kept to a hundredth: what has room already keeps its place to the last digit, so that aligning twice changes nothing.
  if (values.every((value, i) => i === 0 || value - values[i - 1]! >= least)) return values;
  const room = least + SLACK;
  const pools: { sum: number; count: number; first: number }[] = [];
  values.forEach((value, i) => {
    pools.push({ sum: value - i * room, count: 1, first: i });
    for (;;) {
      const last = pools.at(-1)!;
      const before = pools.at(-2);
      if (!before || before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count, first: before.first });
    }
  });
  return pools.flatMap(({ sum, count, first }) => Array.from({ length: count }, (_, k) => sum / count + (first + k) * room));
}

import { expect } from 'vitest';

/** Processor time of one run in milliseconds: other programs on the machine do not count. The least of three, since the collector does. */
function cost(run: () => unknown): number {
  let least = Infinity;
  for (let at = 0; at < 3; at += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Less processor time than this tells nothing of how it grows. */
const NOTHING = 40;

/**
 * Fails when `run` takes time out of proportion to its input: four times the input may cost at most ten times as much (a square would be sixteen). A
 * proportion rather than a number of milliseconds, so that a slow or busy machine judges as a fast one does.
 */
export function expectProportion(run: (size: number) => unknown, size: number, what = ''): void {
  run(Math.ceil(size / 20));
  const large = cost(() => run(size));
  if (large <= NOTHING) return;
  const small = cost(() => run(Math.floor(size / 4)));
  expect(large, `${what}: ${small.toFixed(1)} ms for a quarter, ${large.toFixed(1)} ms for all`).toBeLessThan(Math.max(NOTHING, small * 10));
}

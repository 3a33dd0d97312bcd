import type { Ranges } from '../journal';

/** Gathers short keys into unbroken runs as they come: what lies side by side costs one pair, however many there are. */
export class Runs {
  private readonly runs: [number, number][] = [];

  add(n: number): void {
    const last = this.runs.at(-1);
    if (last !== undefined && n === last[1] + 1) last[1] = n;
    else this.runs.push([n, n]);
  }

  /** In rising order, each as long as it can be. */
  ranges(): Ranges {
    const joined: [number, number][] = [];
    for (const [first, end] of this.runs.toSorted((a, b) => a[0] - b[0])) {
      const last = joined.at(-1);
      if (last !== undefined && first <= last[1] + 1) last[1] = Math.max(last[1], end);
      else joined.push([first, end]);
    }
    return joined;
  }
}

/** Numbers of `n` to and with each run's end. */
export const countOf = (ranges: Ranges): number => ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);

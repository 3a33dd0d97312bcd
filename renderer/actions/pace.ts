/** How far a job was at a moment, in milliseconds of a clock that only goes forward. */
export interface Sample {
  readonly at: number;
  readonly done: number;
  readonly rows: number;
}

export interface Pace {
  /** Rows per second; 0 where none are counted. */
  readonly rate: number;
  /** Seconds until the step is done; null where that cannot be told. */
  readonly left: number | null;
}

/** Less than this says more of chance than of pace, in milliseconds. */
const SHORTEST = 1500;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Speed per second in each stretch of about half a second: a stop for a moment, or a burst, then moves the median little. */
function speeds(samples: readonly Sample[], of: 'done' | 'rows'): number[] {
  const found: number[] = [];
  let [from] = samples;
  for (const sample of samples) {
    if (from === undefined || sample.at - from.at < 500) continue;
    found.push(((sample[of] - from[of]) * 1000) / (sample.at - from.at));
    from = sample;
  }
  return found;
}

/** How fast it went in the last seconds, and how long the rest takes at that pace; null while too little was seen. */
export function paceOf(samples: readonly Sample[], total: number): Pace | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < SHORTEST) return null;
  const speed = median(speeds(samples, 'done'));
  const rate = Math.max(0, Math.round(median(speeds(samples, 'rows'))));
  return { rate, left: speed > 0 && total > 0 ? Math.max(0, Math.round((total - last.done) / speed)) : null };
}

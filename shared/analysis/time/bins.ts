import { PER_ITEM, type Times } from './times';

/** How many items were in each stretch of time: surely, and those that may have been there besides. */
export interface Bins {
  readonly sure: Int32Array;
  readonly maybe: Int32Array;
}

/** Index of the stretch that a moment lies in; below the first -1, beyond the last `edges.length - 1`. */
function stretchOf(edges: Float64Array, moment: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Counts items in the stretches between `edges` (rising moments; one more than stretches), as `standing` has it for each stretch as a window. `chosen`: only these items
 * (1 for those that count). Work goes with items and stretches, not with how long items lasted.
 */
export function binsOf(times: Times, edges: Float64Array, chosen?: Uint8Array): Bins {
  const stretches = Math.max(0, edges.length - 1);
  // Changes at each edge, summed up at the end.
  const [sure, any] = [new Int32Array(stretches + 1), new Int32Array(stretches + 1)];
  const add = (into: Int32Array, first: number, last: number): void => {
    const [a, b] = [Math.max(0, first), Math.min(stretches - 1, last)];
    if (a > b) return;
    into[a]! += 1;
    into[b + 1]! -= 1;
  };
  for (let at = 0; at * PER_ITEM < times.length; at += 1) {
    if (chosen !== undefined && chosen[at] === 0) continue;
    const i = at * PER_ITEM;
    const [earliest, begun, ending, latest] = [times[i]!, times[i + 1]!, times[i + 2]!, times[i + 3]!];
    if (Number.isNaN(earliest)) continue;
    const first = stretchOf(edges, earliest);
    // What ends just where a stretch begins was not in it.
    const last = latest === Infinity ? stretches - 1 : before(edges, latest);
    add(any, first, last);
    // Surely while it lasted, and in a stretch that holds all moments it may have been at.
    if (begun < ending) add(sure, stretchOf(edges, begun), ending === Infinity ? stretches - 1 : before(edges, ending));
    else if (first === last) add(sure, first, last);
  }
  let [runningSure, runningAny] = [0, 0];
  const maybe = new Int32Array(stretches);
  for (let at = 0; at < stretches; at += 1) {
    runningSure += sure[at]!;
    runningAny += any[at]!;
    sure[at] = runningSure;
    maybe[at] = runningAny - runningSure;
  }
  return { sure: sure.subarray(0, stretches), maybe };
}

/** Index of the last stretch that begins before a moment. */
function before(edges: Float64Array, moment: number): number {
  const at = stretchOf(edges, moment);
  return edges[at] === moment ? at - 1 : at;
}

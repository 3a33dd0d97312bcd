import type { Ties } from './ties';

/** With how many others each node is tied. */
export const degrees = ({ n, offset }: Ties): Uint32Array => Uint32Array.from({ length: n }, (_, v) => offset[v + 1]! - offset[v]!);

/** What the ties of each node weigh together. */
export function strengths({ n, offset, weight }: Ties): Float64Array {
  const sums = new Float64Array(n);
  for (let v = 0; v < n; v += 1) for (let i = offset[v]!; i < offset[v + 1]!; i += 1) sums[v]! += weight[i]!;
  return sums;
}

/** Links between `n` nodes by index. `weight` one number a link (a count, an amount, seconds), null where each counts as 1. */
export interface NetworkLinks {
  readonly n: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array | null;
}

/** Which way links are followed: as they point, against it, or both. */
export type Following = 'out' | 'in' | 'both';

/**
 * Who is tied to whom, each pair once: neighbours of v are `adjacent[offset[v] … offset[v + 1]]`, ascending. `weight` is the sum over the links of a pair. Loops are left
 * out. Parallel links make one tie, so that ten calls between two phones do not make ten shortest paths.
 */
export interface Ties {
  readonly n: number;
  readonly offset: Uint32Array;
  readonly adjacent: Uint32Array;
  readonly weight: Float64Array;
  /** True when every tie weighs 1. */
  readonly plain: boolean;
}

/** Ends of every arc that is followed: links once, or both ways. */
function* arcsOf({ from, to }: NetworkLinks, following: Following): Generator<readonly [Uint32Array, Uint32Array]> {
  if (following !== 'in') yield [from, to];
  if (following !== 'out') yield [to, from];
}

/** Rows of a sparse matrix, each in the order of `by`: two passes of a counting sort, linear in links. */
function sortedRows({ n, weight }: NetworkLinks, arcs: readonly (readonly [Uint32Array, Uint32Array])[]): { readonly offset: Uint32Array; readonly adjacent: Uint32Array; readonly weight: Float64Array } {
  const total = arcs.reduce((sum, [start]) => sum + start.length, 0);
  const place = (keys: (visit: (key: number, at: number) => void) => void): { offset: Uint32Array; order: Uint32Array } => {
    const offset = new Uint32Array(n + 1);
    keys((key) => { offset[key + 1]! += 1; });
    for (let v = 0; v < n; v += 1) offset[v + 1]! += offset[v]!;
    const next = offset.slice(0, n);
    const order = new Uint32Array(total);
    keys((key, at) => { order[next[key]!] = at; next[key]! += 1; });
    return { offset, order };
  };
  const starts = new Uint32Array(total);
  const ends = new Uint32Array(total);
  const weights = new Float64Array(total);
  let at = 0;
  for (const [start, end] of arcs) {
    starts.set(start, at);
    ends.set(end, at);
    if (weight === null) weights.fill(1, at, at + start.length);
    else weights.set(weight, at);
    at += start.length;
  }
  const byEnd = place((visit) => ends.forEach(visit));
  // Stable: within a row the ends stay ascending.
  const byStart = place((visit) => byEnd.order.forEach((arc) => visit(starts[arc]!, arc)));
  const adjacent = new Uint32Array(total);
  const sorted = new Float64Array(total);
  byStart.order.forEach((arc, to) => {
    adjacent[to] = ends[arc]!;
    sorted[to] = weights[arc]!;
  });
  return { offset: byStart.offset, adjacent, weight: sorted };
}

/** The ties that links make, followed one way or both. Linear in nodes and links. */
export function tiesOf(links: NetworkLinks, following: Following): Ties {
  const { n } = links;
  const rows = sortedRows(links, [...arcsOf(links, following)]);
  const offset = new Uint32Array(n + 1);
  let end = 0;
  let plain = true;
  for (let v = 0; v < n; v += 1) {
    const first = end;
    for (let i = rows.offset[v]!; i < rows.offset[v + 1]!; i += 1) {
      const u = rows.adjacent[i]!;
      if (u === v) continue;
      if (end > first && rows.adjacent[end - 1] === u) rows.weight[end - 1]! += rows.weight[i]!;
      else {
        rows.adjacent[end] = u;
        rows.weight[end] = rows.weight[i]!;
        end += 1;
      }
    }
    offset[v + 1] = end;
  }
  for (let i = 0; i < end && plain; i += 1) plain = rows.weight[i] === 1;
  return { n, offset, adjacent: rows.adjacent.slice(0, end), weight: rows.weight.slice(0, end), plain };
}

/** The same ties with every weight 1: for measures that only ask whether two are tied. */
export const plainly = (ties: Ties): Ties => (ties.plain ? ties : { ...ties, weight: new Float64Array(ties.adjacent.length).fill(1), plain: true });

/** The same ties, each with the length that `lengthOf` makes of its weight: strong ties are short. */
export const withLengths = (ties: Ties, lengthOf: (weight: number) => number): Ties => {
  const weight = ties.weight.map(lengthOf);
  return { ...ties, weight, plain: weight.every((each) => each === 1) };
};

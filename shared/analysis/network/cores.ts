import type { Ties } from './ties';

/** The largest k for which each node is in a part where all have k neighbours or more (Batagelj and Zaversnik 2003). Linear in ties. */
export function coreNumbers({ n, offset, adjacent }: Ties): Uint32Array {
  const degree = new Uint32Array(n);
  let most = 0;
  for (let v = 0; v < n; v += 1) {
    degree[v] = offset[v + 1]! - offset[v]!;
    most = Math.max(most, degree[v]!);
  }
  // Nodes in the order of their degree; `starts` says where each degree begins.
  const starts = new Uint32Array(most + 2);
  for (let v = 0; v < n; v += 1) starts[degree[v]! + 1]! += 1;
  for (let d = 0; d <= most; d += 1) starts[d + 1]! += starts[d]!;
  const next = starts.slice();
  const place = new Uint32Array(n);
  const order = new Uint32Array(n);
  for (let v = 0; v < n; v += 1) {
    const at = next[degree[v]!]!;
    next[degree[v]!]! += 1;
    place[v] = at;
    order[at] = v;
  }
  for (let at = 0; at < n; at += 1) {
    const v = order[at]!;
    for (let i = offset[v]!, last = offset[v + 1]!; i < last; i += 1) {
      const u = adjacent[i]!;
      const d = degree[u]!;
      if (d <= degree[v]!) continue;
      // Moves u to the front of its degree, and the front one on: u then belongs to the degree below.
      const [from, front] = [place[u]!, Math.max(starts[d]!, at + 1)];
      const other = order[front]!;
      order[from] = other;
      place[other] = from;
      order[front] = u;
      place[u] = front;
      starts[d] = front + 1;
      degree[u] = d - 1;
    }
  }
  return degree;
}

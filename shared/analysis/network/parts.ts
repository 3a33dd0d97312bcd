import type { Ties } from './ties';

/** Which connected part each node is in, numbered from the largest on; among equals the part of the smallest node first. Ties must lead both ways. */
export function partsOf({ n, offset, adjacent }: Ties): { readonly part: Uint32Array; readonly sizes: Uint32Array } {
  const part = new Uint32Array(n).fill(n);
  const queue = new Uint32Array(n);
  const found: { readonly first: number; readonly size: number }[] = [];
  for (let start = 0; start < n; start += 1) {
    if (part[start] !== n) continue;
    let head = 0;
    let end = 1;
    queue[0] = start;
    part[start] = found.length;
    while (head < end) {
      const v = queue[head]!;
      head += 1;
      for (let i = offset[v]!; i < offset[v + 1]!; i += 1) {
        const u = adjacent[i]!;
        if (part[u] !== n) continue;
        part[u] = found.length;
        queue[end] = u;
        end += 1;
      }
    }
    found.push({ first: start, size: end });
  }
  const ranked = found.map((each, at) => ({ ...each, at })).toSorted((a, b) => b.size - a.size || a.first - b.first);
  const rank = new Uint32Array(found.length);
  ranked.forEach(({ at }, place) => { rank[at] = place; });
  return { part: part.map((at) => rank[at]!), sizes: Uint32Array.from(ranked, ({ size }) => size) };
}

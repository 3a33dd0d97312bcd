interface Typed { readonly id: string; readonly type: string }
interface Joining { readonly from: string; readonly to: string }

/** Entities of one type that lines join with exactly the same others. */
export interface Alike {
  readonly type: string;
  readonly ids: readonly string[];
  /** Ids of those that all of them are joined with. */
  readonly neighbours: readonly string[];
}

/**
 * Entities of the same type with exactly the same neighbours, `least` of them or more; the largest first. What nothing is joined with has no neighbours to share.
 * Which way lines lead, and of which type they are, makes no difference.
 */
export function withSameNeighbours(entities: readonly Typed[], lines: readonly Joining[], least: number): Alike[] {
  const neighbours = new Map<string, Set<string>>(entities.map(({ id }) => [id, new Set()]));
  for (const { from, to } of lines) {
    if (from === to || !neighbours.has(from) || !neighbours.has(to)) continue;
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  const found = new Map<string, { type: string; ids: string[]; neighbours: readonly string[] }>();
  for (const { id, type } of entities) {
    const own = [...(neighbours.get(id) ?? [])].toSorted();
    if (own.length === 0) continue;
    const key = [type, ...own].join(' ');
    const known = found.get(key);
    if (known) known.ids.push(id);
    else found.set(key, { type, ids: [id], neighbours: own });
  }
  return [...found.values()].filter(({ ids }) => ids.length >= Math.max(2, least)).toSorted((a, b) => b.ids.length - a.ids.length || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1));
}

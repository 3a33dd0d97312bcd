import type { ChartOptions, Folding } from '../../model/drawing';

/** How the links between two entities are folded, and what says so: a pair's folding takes in all its links, a type's only links of that type. */
export interface Asked {
  readonly folding: Folding;
  readonly by: 'pair' | 'type' | 'chart';
}

/** How a pair is known in a chart's options: both ids, the smaller first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** Both ids of a pair. */
export function pairEnds(key: string): readonly [string, string] {
  const [a = '', b = ''] = key.split('|');
  return [a, b];
}

/** A pair's key by the ids that its entities are shown under. */
export function shownPair(key: string, shownAs: (id: string) => string): string {
  const [a, b] = pairEnds(key);
  return pairKey(shownAs(a), shownAs(b));
}

/**
 * Reads a chart's options: how the links of a type between two entities are folded. `shownAs` gives the id that an entity is shown under, where several are taken for one:
 * a pair was set by the ids that it had then.
 */
export function foldingsOf(options: ChartOptions | undefined, shownAs: (id: string) => string = (id) => id): (type: string, from: string, to: string) => Asked {
  const pairs = new Map(Object.entries(options?.pairFolding ?? {}).map(([key, folding]) => [shownPair(key, shownAs), folding]));
  const types = new Map(Object.entries(options?.typeFolding ?? {}));
  const whole: Asked = { folding: options?.folding ?? 'type', by: 'chart' };
  return (type, from, to) => {
    const ofPair = pairs.size === 0 ? undefined : pairs.get(pairKey(from, to));
    if (ofPair !== undefined) return { folding: ofPair, by: 'pair' };
    const ofType = types.get(type);
    return ofType === undefined ? whole : { folding: ofType, by: 'type' };
  };
}

/** True when some links of a chart are folded otherwise than by type and direction. */
export const asksFolding = (options: ChartOptions | undefined): boolean =>
  [options?.folding ?? 'type', ...Object.values(options?.typeFolding ?? {}), ...Object.values(options?.pairFolding ?? {})].some((folding) => folding !== 'type');

/** True when some links of a chart are wanted one by one. */
export const asksApart = (options: ChartOptions | undefined): boolean =>
  options?.folding === 'apart' || [...Object.values(options?.typeFolding ?? {}), ...Object.values(options?.pairFolding ?? {})].includes('apart');

/** Single links that are drawn between the same two entities, and on a whole chart, at most: beyond that a picture says less than a number does. */
export const MOST_APART = 60;
export const MOST_APART_IN_ALL = 3000;

/** Links between the same two entities that are wanted apart. */
export interface Wanted {
  readonly key: string;
  /** The two entities that they lie between. */
  readonly pair: string;
  readonly count: number;
}

/** Which of these are drawn link by link: the smaller ones first, as long as a pair and the whole chart stay below their limits. The others stay folded. */
export function apartAmong(wanted: readonly Wanted[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  const between = new Map<string, number>();
  let all = 0;
  for (const { key, pair, count } of [...wanted].sort((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1))) {
    const here = (between.get(pair) ?? 0) + count;
    if (here > MOST_APART || all + count > MOST_APART_IN_ALL) continue;
    between.set(pair, here);
    all += count;
    chosen.add(key);
  }
  return chosen;
}

import type { TimeRange } from './range';
import { isDated, OUT, PER_ITEM, putTimes, standing, type Times } from './times';

interface Entity { readonly id: string; readonly type: string; readonly start: string | null; readonly end: string | null }
interface Line { readonly id: string; readonly from: string; readonly to: string }

/** What of a chart is asked about time. */
export interface Timed {
  readonly entities: readonly Entity[];
  readonly lines: readonly Line[];
}

/** When the links of a chart's lines were; see ChartTimes of the contract. */
export interface LinkTimes {
  readonly lines: readonly string[];
  readonly of: Int32Array;
  readonly times: Times;
}

/** What stays in a window of time. */
export interface KeptInTime {
  /** Ids of entities and lines. */
  readonly kept: ReadonlySet<string>;
  /** By line: the links of it that stay, by their places in `times`; lines of which all stay are not in it. */
  readonly parts: ReadonlyMap<string, readonly number[]>;
  /** Entities and lines that nothing dates. */
  readonly undated: number;
}

/** When the entities were, in their order. `happens` says of a type that it is a happening. */
export function entityTimes(entities: readonly Entity[], happens: (type: string) => boolean): Times {
  const times = new Float64Array(entities.length * PER_ITEM);
  entities.forEach(({ type, start, end }, at) => putTimes(times, at, start, end, happens(type)));
  return times;
}

/** Links of each line by their places; a line that is not known yet has none. */
export function linksByLine({ lines, of }: LinkTimes): ReadonlyMap<string, readonly number[]> {
  const found: number[][] = lines.map(() => []);
  of.forEach((line, at) => found[line]?.push(at));
  return new Map(lines.map((id, line) => [id, found[line] ?? []]));
}

/**
 * What was, or may have been, in the window. A line stays while one of its links does, and both its ends do. What has no date stays where `undated` says so; otherwise an undated entity stays
 * only with a line that does: nobody knows when a person was, only when he called.
 */
export function keptInTime(chart: Timed, { times }: LinkTimes, links: ReadonlyMap<string, readonly number[]>, ofEntities: Times, window: TimeRange, undated: boolean): KeptInTime {
  const kept = new Set<string>();
  const bare = new Set<string>();
  chart.entities.forEach(({ id }, at) => {
    if (!isDated(ofEntities, at)) {
      bare.add(id);
      kept.add(id);
    } else if (standing(ofEntities, at, window) !== OUT) kept.add(id);
  });
  let bareLines = 0;
  const parts = new Map<string, readonly number[]>();
  const touched = new Set<string>();
  const stays = (link: number): boolean => (isDated(times, link) ? standing(times, link, window) !== OUT : undated);
  for (const { id, from, to } of chart.lines) {
    const all = links.get(id);
    // A line that was drawn just now is not known yet: it is not hidden from whoever drew it.
    const left = all?.filter(stays);
    if (all !== undefined && all.every((link) => !isDated(times, link))) bareLines += 1;
    if (!kept.has(from) || !kept.has(to) || left?.length === 0) continue;
    kept.add(id);
    touched.add(from);
    touched.add(to);
    if (left !== undefined && left.length < (all?.length ?? 0)) parts.set(id, left);
  }
  if (!undated) for (const id of bare) if (!touched.has(id)) kept.delete(id);
  return { kept, parts, undated: bare.size + bareLines };
}

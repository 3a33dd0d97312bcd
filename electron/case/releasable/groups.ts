import { holdings } from '../../../shared/analysis/drawing/regroup';
import type { ChartGroupRecord } from '../../../shared/model/drawing';

/** A group of fewer would tell that somebody is missing from it. */
const FEWEST = 2;

/**
 * Groups of a chart as they go along where not everything may go: with the members that stand on it there (`standing`), and numbers for the names that somebody gave them. Those that hold
 * fewer than two of these stay, so that nothing tells how many are held back.
 */
export function releasedGroups(groups: readonly ChartGroupRecord[], standing: ReadonlySet<string>): ChartGroupRecord[] {
  const shownAs = (member: string): string | undefined => (standing.has(member) ? member : undefined);
  const held = holdings(groups, shownAs);
  const going = new Set([...held].filter(([, own]) => own.size >= FEWEST).map(([id]) => id));
  const goes = groups.filter(({ id }) => going.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  // What lay in a group that stays lies in the one round it, as it would if that had never been made.
  const inner = new Map(groups.filter(({ id }) => !going.has(id)).map(({ id }) => [id, [...(held.get(id) ?? [])]]));
  return goes.map(({ id, chart, members, collapsed, style: { colour, bare } = {} }, at): ChartGroupRecord => ({
    id, chart, name: String(at + 1), collapsed, members: [...new Set(members.flatMap((member) => inner.get(member) ?? (going.has(member) || standing.has(member) ? [member] : [])))],
    ...(colour === undefined && bare === undefined ? {} : { style: { ...(colour === undefined ? {} : { colour }), ...(bare === undefined ? {} : { bare }) } }),
  }));
}

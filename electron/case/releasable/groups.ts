import { groupsOfSeveral } from '../../../shared/analysis/drawing/regroup';
import type { ChartGroupRecord } from '../../../shared/model/drawing';

/**
 * Groups of a chart as they go along where not everything may go: with the members that stand on it there (`standing`), and numbers for the names that somebody gave them. Those that hold
 * fewer than two of these stay, so that nothing tells how many are held back.
 */
export function releasedGroups(groups: readonly ChartGroupRecord[], standing: ReadonlySet<string>): ChartGroupRecord[] {
  const goes = groupsOfSeveral(groups, (member) => (standing.has(member) ? member : undefined)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return goes.map(({ id, chart, members, collapsed, style: { colour, bare } = {} }, at): ChartGroupRecord => ({
    id, chart, name: String(at + 1), collapsed, members,
    ...(colour === undefined && bare === undefined ? {} : { style: { ...(colour === undefined ? {} : { colour }), ...(bare === undefined ? {} : { bare }) } }),
  }));
}

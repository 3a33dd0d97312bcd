import type { ItemStyle } from '../../../shared/model/drawing';
import type { DrawnChart } from './drawnChart';

/** What was said of how strong a line is taken to be on a chart; kept under the line's own id, or under what it is folded by. */
export function strengthSaid(styles: ReadonlyMap<string, ItemStyle>, { id, type, from, to }: { readonly id: string; readonly type: string; readonly from: string; readonly to: string }): ItemStyle['strength'] {
  return (styles.get(id) ?? styles.get(`${type}|${from}|${to}`))?.strength;
}

/** Styles of a chart's lines, by what each is kept under. */
export const lineStyles = (items: DrawnChart['items']): ReadonlyMap<string, ItemStyle> => new Map(items.flatMap((item) => (item.kind === 'link' && item.style !== undefined && !item.hidden ? [[item.subject, item.style] as const] : [])));

/** The chart with lines as strong as they are taken to be on it; those that differ from their gradings say from what, and why. */
export function strengthened(chart: DrawnChart): DrawnChart {
  const styles = lineStyles(chart.items);
  if (![...styles.values()].some((style) => style.strength !== undefined)) return chart;
  return {
    ...chart,
    lines: chart.lines.map((line) => {
      const said = strengthSaid(styles, line);
      return said === undefined || said.as === line.strength ? line : { ...line, strength: said.as, graded: line.strength, reason: said.reason };
    }),
  };
}

import type { ChartView } from '../../../shared/contract';
import type { DrawnChart, DrawnLine } from './drawnChart';

/**
 * Lines of a chart with those that lead to something in a closed group (`within`: entity → group) ended on the group; each keeps its id. Lines within one group, and hidden ones that
 * would lead to one, are left out. `styles`: rows under a line's own id where it was drawn by what it is folded by between its former ends.
 */
export function endedOnGroups({ items, lines }: Pick<DrawnChart, 'items' | 'lines'>, within: ReadonlyMap<string, string>): { readonly lines: DrawnLine[]; readonly styles: ChartView['items'] } {
  const own = new Map(items.flatMap((item) => (item.kind === 'link' ? [[item.subject, item] as const] : [])));
  const styles: ChartView['items'] = [];
  const ended = lines.flatMap((line): DrawnLine[] => {
    const from = within.get(line.from) ?? line.from;
    const to = within.get(line.to) ?? line.to;
    if (from === line.from && to === line.to) return [line];
    if (from === to || own.get(line.id)?.hidden === true) return [];
    const folded = own.get(`${line.type}|${line.from}|${line.to}`);
    if (!own.has(line.id) && folded?.style !== undefined && !folded.hidden) styles.push({ ...folded, subject: line.id });
    return [{ ...line, from, to }];
  });
  return { lines: ended, styles };
}

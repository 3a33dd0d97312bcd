import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { remove } from './image';
import { selectionsKey } from './selection';

/** Removes a chart with its drawing; what stood on it stays in the case, snapshots of it stay as they are. */
export function planChartDelete({ reader }: PlanContext, { id }: CommandArguments<'chart.delete'>): Plan {
  requireChart(reader, id);
  const items = reader.chartItems(id);
  const parts = (['chart_group', 'annotation'] as const).flatMap((table) => reader.rowsOfChart(table, id).map((row) => remove(reader, table, [row.id])));
  const kept = reader.row('setting', selectionsKey(id)) === null ? [] : [remove(reader, 'setting', [selectionsKey(id)])];
  return {
    patch: { add: {}, retract: {}, images: [remove(reader, 'chart', [id]), ...items.map((item) => remove(reader, 'chart_item', [id, item.subject])), ...parts, ...kept] },
    label: { items: items.length },
  };
}

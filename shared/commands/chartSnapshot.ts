import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Freezes a chart as it stands, with its groups, notes and the way it is drawn, under a name. */
export function planChartSnapshot({ reader, seq }: PlanContext, { id, chart, name, note }: CommandArguments<'chart.snapshot'>): Plan {
  const { options } = requireChart(reader, chart);
  const items = reader.chartItems(chart);
  const drawing = { ...(options === undefined ? {} : { options }), groups: reader.rowsOfChart('chart_group', chart), annotations: reader.rowsOfChart('annotation', chart) };
  return { patch: { add: {}, retract: {}, images: [put(reader, 'snapshot', [id], { id, chart, name, seq, items, note, drawing })] }, label: { items: items.length } };
}

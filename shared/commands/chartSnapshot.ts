import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Freezes a chart as it stands under a name. */
export function planChartSnapshot({ reader, seq }: PlanContext, { id, chart, name }: CommandArguments<'chart.snapshot'>): Plan {
  requireChart(reader, chart);
  const items = reader.chartItems(chart);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'snapshot', [id], { id, chart, name, seq, items })] }, label: { items: items.length } };
}

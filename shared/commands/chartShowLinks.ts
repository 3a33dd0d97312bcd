import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { remove } from './image';

/** Draws hidden links again. */
export function planChartShowLinks({ reader }: PlanContext, { chart, links }: CommandArguments<'chart.showLinks'>): Plan {
  requireChart(reader, chart);
  const images = [...new Set(links)].filter((id) => reader.chartItem(chart, id)).map((id) => remove(reader, 'chart_item', [chart, id]));
  return { patch: { add: {}, retract: {}, images }, label: { links: images.length } };
}

import type { CommandArguments } from './arguments';
import { hiddenLink, requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';

/** Takes entities off a chart and hides links on it; the case keeps both. */
export function planChartRemoveItems({ reader }: PlanContext, { chart, entities, links }: CommandArguments<'chart.removeItems'>): Plan {
  requireChart(reader, chart);
  const off = [...new Set(entities)].filter((id) => reader.chartItem(chart, id)).map((id) => remove(reader, 'chart_item', [chart, id]));
  const hidden = [...new Set(links)].filter((id) => !reader.chartItem(chart, id)?.hidden).map((id) => put(reader, 'chart_item', [chart, id], { ...(reader.chartItem(chart, id) ?? hiddenLink(chart, id)), hidden: true }));
  return { patch: { add: {}, retract: {}, images: [...off, ...hidden] }, label: { entities: off.length, links: hidden.length } };
}

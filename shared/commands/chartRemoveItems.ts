import type { CommandArguments } from './arguments';
import { hiddenLink, linkedFolds, requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { leftGroups } from './group';
import { put, remove } from './image';

/** Takes entities off a chart and out of its groups, each with all that it is taken for one with, and hides links on it; the case keeps both. */
export function planChartRemoveItems(context: PlanContext, { chart, entities, links }: CommandArguments<'chart.removeItems'>): Plan {
  const { reader, sameAs } = context;
  requireChart(reader, chart);
  const leaving = new Set(entities.flatMap((id) => sameAs(id)));
  const standing = [...leaving].filter((id) => reader.chartItem(chart, id));
  const off = standing.map((id) => remove(reader, 'chart_item', [chart, id]));
  const hidden = [...new Set(links.flatMap((line) => linkedFolds(context, line)))].filter((id) => !reader.chartItem(chart, id)?.hidden).map((id) => put(reader, 'chart_item', [chart, id], { ...(reader.chartItem(chart, id) ?? hiddenLink(chart, id)), hidden: true }));
  return { patch: { add: {}, retract: {}, images: [...off, ...hidden, ...leftGroups(reader, chart, leaving)] }, label: { entities: new Set(standing.map((id) => sameAs(id)[0])).size, links: hidden.length } };
}

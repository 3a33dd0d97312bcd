import type { CommandArguments } from './arguments';
import { requireChart, shownLink } from './chart';
import type { Plan, PlanContext } from './context';

/** Draws hidden links again. */
export function planChartShowLinks({ reader }: PlanContext, { chart, links }: CommandArguments<'chart.showLinks'>): Plan {
  requireChart(reader, chart);
  const images = [...new Set(links)].flatMap((id) => shownLink(reader, chart, id));
  return { patch: { add: {}, retract: {}, images }, label: { links: images.length } };
}

import type { CommandArguments } from './arguments';
import { foldsBehind, requireChart, shownLink } from './chart';
import type { Plan, PlanContext } from './context';

/** Draws hidden links again. */
export function planChartShowLinks(context: PlanContext, { chart, links }: CommandArguments<'chart.showLinks'>): Plan {
  const { reader } = context;
  requireChart(reader, chart);
  const images = [...new Set(links.flatMap((line) => foldsBehind(context, line)))].flatMap((id) => shownLink(reader, chart, id));
  return { patch: { add: {}, retract: {}, images }, label: { links: images.length } };
}

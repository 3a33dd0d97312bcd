import type { CommandArguments } from './arguments';
import { requireChart, standingItem } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Moves items, by hand or by a layout. What has meanwhile left the chart is passed over, as is what stands there already. */
export function planChartMoveItems(context: PlanContext, { chart, items, layout }: CommandArguments<'chart.moveItems'>): Plan {
  const { reader } = context;
  requireChart(reader, chart);
  const places = new Map(items.map((item) => [item.subject, item]));
  const images = [...places.values()].flatMap(({ subject, x, y }) => {
    const item = standingItem(context, chart, subject);
    return item && (item.x !== x || item.y !== y) ? [put(reader, 'chart_item', [chart, item.subject], { ...item, x, y })] : [];
  });
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length, ...(layout === undefined ? {} : { layout }) } };
}

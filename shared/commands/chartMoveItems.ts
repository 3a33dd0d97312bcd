import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Moves items, by hand or by a layout. What has meanwhile left the chart is passed over, as is what stands there already. */
export function planChartMoveItems({ reader }: PlanContext, { chart, items, layout }: CommandArguments<'chart.moveItems'>): Plan {
  requireChart(reader, chart);
  const places = new Map(items.map((item) => [item.subject, item]));
  const images = [...places.values()].flatMap(({ subject, x, y }) => {
    const item = reader.chartItem(chart, subject);
    return item && (item.x !== x || item.y !== y) ? [put(reader, 'chart_item', [chart, subject], { ...item, x, y })] : [];
  });
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length, ...(layout === undefined ? {} : { layout }) } };
}

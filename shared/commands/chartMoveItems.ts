import type { CommandArguments } from './arguments';
import { requireChart, standingItem } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Moves items, by hand or by a layout. What has meanwhile left the chart is passed over, as is what stands there already. */
export function planChartMoveItems(context: PlanContext, { chart, items, layout }: CommandArguments<'chart.moveItems'>): Plan {
  const { reader } = context;
  requireChart(reader, chart);
  // Two that are taken for one stand there as one: it has one place.
  const places = new Map(items.flatMap(({ subject, x, y }) => {
    const item = standingItem(context, chart, subject);
    return item === null ? [] : [[item.subject, { item, x, y }] as const];
  }));
  const images = [...places].flatMap(([row, { item, x, y }]) => (item.x !== x || item.y !== y ? [put(reader, 'chart_item', [chart, row], { ...item, x, y })] : []));
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length, ...(layout === undefined ? {} : { layout }) } };
}

import type { CommandArguments } from './arguments';
import { requireChart, standingItem } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Pins items where they stand, or frees them. */
export function planChartPinItems(context: PlanContext, { chart, subjects, pinned }: CommandArguments<'chart.pinItems'>): Plan {
  const { reader } = context;
  requireChart(reader, chart);
  const images = [...new Set(subjects)].flatMap((subject) => {
    const item = standingItem(context, chart, subject);
    return item && item.pinned !== pinned ? [put(reader, 'chart_item', [chart, item.subject], { ...item, pinned })] : [];
  });
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length, pinned: pinned ? 1 : 0 } };
}

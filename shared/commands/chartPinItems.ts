import type { CommandArguments } from './arguments';
import { requireChart, standingItem } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Pins items where they stand, or frees them. */
export function planChartPinItems(context: PlanContext, { chart, subjects, pinned }: CommandArguments<'chart.pinItems'>): Plan {
  const { reader } = context;
  requireChart(reader, chart);
  // Two that are taken for one stand there as one.
  const rows = new Map(subjects.flatMap((subject) => {
    const item = standingItem(context, chart, subject);
    return item === null ? [] : [[item.subject, item] as const];
  }));
  const images = [...rows].flatMap(([row, item]) => (item.pinned === pinned ? [] : [put(reader, 'chart_item', [chart, row], { ...item, pinned })]));
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length, pinned: pinned ? 1 : 0 } };
}

import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Gives a chart another name. */
export function planChartRename({ reader }: PlanContext, { id, name }: CommandArguments<'chart.rename'>): Plan {
  return { patch: { add: {}, retract: {}, images: [put(reader, 'chart', [id], { ...requireChart(reader, id), name })] }, label: {} };
}

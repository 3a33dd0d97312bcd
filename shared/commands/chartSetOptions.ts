import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Sets how a whole chart is drawn. Throws Refusal chartNotFound. */
export function planChartSetOptions({ reader }: PlanContext, { chart, options }: CommandArguments<'chart.setOptions'>): Plan {
  const { options: _before, ...record } = requireChart(reader, chart);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'chart', [chart], Object.keys(options).length === 0 ? record : { ...record, options })] }, label: {} };
}

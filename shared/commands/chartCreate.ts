import type { CommandArguments } from './arguments';
import { addedItems } from './chartAddItems';
import type { Plan, PlanContext } from './context';
import { put } from './image';

/** Makes a chart, as the last tab, with what is to stand on it. */
export function planChartCreate(context: PlanContext, { id, name, items = [] }: CommandArguments<'chart.create'>): Plan {
  const { reader } = context;
  const position = Math.max(0, ...reader.charts().map((chart) => chart.position)) + 1;
  const added = addedItems(context, id, items);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'chart', [id], { id, name, position }), ...added] }, label: { items: added.length } };
}

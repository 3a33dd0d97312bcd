import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put } from './image';
import { Refusal } from './refusal';

/** Gives a snapshot another name or note; what it shows stays as it was frozen. */
export function planChartRenameSnapshot({ reader }: PlanContext, { id, name, note }: CommandArguments<'chart.renameSnapshot'>): Plan {
  const snapshot = reader.row('snapshot', id);
  if (typeof snapshot !== 'object' || snapshot === null) throw new Refusal('chartNotFound');
  return { patch: { add: {}, retract: {}, images: [put(reader, 'snapshot', [id], { ...snapshot, ...(name === undefined ? {} : { name }), ...(note === undefined ? {} : { note }) })] }, label: {} };
}

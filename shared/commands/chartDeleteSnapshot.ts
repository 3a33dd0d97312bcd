import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { remove } from './image';
import { Refusal } from './refusal';

/** Takes a snapshot away. Throws Refusal subjectNotFound, and snapshotInUse where a briefing or presentation shows it. */
export function planChartDeleteSnapshot({ reader }: PlanContext, { id }: CommandArguments<'chart.deleteSnapshot'>): Plan {
  if (reader.row('snapshot', id) === null) throw new Refusal('subjectNotFound');
  if (reader.showsSnapshot(id)) throw new Refusal('snapshotInUse');
  return { patch: { add: {}, retract: {}, images: [remove(reader, 'snapshot', [id])] }, label: {} };
}

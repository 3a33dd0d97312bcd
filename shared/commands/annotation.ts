import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

/** Writes or moves a note, heading or box on a chart. */
export function planAnnotationPut({ reader }: PlanContext, args: CommandArguments<'annotation.put'>): Plan {
  requireChart(reader, args.chart);
  return { patch: { add: {}, retract: {}, images: [put(reader, 'annotation', [args.id], args)] }, label: { kind: args.kind } };
}

/** Takes an annotation off its chart. */
export function planAnnotationDelete({ reader }: PlanContext, { id }: CommandArguments<'annotation.delete'>): Plan {
  if (!reader.row('annotation', id)) throw new Refusal('subjectNotFound');
  return { patch: { add: {}, retract: {}, images: [remove(reader, 'annotation', [id])] }, label: {} };
}

import type { CommandArguments } from './arguments';
import { requireChart } from './chart';
import type { Plan, PlanContext } from './context';
import { put } from './image';
import { Refusal } from './refusal';
import { newStatement } from './said';

/** Draws an entity: its first statement, and its place when it was drawn on a chart. */
export function planEntityCreate(context: PlanContext, args: CommandArguments<'entity.create'>): Plan {
  const type = context.catalogue.entityType(args.type);
  if (!type || type.abstract) throw new Refusal('typeUnknown', { type: args.type });
  const { statement, source } = newStatement(context, context.newId(), args.id, 'entity', args.values, args);
  const { place } = args;
  if (place) requireChart(context.reader, place.chart);
  const item = place && { chart: place.chart, subject: args.id, kind: 'entity', x: place.x, y: place.y, pinned: false, hidden: false };
  return {
    patch: { add: { source, entity: [{ id: args.id, type: args.type }], statement: [statement] }, retract: {}, images: item ? [put(context.reader, 'chart_item', [item.chart, item.subject], item)] : [] },
    label: { type: args.type },
  };
}

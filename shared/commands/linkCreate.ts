import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { Refusal } from './refusal';
import { newStatement } from './said';

/** Draws a link between two entities. */
export function planLinkCreate(context: PlanContext, args: CommandArguments<'link.create'>): Plan {
  const { reader, catalogue } = context;
  if (!catalogue.linkType(args.type)) throw new Refusal('typeUnknown', { type: args.type });
  if (args.from === args.to) throw new Refusal('selfLink');
  const [from, to] = [reader.entity(args.from), reader.entity(args.to)];
  if (!from || !to) throw new Refusal('subjectNotFound');
  if (!catalogue.mayJoin(args.type, from.type, to.type)) throw new Refusal('linkEndsNotAllowed', { type: args.type, from: from.type, to: to.type });
  const { statement, source } = newStatement(context, context.newId(), args.id, 'link', args.values, args);
  return {
    patch: { add: { source, link: [{ id: args.id, type: args.type, from: args.from, to: args.to }], statement: [statement] }, retract: {}, images: [] },
    label: { type: args.type },
  };
}

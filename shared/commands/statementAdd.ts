import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { Refusal } from './refusal';
import { newStatement } from './said';

/** Says something more about an entity or link. */
export function planStatementAdd(context: PlanContext, args: CommandArguments<'statement.add'>): Plan {
  const subject = args.subjectKind === 'entity' ? context.reader.entity(args.subject) : context.reader.link(args.subject);
  if (!subject) throw new Refusal('subjectNotFound');
  const { statement, source } = newStatement(context, args.id, args.subject, args.subjectKind, args.values, args);
  return { patch: { add: { source, statement: [statement] }, retract: {}, images: [] }, label: { type: subject.type, properties: Object.keys(args.values).length } };
}

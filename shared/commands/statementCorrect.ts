import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { Refusal } from './refusal';

/**
 * Retracts a statement and puts its correction in its place: under the same source and at the same place there, since it is read
 * anew from what that source says. Who corrected it stands in the journal.
 */
export function planStatementCorrect({ reader }: PlanContext, args: CommandArguments<'statement.correct'>): Plan {
  const old = reader.statement(args.replaces);
  if (!old) throw new Refusal('statementRetracted');
  const subject = old.subjectKind === 'entity' ? reader.entity(old.subject) : reader.link(old.subject);
  if (!subject) throw new Refusal('subjectNotFound');
  const corrected = { ...old, id: args.id, values: args.values, grading: args.grading, handling: args.handling, basis: args.basis };
  return { patch: { add: { statement: [corrected] }, retract: { statement: [old.id] }, images: [] }, label: { type: subject.type } };
}

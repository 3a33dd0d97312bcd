import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { canonicalJson } from '../model/canonicalJson';
import { requireHandling, sameHandling } from './lowering';
import { Refusal } from './refusal';
import { Lowered, noted } from './statementsEvaluate';

/**
 * Retracts a statement and puts its correction in its place: under the same source and at the same place there, since it is read
 * anew from what that source says. Who corrected it stands in the journal.
 */
export function planStatementCorrect(context: PlanContext, args: CommandArguments<'statement.correct'>): Plan {
  const { reader } = context;
  const old = reader.statement(args.replaces);
  if (!old) throw new Refusal('statementRetracted');
  const subject = old.subjectKind === 'entity' ? reader.entity(old.subject) : reader.link(old.subject);
  if (!subject) throw new Refusal('subjectNotFound');
  const source = reader.sourceEvaluation(old.source);
  if (!source) throw new Refusal('sourceNotFound');
  if (args.handling.length === 0 && source.handling.length > 0) throw new Refusal('handlingOfSource');
  // What it takes over from its source it goes on taking over, unless it is to have codes of its own now.
  const handling = old.handling.length === 0 && sameHandling(args.handling, source.handling) ? [] : args.handling;
  const grading = old.grading === null && canonicalJson(args.grading) === canonicalJson(source.grading) ? null : args.grading;
  const before = old.handling.length > 0 ? old.handling : source.handling;
  // What stands already may stay, also where nobody here knows the code.
  requireHandling(args.handling.filter((each) => !before.some((held) => sameHandling([held], [each]))), context.catalogue);
  const lowered = new Lowered(context);
  lowered.see(source.supplier, before, handling.length > 0 ? handling : source.handling);
  const corrected = { ...old, id: args.id, values: args.values, grading, handling, basis: args.basis };
  const images = lowered.count > 0 ? [noted(context, { id: context.newId(), reason: '', permission: args.permission }, lowered, 1, [])] : [];
  return { patch: { add: { statement: [corrected] }, retract: { statement: [old.id] }, images }, label: { type: subject.type, ...(lowered.count > 0 ? { lowered: lowered.count } : {}) } };
}

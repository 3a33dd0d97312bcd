import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { Refusal } from './refusal';

/** Retracts statements; what they were about stays. */
export function planStatementRetract({ reader }: PlanContext, { ids }: CommandArguments<'statement.retract'>): Plan {
  const distinct = [...new Set(ids)];
  if (distinct.some((id) => !reader.statement(id))) throw new Refusal('statementRetracted');
  return { patch: { add: {}, retract: { statement: distinct }, images: [] }, label: { statements: distinct.length } };
}

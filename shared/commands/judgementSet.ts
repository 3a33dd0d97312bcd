import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { Refusal } from './refusal';

/**
 * Records whether two entities are the same; what was held here of the pair before is retracted. Refused with judgedOtherwise where what was judged of others says the contrary:
 * whoever is sure of the new one first takes back one of those. Partners' judgements bind nobody.
 */
export function planJudgementSet({ reader }: PlanContext, args: CommandArguments<'judgement.set'>): Plan {
  if (args.left === args.right) throw new Refusal('selfLink');
  const [left, right] = [reader.entity(args.left), reader.entity(args.right)];
  if (!left || !right) throw new Refusal('subjectNotFound');
  const chain = reader.judgedAgainst(args, args.verdict);
  if (chain > 0) throw new Refusal('judgedOtherwise', { chain });
  return { patch: { add: { judgement: [args] }, retract: { judgement: reader.judgementsOf(args.left, args.right).map((old) => old.id) }, images: [] }, label: { verdict: args.verdict, type: left.type } };
}

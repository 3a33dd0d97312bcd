import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { Refusal } from './refusal';

/** Takes back judgements that were made here; why stands beside the journal's entry. Throws Refusal judgementNotFound: of one that is gone already, or a partner's. */
export function planJudgementWithdraw({ reader }: PlanContext, { ids, reason }: CommandArguments<'judgement.withdraw'>): Plan {
  const judgements = [...new Set(ids)].map((id) => {
    const judgement = reader.judgement(id);
    if (judgement === null) throw new Refusal('judgementNotFound');
    return judgement;
  });
  return {
    patch: { add: {}, retract: { judgement: judgements.map(({ id }) => id) }, images: [] },
    label: { items: judgements.length },
    ...(reason.trim() === '' ? {} : { beside: { reason, about: [...new Set(judgements.flatMap(({ left, right }) => [left, right]))].join(' ') } }),
  };
}

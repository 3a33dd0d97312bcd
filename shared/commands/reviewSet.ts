import type { SourceReview } from '../model/evaluationChange';
import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { put, remove } from './image';
import { Refusal } from './refusal';

/** Sets the day on which sources must be looked at again; null gives them the case's usual term back. Throws Refusal sourceNotFound. */
export function planReviewSet({ reader }: PlanContext, { sources, due, reason }: CommandArguments<'review.set'>): Plan {
  const distinct = [...new Set(sources)];
  if (distinct.some((id) => !reader.hasSource(id))) throw new Refusal('sourceNotFound');
  const images = distinct.flatMap((source) => {
    const before = reader.row('source_review', source) as SourceReview | null;
    if (due === null) return before === null ? [] : [remove(reader, 'source_review', [source])];
    return before?.due === due && before.reason === reason ? [] : [put(reader, 'source_review', [source], { source, due, reason } satisfies SourceReview)];
  });
  return { patch: { add: {}, retract: {}, images }, label: { items: images.length } };
}

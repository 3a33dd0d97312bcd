import { z } from 'zod';
import { gradingSchema, handlingSchema } from './evaluation';
import { idSchema } from './ids';

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const evaluatedSchema = z.object({ grading: gradingSchema.nullable(), handling: z.array(handlingSchema).max(50) });

/** Evaluation of a source as it was changed after it came in; what it came in with is kept beside it. */
export const sourceEvaluationSchema = evaluatedSchema.extend({ source: idSchema, cameWith: evaluatedSchema });
export type SourceEvaluation = z.infer<typeof sourceEvaluationSchema>;

/** When a source must be looked at again, where that is not the case's usual term after it came in. */
export const sourceReviewSchema = z.object({ source: idSchema, due: daySchema, reason: z.string().max(2000) });
export type SourceReview = z.infer<typeof sourceReviewSchema>;

/** Leave of an originator to lower what it asked for: who gave it, when, under which reference. */
export const leaveSchema = z.object({ givenBy: z.string().trim().min(1).max(300), givenOn: daySchema, reference: z.string().trim().min(1).max(300) });
export type Leave = z.infer<typeof leaveSchema>;

/** Why evaluations were changed, and with whose leave they were lowered. Content of the case: it stands beside the journal, so that an erasure can reach it. */
export const evaluationChangeSchema = z.object({
  id: idSchema,
  /** ISO time, UTC. */
  at: z.string(),
  by: z.string().max(500),
  reason: z.string().max(2000),
  statements: z.number().int().nonnegative(),
  /** Sources whose own evaluation was changed. */
  sources: z.array(idSchema),
  /** Statements and sources of other services of which a code was lowered, and these services. */
  lowered: z.number().int().nonnegative(),
  originators: z.array(z.string().max(500)),
  leave: leaveSchema.nullable(),
});
export type EvaluationChange = z.infer<typeof evaluationChangeSchema>;

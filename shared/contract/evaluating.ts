import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';

/** A source whose review is due, or will be. Dates are days: "2026-05-03". */
export const reviewSchema = z.object({ source: idSchema, title: z.string(), supplier: z.string(), due: z.string(), own: z.boolean(), overdue: z.boolean(), statements: z.number(), persons: z.number() });
export type Review = z.infer<typeof reviewSchema>;

/** Requests of the case about evaluation, handling and review: a part of caseService. */
export const evaluatingRequests = {
  /** Sources by the day on which they must be looked at again, the most overdue first. */
  'case.reviews': request(z.object({}), z.array(reviewSchema)),
  /** Sources whose review is overdue; cheap. */
  'case.overdueReviews': request(z.object({}), z.object({ count: z.number() })),
  /** Live statements of the selection; a source stands alone, for bulk changes: how many, with which codes now. */
  'case.evaluations': request(z.object({ statements: z.array(idSchema).max(200_000).optional(), subjects: z.array(idSchema).max(50_000).optional(), source: idSchema.optional() }), z.object({ statements: z.number(), gradings: z.array(z.object({ text: z.string(), count: z.number() })), handlings: z.array(z.object({ text: z.string(), count: z.number() })), assessments: z.number(), /** Those that have a grading or handling of their own and so do not follow their source. */ own: z.number(), originators: z.array(z.string()) })),
  /** Persons without a category of data subject (suspect, convicted, victim, witness, other, unknown), and minors. */
  'case.categories': request(z.object({}), z.object({ without: z.array(z.object({ id: idSchema, caption: z.string() })), withoutTotal: z.number(), byCategory: z.record(z.string(), z.number()), minors: z.number() })),
  /** Ids of the schemes that were written in this case; all others come with Knoop. */
  'case.ownSchemes': request(z.object({}), z.array(z.string())),
} as const;

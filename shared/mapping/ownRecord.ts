import { z } from 'zod';
import { itemStyleSchema } from '../model/drawing';
import { gradingSchema, handlingSchema } from '../model/evaluation';
import { idSchema } from '../model/ids';
import { valuesSchema } from '../model/records';
import { entityTypeSchema, linkTypeSchema } from '../schema/check';

/** Name under which a file in another tool's format carries what Knoop itself reads back from it. */
export const OWN_NAME = 'knoop';

/** One statement as it left; what is not there is not said. */
export const ownStatementSchema = z.object({
  values: valuesSchema,
  grading: gradingSchema.optional(),
  handling: z.array(handlingSchema).optional(),
  basis: z.literal('assessment').optional(),
  /** Title and supplier of its source in the case that it left, and row or page there: for people to read. */
  source: z.string().optional(),
  supplier: z.string().optional(),
  place: z.string().optional(),
});
export type OwnStatement = z.infer<typeof ownStatementSchema>;

/**
 * What a file that Knoop wrote says of one entity or link, beside what it says in the words of its own format: enough to make the same of it again.
 * `knoop` is the version of this shape. Values are canonical and are never parsed anew.
 */
export const ownSubjectSchema = z.object({
  knoop: z.literal(1),
  id: idSchema,
  type: z.string().max(64),
  statements: z.array(ownStatementSchema),
  /** Chart units, y down. */
  at: z.object({ x: z.number(), y: z.number() }).optional(),
  style: itemStyleSchema.optional(),
  /** Types that the case made itself, at their first use; bases first. */
  entityTypes: z.array(entityTypeSchema).optional(),
  linkTypes: z.array(linkTypeSchema).optional(),
});
export type OwnSubject = z.infer<typeof ownSubjectSchema>;

/** Reads such a text; null for any other. */
export function readOwnSubject(text: string): OwnSubject | null {
  if (!text.startsWith('{"knoop":1,')) return null;
  try {
    const parsed = ownSubjectSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';
import { entityViewSchema } from './views';

const job = z.string().min(1).max(100);

/** Another case of this workstation: what one needs to go and ask. */
export const knownCaseSchema = z.object({
  id: idSchema,
  name: z.string(),
  reference: z.string(),
  /** Who changed it last, with their service: whom to ask. */
  owner: z.string(),
  /** Since when its folder has not been found (ISO, UTC): on a stick, perhaps; null: it is there. */
  missingSince: z.string().nullable(),
});
export type KnownCase = z.infer<typeof knownCaseSchema>;

/** An entity that other cases know too: which, and by what kinds of identifier or name ("phone", "nameBirth"). Never what they say of it. */
export const knownEntitySchema = z.object({ entity: entityViewSchema, cases: z.array(z.object({ case: knownCaseSchema, by: z.array(z.string()) })) });
export type KnownEntity = z.infer<typeof knownEntitySchema>;

/**
 * Requests of the case about what other cases of this workstation know: a part of caseService. Only cases that take part (setting knownAcross) are asked and answered;
 * statements that need their originator's permission, or carry the strictest codes, are left out on both sides.
 */
export const acrossRequests = {
  /** Of these entities, or (no ids) of all in the case: those that other cases know, the best known first. Asking is a consultation, and journalled. `on` false: the case takes no part. */
  'case.knownElsewhere': request(
    z.object({ job, ids: z.array(idSchema).max(1000).optional(), limit: z.number().int().min(1).max(1000).default(200), offset: z.number().int().min(0).default(0) }),
    z.object({ on: z.boolean(), entities: z.array(knownEntitySchema), total: z.number() }),
  ),
  /**
   * How the index stands. `available` false: this workstation keeps none for this case (read-only, or its disk does not let it). `rows`: hashes of this case. `working`: it is being
   * brought up to date. `aside`: name under which a damaged store was put away, told once to who asks with `news`.
   */
  'case.acrossState': request(z.object({ news: z.boolean().default(false) }), z.object({
    available: z.boolean(), on: z.boolean(), working: z.boolean(), cases: z.number(), rows: z.number(), missing: z.array(knownCaseSchema), aside: z.string().nullable(),
  })),
  /** Takes another case out of the index; it comes back when it is opened here again and still takes part. */
  'case.forgetAcross': request(z.object({ case: idSchema }), z.object({})),
} as const;

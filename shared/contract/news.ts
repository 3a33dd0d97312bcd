import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';

/** Requests of the case about what is new: a part of caseService. */
export const newsRequests = {
  /**
   * What on a chart has come into the case since its last snapshot (`since` null) or since a moment (ISO, UTC), and of what more has been said since, under the ids that are shown now. `at` is
   * that moment, null where the chart has no snapshot yet: then nothing is new. Failure chartNotFound.
   */
  'case.newSince': request(z.object({ chart: idSchema, since: z.string().max(40).nullable() }), z.object({ at: z.string().nullable(), added: z.array(idSchema), changed: z.array(idSchema) })),
} as const;

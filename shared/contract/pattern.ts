import { z } from 'zod';
import { idSchema } from '../model/ids';
import { keptPatternSchema, patternSchema } from '../model/pattern';
import { request } from './definition';
import { networkOptionsSchema, networkScopeSchema } from './network';

/** One place where a pattern holds: entities by node and links by edge, those first that its order in time rests on. `counts`: how many links each edge has in all. */
export const patternFindingSchema = z.object({ entities: z.array(idSchema), links: z.array(z.array(idSchema)), counts: z.array(z.number()) });
export type PatternFinding = z.infer<typeof patternFindingSchema>;

/** Requests of the case about drawn patterns: a part of caseService. Entities follow the judgements as the port does. */
export const patternRequests = {
  /** Where a pattern holds, each place once, in a thread; progress under `job`, given up by case.cancel. Direction and weight of the options do not count: the drawing has its own. Fails with patternFault. */
  'case.pattern': request(z.object({ job: z.string().min(1).max(100), pattern: patternSchema, scope: networkScopeSchema, options: networkOptionsSchema, most: z.number().int().min(1).max(5000).default(200) }), z.object({
    found: z.array(patternFindingSchema),
    /** There are more than `most`. */
    more: z.boolean(),
    /** By node: how many entities there are that might stand there by themselves. */
    candidates: z.array(z.number()),
    /** Links of another's time than asked for were left out since they have no date. */
    seq: z.number(),
  })),
  /** Patterns that are kept in the case, by name. */
  'case.patterns': request(z.object({}), z.array(keptPatternSchema)),
} as const;

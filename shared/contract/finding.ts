import { z } from 'zod';
import { keptSelectionSchema } from '../model/keptSelection';
import { idSchema } from '../model/ids';
import { request } from './definition';

/** Requests of the case for finding and cutting down on a chart: a part of caseService. Entities follow the judgements as the port does. */
export const findingRequests = {
  /** Properties that live statements give to entities on a chart, with how many have them; the commonest first. */
  'case.propertiesOnChart': request(z.object({ chart: idSchema }), z.array(z.object({ property: z.string(), entities: z.number() }))),
  /** What the entities on a chart have as a property, of those of a type and its subtypes where one is named: canonical values, each once. Those that have none are left out. */
  'case.propertyValues': request(z.object({ chart: idSchema, type: z.string().max(64).optional(), property: z.string().max(128) }), z.object({ values: z.array(z.object({ entity: idSchema, values: z.array(z.string()) })), seq: z.number() })),
  /** Selections that are kept of a chart, those with a digit first, under the ids that are shown now. */
  'case.selections': request(z.object({ chart: idSchema }), z.array(keptSelectionSchema)),
} as const;

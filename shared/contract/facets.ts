import { z } from 'zod';
import { basisSchema } from '../model/evaluation';

const texts = z.array(z.string().max(100)).max(500);

/** What lists are narrowed to beside their type: best grading, strictest handling, categories of data subject, and whether facts or only assessments tell of it. "" is none; absent is all. */
export const facetsSchema = z.object({ gradings: texts.optional(), handlings: texts.optional(), categories: texts.optional(), basis: basisSchema.optional() });
export type Facets = z.infer<typeof facetsSchema>;

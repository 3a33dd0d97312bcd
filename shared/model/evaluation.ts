import { z } from 'zod';

/** One evaluation of source and information: the scheme and a code per axis, e.g. {scheme: "europol4x4", codes: {source: "A", information: "1"}}. */
export const gradingSchema = z.object({ scheme: z.string().max(64), codes: z.record(z.string().max(64), z.string().max(32)) });
export type Grading = z.infer<typeof gradingSchema>;

/** One condition on what may be done with a statement. `note` holds the free text that some codes ask for (H3, S2). */
export const handlingSchema = z.object({ scheme: z.string().max(64), axis: z.string().max(64).optional(), code: z.string().max(32), note: z.string().max(2000).optional() });
export type Handling = z.infer<typeof handlingSchema>;

/** Directive 2016/680 art. 7: facts are kept apart from personal assessments. */
export const basisSchema = z.enum(['fact', 'assessment']);
export type Basis = z.infer<typeof basisSchema>;

/** Classification that stands on every page and in the bar on top: a code of a scheme whose use is "marking". */
export const markingSchema = z.object({ scheme: z.string().max(64), code: z.string().max(64) });
export type Marking = z.infer<typeof markingSchema>;

import { z } from 'zod';
import { idSchema } from '../model/ids';
import { valuesSchema } from '../model/records';
import { chosenFileSchema } from './appService';
import { request } from './definition';

/** Characters of a pasted table. */
export const MOST_PASTED = 20_000_000;

/** Requests of the case for editing in tables: a part of caseService. */
export const editingRequests = {
  /** Live statements of entities, and of all that these stand for, that give them any of these properties: what an edit of a cell corrects. `of`: the entity that was asked for. */
  'case.saidOf': request(z.object({ ids: z.array(idSchema).min(1).max(50_000), properties: z.array(z.string().max(128)).min(1).max(200) }), z.array(z.object({ of: idSchema, subject: idSchema, statement: idSchema, values: valuesSchema }))),
  /** Keeps a pasted table as a document that can be previewed and imported: tab-separated text, or the HTML that holds it. */
  'case.takePasted': request(z.object({ text: z.string().min(1).max(MOST_PASTED), form: z.enum(['tsv', 'html']), name: z.string().min(1).max(200) }), chosenFileSchema),
} as const;

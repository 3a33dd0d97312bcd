import { z } from 'zod';
import { recipeUseSchema } from '../mapping/recipe';
import { rejectSchema } from '../mapping/mapping';
import { idSchema } from '../model/ids';

/** Rejected rows that a receipt lists; the others are counted by reason. */
export const LISTED_REJECTS = 100;

/** What one import did, as the case itself tells it: for the file it came from, whoever asks, and however long ago. */
export const receiptSchema = z.object({
  source: idSchema,
  title: z.string(),
  supplier: z.string(),
  bytes: z.number(),
  sha256: z.string().nullable(),
  mediaType: z.string(),
  /** How it was read: format, and for tables encoding, delimiter and sheet; null or empty where that says nothing of the format. */
  reading: z.object({ format: z.string(), encoding: z.string().nullable(), delimiter: z.string(), sheet: z.string().nullable(), headerRow: z.number().nullable(), unit: z.enum(['row', 'line', 'record', 'page']) }),
  recipe: recipeUseSchema.nullable(),
  /** By whom and when (ISO, UTC), under which number and hash of the journal. */
  actor: z.string(),
  workstation: z.string(),
  at: z.string(),
  seq: z.number(),
  hash: z.string(),
  /** The import was taken out again, by undo or by retracting the source. */
  takenOut: z.boolean(),
  counts: z.object({
    rows: z.number(), entitiesAdded: z.number(), entitiesMatched: z.number(), linksAdded: z.number(), linksMatched: z.number(), statements: z.number(),
    pages: z.number(), attachments: z.number(), revoked: z.number(), doubts: z.number(), rejected: z.number(),
  }),
  types: z.array(z.object({ use: z.enum(['entity', 'link']), type: z.string(), added: z.number(), known: z.number() })),
  /** Numbers by reason, the commonest first. */
  reasons: z.array(z.object({ code: z.string(), count: z.number() })),
  headings: z.array(z.string()),
  rejects: z.array(rejectSchema),
  /** Documents that came inside it, the first hundred. */
  documents: z.array(z.object({ title: z.string(), sha256: z.string().nullable() })),
});
export type Receipt = z.infer<typeof receiptSchema>;

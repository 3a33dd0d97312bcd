import { z } from 'zod';
import { idSchema } from './ids';
import { purposeSchema } from './recipient';

/** What it was that left. */
export const RELEASE_KINDS = ['briefing', 'data', 'bundle', 'image', 'clipboard', 'receipt', 'notice', 'blind', 'ask'] as const;

/**
 * Something that was let out: who, when, to whom, why, on what basis, what, hash of the file, result of the check. Fields with a default are missing in records of
 * older versions.
 */
export const releaseRecordSchema = z.object({
  id: idSchema,
  kind: z.enum(RELEASE_KINDS).default('briefing'),
  /** The briefing it was made from; null for anything else. */
  briefing: idSchema.nullable(),
  /** "pdf", "docx", "graphml", "knoopx" … */
  format: z.string().max(20).default('pdf'),
  /** Name of the recipient as it was then; empty: own use. */
  recipient: z.string(),
  recipientId: idSchema.nullable().default(null),
  /** ISO time, UTC. */
  at: z.string(),
  /** Who let it out: "K. Peeters (FGP Antwerpen)". */
  by: z.string().max(500).default(''),
  purpose: purposeSchema.default('internal'),
  /** Why, in words; and the legal basis or request it rests on. */
  reason: z.string().max(2000).default(''),
  basis: z.string().max(1000).default(''),
  /** What it is called: title of the briefing or export. Not the file's path. */
  title: z.string().max(1000).default(''),
  language: z.string().max(5).default(''),
  marking: z.string().max(1000).default(''),
  copyNumber: z.string().max(50).default(''),
  sha256: z.string(),
  bytes: z.number().int().default(0),
  pages: z.number().int(),
  /** Journal number that it shows. */
  seq: z.number().int(),
  /** Result of the search after writing: how many withheld texts were looked for; a release with a hit is never recorded. */
  check: z.object({ searched: z.number().int(), withheld: z.number().int() }).default({ searched: 0, withheld: 0 }),
  /** Permissions that it rests on. */
  permissions: z.array(idSchema).default([]),
  /** Statements that went out, by their short key: first and last of each unbroken run. For the list of those to notify. */
  said: z.array(z.tuple([z.number().int(), z.number().int()])).default([]),
  /** Last day on which the recipient may use it; null: none was set. */
  expires: z.string().nullable().default(null),
});
export type ReleaseRecord = z.infer<typeof releaseRecordSchema>;

import { z } from 'zod';
import { idSchema } from '../model/ids';
import { storedValueSchema, valuesSchema } from '../model/records';
import { VALUE_KINDS } from '../values/kind';
import { evidenceSchema } from './judging';
import { entityViewSchema } from './views';

/** Pages of a document that one request may ask for. */
export const MOST_PAGES = 200;

export const pageRangeSchema = z.object({ source: idSchema, from: z.number().int().min(1).default(1), limit: z.number().int().min(1).max(MOST_PAGES).default(40) });
export type PageRange = z.infer<typeof pageRangeSchema>;

/** Readable text of a document. Page numbers may have gaps; `from` counts pages as the document does. */
export const pagesSchema = z.object({ title: z.string(), total: z.number(), pages: z.array(z.object({ page: z.number(), text: z.string() })) });

const spanSchema = z.object({ start: z.number(), end: z.number() });

/** Something that a page names: an identifier, or a name that the case knows. Only proposed. */
export const mentionViewSchema = z.object({
  /** The same wherever the document names the same (mentionKey). */
  key: z.string(),
  kind: z.enum(VALUE_KINDS),
  page: z.number(),
  /** Offsets into the page's text, in UTF-16 units. */
  start: z.number(),
  end: z.number(),
  sentence: spanSchema,
  raw: z.string(),
  value: storedValueSchema,
  /** What it could become, the likeliest first; for a known name, the property of each bearer's type. */
  targets: z.array(z.object({ type: z.string(), property: z.string() })).min(1),
  /** Entities of the case that have the identifier, or bear the name. */
  known: z.array(idSchema),
  /** The document's own statements say it already of one of them. */
  said: z.boolean(),
  dismissed: z.boolean(),
  /** Whom of the case a name may mean that nobody there bears as it is written, the likeliest first; absent where it is certain. */
  near: z.array(z.object({ entity: idSchema, /** As what the name is kept of it. */ property: z.string(), /** 0 to 1. */ score: z.number(), evidence: z.array(evidenceSchema) })).optional(),
  /** What its sentence says besides of somebody new: day of birth, number; by property of the type that `targets` names first. */
  besides: valuesSchema.optional(),
});
export type MentionView = z.infer<typeof mentionViewSchema>;

export const mentionsSchema = z.object({ mentions: z.array(mentionViewSchema), entities: z.array(entityViewSchema) });

/** A page in which a search found its words, best first. */
export const pageHitSchema = z.object({
  source: idSchema,
  page: z.number(),
  title: z.string(),
  /** A part of the page, with each match between U+0002 and U+0003. */
  excerpt: z.string(),
});
export type PageHit = z.infer<typeof pageHitSchema>;

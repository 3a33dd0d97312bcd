import { z } from 'zod';
import { markingSchema } from './evaluation';
import { idSchema, subjectKindSchema } from './ids';

/** Rows that are changed in place, with images before and after in the patch: drawings, documents and settings, never what the case says. */
export const chartRecordSchema = z.object({ id: idSchema, name: z.string().min(1).max(200), position: z.number().int() });
export type ChartRecord = z.infer<typeof chartRecordSchema>;

/** How one thing is drawn on one chart where that differs from its type: taken over from a drawing made elsewhere, or set by hand. */
export const itemStyleSchema = z.object({
  /** "#rrggbb": fill of an entity, line of a link. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/).optional(),
  /** Name of a glyph in resources/icons/glyphs.json. */
  icon: z.string().max(64).optional(),
  /** Factor on the usual size of an entity (0.25 to 8). */
  size: z.number().min(0.25).max(8).optional(),
  /** Width of a link's line in chart units. */
  width: z.number().min(0.5).max(20).optional(),
  line: z.enum(['solid', 'dashed', 'dotted']).optional(),
});
export type ItemStyle = z.infer<typeof itemStyleSchema>;

/** One thing on one chart. Coordinates are chart units (1 unit = 1 px at 100 %), y down. An entity is shown by its row; a link is shown whenever both ends are, unless its row says hidden. */
export const chartItemRecordSchema = z.object({
  chart: idSchema,
  subject: z.string().max(200),
  kind: subjectKindSchema,
  x: z.number(),
  y: z.number(),
  pinned: z.boolean(),
  hidden: z.boolean(),
  style: itemStyleSchema.optional(),
});
export type ChartItemRecord = z.infer<typeof chartItemRecordSchema>;

export const annotationRecordSchema = z.object({ id: idSchema, chart: idSchema, kind: z.enum(['note', 'heading', 'box']), x: z.number(), y: z.number(), width: z.number(), height: z.number(), text: z.string().max(10_000) });

export const caseSettingsSchema = z.object({
  name: z.string().min(1).max(200),
  reference: z.string().max(200),
  marking: markingSchema,
  /** Grading and handling schemes offered first in this case. */
  gradingScheme: z.string(),
  handlingScheme: z.string(),
  /** Months after which a source is looked at again unless it has a date of its own (LAW-3). */
  reviewMonths: z.number().int().min(1).max(600).optional(),
  /** Opening the case, and looking at a person, asks for a reason. */
  asksReason: z.boolean().optional(),
  /** Other cases of this workstation may learn that this one knows what they look for, and it may ask them; absent: no. */
  knownAcross: z.boolean().optional(),
});
export type CaseSettings = z.infer<typeof caseSettingsSchema>;

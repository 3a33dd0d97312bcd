import { z } from 'zod';
import { annotationRecordSchema, chartGroupRecordSchema, chartItemRecordSchema, chartRecordSchema } from '../model/drawing';
import { recipeUseSchema } from '../mapping/recipe';
import { basisSchema, gradingSchema, handlingSchema } from '../model/evaluation';
import { idSchema, subjectKindSchema } from '../model/ids';
import { locatorSchema, SOURCE_KINDS, valuesSchema } from '../model/records';
import { strengthSchema } from '../model/strength';

/** An entity as lists, charts and tables show it. Dates are canonical values. */
export const entityViewSchema = z.object({
  id: idSchema,
  type: z.string(),
  caption: z.string(),
  /** Second line of its label: birth date, plate, number. */
  key: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  /** Number of live sources and links. */
  sources: z.number(),
  links: z.number(),
  /** Best grading among its statements, short: "A1"; empty when ungraded. */
  grading: z.string(),
  /** Strictest handling among its statements, its code: "H2"; empty when none. */
  handling: z.string(),
  /** Categories of data subject (suspect, witness …), codes separated by blanks; empty when none. */
  category: z.string(),
  /** Ids of all entities that this one stands for, its own among them, the smallest first; absent: only for itself. */
  members: z.array(idSchema).optional(),
  /** True when values of a single-valued property contradict each other. */
  contradicts: z.boolean(),
  /** True when all that is said of it is assessment, none of it fact. */
  assessed: z.boolean().optional(),
});
export type EntityView = z.infer<typeof entityViewSchema>;

/**
 * A line on a chart: one link, or several of the same type and direction between the same two entities folded into one.
 * `id` is the link's id when count is 1, else "type|from|to".
 */
export const lineViewSchema = z.object({
  id: z.string(),
  type: z.string(),
  from: idSchema,
  to: idSchema,
  count: z.number(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  /** Total of the amounts, canonical ("184300.00 EUR"), null when the type has none or currencies differ. */
  amount: z.string().nullable(),
  strength: strengthSchema,
  grading: z.string(),
  handling: z.string(),
  /** True when all that is said of all its links is assessment. */
  assessed: z.boolean().optional(),
});
export type LineView = z.infer<typeof lineViewSchema>;

export const chartViewSchema = z.object({
  chart: chartRecordSchema,
  items: z.array(chartItemRecordSchema),
  entities: z.array(entityViewSchema),
  lines: z.array(lineViewSchema),
  groups: z.array(chartGroupRecordSchema),
  annotations: z.array(annotationRecordSchema),
  /** Journal number that this view shows. */
  seq: z.number(),
});
export type ChartView = z.infer<typeof chartViewSchema>;

export const statementViewSchema = z.object({
  id: idSchema,
  /** The entity that it is said of, where the subject stands for several and it is another than the subject's own. */
  of: idSchema.optional(),
  source: idSchema,
  sourceTitle: z.string(),
  /** The number that this source has in the subject's list: [1], [2] … */
  sourceNumber: z.number(),
  locator: locatorSchema,
  values: valuesSchema,
  grading: gradingSchema.nullable(),
  gradingText: z.string(),
  handling: z.array(handlingSchema),
  basis: basisSchema,
  /** When and by whom it came into the case (ISO, UTC). */
  at: z.string(),
  actor: z.string(),
  seq: z.number(),
});
export type StatementView = z.infer<typeof statementViewSchema>;

/** The bundle that something came with: whose it is, and when they made it. */
const fromBundleSchema = z.object({ service: z.string(), at: z.string() });

export const subjectSourceSchema = z.object({ number: z.number(), id: idSchema, title: z.string(), supplier: z.string(), kind: z.enum(SOURCE_KINDS), statements: z.number(), bundle: fromBundleSchema.optional() });

/** Everything the inspector shows of one entity or link. */
export const subjectViewSchema = z.object({
  kind: subjectKindSchema,
  id: idSchema,
  type: z.string(),
  caption: z.string(),
  key: z.string(),
  entity: entityViewSchema.nullable(),
  /** For a link: its ends. */
  ends: z.object({ from: entityViewSchema, to: entityViewSchema }).nullable(),
  statements: z.array(statementViewSchema),
  /** True when more statements exist than are listed (the first 2,000). */
  more: z.boolean(),
  sources: z.array(subjectSourceSchema),
  /** Links by type and direction seen from this entity. */
  linkCounts: z.array(z.object({ type: z.string(), direction: z.enum(['out', 'in', 'both']), otherType: z.string(), count: z.number(), entities: z.number() })),
});
export type SubjectView = z.infer<typeof subjectViewSchema>;

export const linkViewSchema = z.object({
  id: idSchema,
  type: z.string(),
  from: idSchema,
  to: idSchema,
  fromCaption: z.string(),
  toCaption: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  amount: z.string().nullable(),
  grading: z.string(),
  sources: z.number(),
});
export type LinkView = z.infer<typeof linkViewSchema>;

export const sourceViewSchema = z.object({
  id: idSchema,
  kind: z.enum(SOURCE_KINDS),
  title: z.string(),
  supplier: z.string(),
  sha256: z.string().nullable(),
  bytes: z.number(),
  grading: z.string(),
  handling: z.array(handlingSchema),
  receivedAt: z.string(),
  seq: z.number(),
  statements: z.number(),
  entities: z.number(),
  links: z.number(),
  rejects: z.number(),
  /** Pages of readable text that the case holds of it. */
  pages: z.number(),
  readable: z.boolean(),
  /** The recipe that it came in with. */
  recipe: recipeUseSchema.nullable(),
  /** Absent for what no bundle brought. */
  bundle: fromBundleSchema.optional(),
});
export type SourceView = z.infer<typeof sourceViewSchema>;

export const searchHitSchema = z.object({
  entity: entityViewSchema,
  /** Where it was found: a property id, or "" for the caption. */
  property: z.string(),
  /** The text that matched, with the match between U+0002 and U+0003. */
  excerpt: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const journalEntrySchema = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  kind: z.enum(['do', 'undo', 'redo', 'note']),
  /** Command name, or the name of what is noted ("case.opened", "release"). */
  command: z.string(),
  /** Counts and type names that fill the label; never case content. */
  label: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The entry that an undo or redo refers to. */
  refers: z.number().nullable(),
  /** True when this step is undone now. */
  undone: z.boolean(),
  /** Words that stand beside the entry: a reason, what was searched for. Absent where there are none, or where they were erased. */
  text: z.string().optional(),
  hash: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** What undo and redo would do next; null when there is nothing. */
export const stepSchema = z.object({ seq: z.number(), command: z.string(), label: z.record(z.string(), z.union([z.string(), z.number()])) });
export const historySchema = z.object({ undo: stepSchema.nullable(), redo: stepSchema.nullable() });
export type History = z.infer<typeof historySchema>;

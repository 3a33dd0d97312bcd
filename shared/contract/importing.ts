import { z } from 'zod';
import { entityViewSchema } from './views';
import { mappingSchema, readingSchema, REJECT_CODES, rejectSchema } from '../mapping/mapping';
import { recipeSchema } from '../mapping/recipe';
import { recordPlanSchema } from '../mapping/recordPlan';
import { valuesSchema } from '../model/records';

/** The head of a file as a table, with what Knoop takes it for. Nothing is written. */
export const tablePreviewSchema = z.object({
  kind: z.literal('table'),
  name: z.string(),
  bytes: z.number(),
  reading: readingSchema,
  sheets: z.array(z.object({ name: z.string(), rows: z.number().nullable(), hidden: z.boolean() })),
  headings: z.array(z.string()),
  /** First rows after the header (at most 200), each with its row number in the original. */
  rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
  /** Rows above the header: titles. */
  titles: z.array(z.string()),
  proposal: mappingSchema,
  /** Saved recipe whose fingerprint fits; its mapping is then the proposal. */
  recipe: recipeSchema.nullable(),
  /** Title of the source with the same bytes when this file is in the case already. */
  alreadyImported: z.string().nullable(),
  /** Guesses that deserve a look: "encoding", "delimiter", "dateOrder", "headerRow". */
  unsure: z.array(z.enum(['encoding', 'delimiter', 'dateOrder', 'headerRow'])),
});
export type TablePreview = z.infer<typeof tablePreviewSchema>;

/** A file that says itself what it holds: its format, and what kinds of things it speaks of. */
export const recordPreviewSchema = z.object({
  kind: z.literal('records'),
  name: z.string(),
  bytes: z.number(),
  proposal: recordPlanSchema,
  /** The file's own names of kinds among the records looked at, with the type that each becomes; the user may choose others. */
  kinds: z.array(z.object({ of: z.enum(['entity', 'link']), label: z.string(), type: z.string(), count: z.number() })),
  /** Types that the file brings along; the case has them once it is imported. */
  newTypes: z.array(z.object({ id: z.string(), label: z.string(), use: z.enum(['entity', 'link']) })),
  /** First records as written. */
  rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
  /** First page of its text, where it holds text; else empty. */
  text: z.string(),
  /** Whether it tells where things are drawn. */
  drawn: z.boolean(),
  /** Records looked at; the file may hold more. */
  looked: z.number(),
  /** Documents that the records looked at carry; they are kept as sources of their own. */
  attachments: z.number(),
  /** Saved recipe for files of this format with these kinds; its plan is then the proposal. */
  recipe: recipeSchema.nullable(),
  whole: z.boolean(),
  alreadyImported: z.string().nullable(),
});
export type RecordPreview = z.infer<typeof recordPreviewSchema>;

export const importPreviewSchema = z.discriminatedUnion('kind', [tablePreviewSchema, recordPreviewSchema]);
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What an import of the first rows would bring. */
export const dryRunSchema = z.object({
  rowsRead: z.number(),
  entities: z.array(z.object({ key: z.string(), type: z.string(), caption: z.string(), id: z.string(), values: valuesSchema, known: z.boolean(), rows: z.array(z.number()) })),
  links: z.array(z.object({ type: z.string(), from: z.string(), to: z.string(), row: z.number() })),
  /** Cells that came in with a doubt. */
  doubts: z.array(z.object({ row: z.number(), column: z.number(), code: z.string(), text: z.string() })),
  rejects: z.array(rejectSchema),
  /** Links that rows tell of once more, from the other end or for another supplier. */
  legs: z.number(),
  /** Over the rows read: numbers by type. */
  counts: z.object({ entities: z.record(z.string(), z.number()), links: z.record(z.string(), z.number()) }),
});
export type DryRun = z.infer<typeof dryRunSchema>;

const newAndKnownSchema = z.object({ type: z.string(), added: z.number(), known: z.number() });

/** What an import would bring, counted to the last row (`whole`) or to as many as were asked for. */
export const importCountSchema = z.object({
  whole: z.boolean(),
  rows: z.number(),
  /** Rows that tell of a happening told of already, from its other end. */
  legs: z.number(),
  /** By type, the most first: new ones, and ones that the case knows already. */
  entities: z.array(newAndKnownSchema),
  links: z.array(newAndKnownSchema),
  rejected: z.number(),
  /** By reason, with the first few of each. */
  rejects: z.array(z.object({ code: z.enum(REJECT_CODES), count: z.number(), first: z.array(rejectSchema) })),
  doubtful: z.number(),
  doubts: z.array(z.object({ column: z.number(), code: z.string(), count: z.number(), first: z.array(z.object({ row: z.number(), text: z.string() })) })),
  pages: z.number(),
  revoked: z.number(),
  attachments: z.number(),
});
export type ImportCount = z.infer<typeof importCountSchema>;

/** A recipe as lists show it; shipped ones can be used and copied, not changed. */
export const listedRecipeSchema = recipeSchema.extend({ shipped: z.boolean() });
export type ListedRecipe = z.infer<typeof listedRecipeSchema>;

export const importReportSchema = z.object({
  source: z.string(),
  seq: z.number(),
  rows: z.number(),
  entitiesAdded: z.number(),
  entitiesMatched: z.number(),
  linksAdded: z.number(),
  /** Rows that told a happening once more, from its other end or for another supplier; and rows that would, were a clock not whole hours off. */
  legs: z.number(),
  legsHoursApart: z.number(),
  statements: z.number(),
  rejected: z.number(),
  doubts: z.number(),
  /** Pages of readable text; entities of which the file took back what was said; documents that came inside it. */
  pages: z.number(),
  revoked: z.number(),
  attachments: z.number(),
  /** The chart that the file's drawing became; null when it has none. */
  chart: z.string().nullable(),
  /** The first entities that were added or matched, for putting on a chart (at most 2,000, most linked first). */
  entities: z.array(entityViewSchema),
  counts: z.object({ entities: z.record(z.string(), z.number()), links: z.record(z.string(), z.number()) }),
});
export type ImportReport = z.infer<typeof importReportSchema>;

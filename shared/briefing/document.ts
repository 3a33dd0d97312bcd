import { z } from 'zod';
import { strengthSchema } from '../model/strength';

/** How a text is set: strong for names, quiet for what only supports, conflict for what another source contradicts, code for hashes and numbers that are compared sign by sign. */
const emphasisSchema = z.enum(['plain', 'strong', 'quiet', 'conflict', 'code']);

/** Text with source numbers behind it: [1], [2]. */
export const citedTextSchema = z.object({ text: z.string(), sources: z.array(z.number()).default([]), emphasis: emphasisSchema.default('plain') });
export type CitedText = z.infer<typeof citedTextSchema>;

/** A chart as it is printed: positions in chart units, y down; everything that the drawing needs and nothing else. */
export const figureSchema = z.object({
  nodes: z.array(z.object({
    id: z.string(), x: z.number(), y: z.number(), caption: z.string(), key: z.string(), family: z.string(), icon: z.string(),
    grading: z.string(), sources: z.number(), handling: z.string(), category: z.string(), contradicts: z.boolean(),
  })),
  lines: z.array(z.object({ from: z.string(), to: z.string(), label: z.string(), count: z.number(), total: z.string(), directed: z.boolean(), strength: strengthSchema })),
  /** Families and line styles that occur, with their names: the legend holds nothing else. */
  legend: z.object({
    types: z.array(z.object({ family: z.string(), icon: z.string(), label: z.string(), count: z.number() })),
    strengths: z.array(z.object({ strength: strengthSchema, label: z.string() })),
    /** What numbers on lines mean, and what the corners of marks mean where these are drawn. */
    notes: z.array(z.string()), badges: z.array(z.string()),
    /** Said when {{count}} names found no room; only the drawing knows how many. */
    unlabelled: z.string(),
    /** Said when not every line that stands for several has its number. */
    unnumbered: z.string(),
  }),
});
export type Figure = z.infer<typeof figureSchema>;

export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), parts: z.array(citedTextSchema) }),
  /** `label` is "Figure 1" in the language; `alternative` is read out in place of the drawing. */
  z.object({ kind: z.literal('figure'), number: z.number(), label: z.string(), caption: z.string(), alternative: z.string(), figure: figureSchema }),
  z.object({
    kind: z.literal('table'),
    number: z.number(),
    label: z.string(),
    caption: z.string(),
    columns: z.array(z.object({ heading: z.string(), width: z.enum(['narrow', 'normal', 'wide']), align: z.enum(['start', 'end']).default('start') })),
    /** Each cell is one or more cited texts, set under each other. */
    rows: z.array(z.array(z.array(citedTextSchema))),
    /** Said under the table when rows were left out. */
    note: z.string().default(''),
    /** True for the list of sources: its first column holds the numbers that citations lead to. */
    cited: z.boolean().default(false),
  }),
]);
export type Block = z.infer<typeof blockSchema>;
export type Table = Extract<Block, { kind: 'table' }>;

export const sectionSchema = z.object({ id: z.string(), level: z.union([z.literal(1), z.literal(2)]), number: z.string(), heading: z.string(), blocks: z.array(blockSchema) });
export type Section = z.infer<typeof sectionSchema>;

/** A briefing ready to be printed: a plain tree in one language, already past the release gate. Every writer makes its format from this. */
export const briefingDocumentSchema = z.object({
  language: z.enum(['nl', 'fr', 'de', 'en']),
  cover: z.object({ kind: z.string(), title: z.string(), author: z.string(), marking: z.string(), lines: z.array(z.object({ label: z.string(), value: z.string() })) }),
  /** Capitals, top and bottom of every page; empty when the case has none. */
  marking: z.string(),
  /** Running head left and right, and the journal head in the foot. */
  head: z.object({ left: z.string(), right: z.string() }),
  foot: z.object({ journal: z.string() }),
  /** Empty for documents of few pages: these have no list of contents, and begin on their first page. */
  contentsHeading: z.string(),
  sections: z.array(sectionSchema),
  /** "Page {{page}} of {{pages}}" in the language. */
  pageText: z.string(),
  /** Journal number that the document shows. */
  seq: z.number(),
  /** What was held back: each with its reason; never its content. */
  withheld: z.array(z.object({ reason: z.string(), count: z.number() })),
});
export type BriefingDocument = z.infer<typeof briefingDocumentSchema>;

import { z } from 'zod';
import { ANNOTATIONS, REPRESENTATIONS } from '../model/drawing';
import { strengthSchema } from '../model/strength';

/**
 * How a text is set: strong for names, quiet for what only supports, conflict for what another source contradicts, code for hashes and numbers that are compared
 * sign by sign, withheld for the token of fixed length that stands where something was held back, original for the author's words beside their translation.
 */
const emphasisSchema = z.enum(['plain', 'strong', 'quiet', 'conflict', 'code', 'withheld', 'original']);

/** Text with source numbers behind it, [1], [2], and numbers of footnotes. `language` where it is not the document's, so that it is read out rightly. */
export const citedTextSchema = z.object({ text: z.string(), sources: z.array(z.number()).default([]), notes: z.array(z.number()).optional(), emphasis: emphasisSchema.default('plain'), language: z.enum(['nl', 'fr', 'de', 'en']).optional() });
export type CitedText = z.infer<typeof citedTextSchema>;

/** A chart as it is printed: positions in chart units, y down; everything that the drawing needs and nothing else. */
export const figureSchema = z.object({
  nodes: z.array(z.object({
    id: z.string(), x: z.number(), y: z.number(), caption: z.string(), key: z.string(), family: z.string(), icon: z.string(),
    grading: z.string(), sources: z.number(), handling: z.string(), category: z.string(), contradicts: z.boolean(),
    /** "#rrggbb" and a factor on the usual size, where it has its own. */
    colour: z.string().optional(), size: z.number().optional(),
    /** A closed group: how many entities it stands for. */
    holds: z.number().optional(),
    /** What stands for it in place of the sign of its type; a photograph is a square to be cut from a picture (shares of its smaller side), or, without `cut`, the disc itself. */
    as: z.enum(REPRESENTATIONS).optional(), photo: z.object({ mediaType: z.enum(['image/png', 'image/jpeg']), data: z.string(), cut: z.object({ x: z.number(), y: z.number(), side: z.number() }).optional() }).optional(),
  })),
  /** `withheld`: a neutral stub for links that are held back; its label asks for them at their service and says nothing else. */
  lines: z.array(z.object({ from: z.string(), to: z.string(), label: z.string(), count: z.number(), total: z.string(), directed: z.boolean(), strength: strengthSchema, withheld: z.boolean().optional(),
    /** It points both ways; it is what is left after what came back; what stands on it in place of its total or count; its own look where it has one. */
    bothWays: z.boolean().optional(), net: z.boolean().optional(), text: z.string().optional(), colour: z.string().optional(), dashes: z.enum(['solid', 'dashed', 'dotted']).optional(), width: z.number().optional(),
  })),
  /** Frames round what open groups hold (`members`: ids of nodes), those that lie round others first. */
  frames: z.array(z.object({ name: z.string(), members: z.array(z.string()), count: z.number(), depth: z.number(), handling: z.string(), colour: z.string().optional() })).optional(),
  /** What its author wrote and drew on it, chart units; `tie`: the node that it is tied to. Boxes and circles lie under the rest. */
  annotations: z.array(z.object({ kind: z.enum(ANNOTATIONS), x: z.number(), y: z.number(), width: z.number(), height: z.number(), text: z.string(), colour: z.string().optional(), line: z.enum(['solid', 'dashed', 'dotted']).optional(), size: z.number().optional(), tie: z.string().optional() })).optional(),
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

/** Places in `marks` of the document: the codes of all that went into a block. */
const marksSchema = z.array(z.number()).optional();

export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), parts: z.array(citedTextSchema), marks: marksSchema }),
  /** `label` is "Figure 1" in the language; `alternative` is read out in place of the drawing. */
  z.object({ kind: z.literal('figure'), number: z.number(), label: z.string(), caption: z.string(), alternative: z.string(), figure: figureSchema, marks: marksSchema }),
  /** Happenings along a line of time, drawn: one lane per thing. Days are canonical dates; `at` and `until` are shares (0 to 1) of the whole width. */
  z.object({
    kind: z.literal('timeline'), number: z.number(), label: z.string(), caption: z.string(), alternative: z.string(), marks: marksSchema,
    ticks: z.array(z.object({ at: z.number(), text: z.string() })),
    lanes: z.array(z.object({ caption: z.string(), family: z.string(), icon: z.string(), events: z.array(z.object({ at: z.number(), until: z.number().nullable(), text: z.string(), count: z.number() })) })),
  }),
  /** A raster picture that was encoded anew (no metadata): base64 of PNG or JPEG, size in pixels. */
  z.object({ kind: z.literal('picture'), number: z.number(), label: z.string(), caption: z.string(), alternative: z.string(), mediaType: z.enum(['image/png', 'image/jpeg']), data: z.string(), width: z.number(), height: z.number(), marks: marksSchema }),
  /** Footnotes of the section before: what each sentence rests on. */
  z.object({ kind: z.literal('notes'), notes: z.array(z.object({ number: z.number(), text: z.string(), sources: z.array(z.number()) })), marks: marksSchema }),
  z.object({ kind: z.literal('pageBreak') }),
  z.object({
    kind: z.literal('table'),
    number: z.number(),
    label: z.string(),
    caption: z.string(),
    columns: z.array(z.object({ heading: z.string(), width: z.enum(['narrow', 'normal', 'wide']), align: z.enum(['start', 'end']).default('start') })),
    /** Each cell is one or more cited texts, set under each other. */
    rows: z.array(z.array(z.array(citedTextSchema))),
    marks: marksSchema,
    /** As `marks`, per row; empty where rows are not told apart. */
    rowMarks: z.array(z.array(z.number())).optional(),
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
  /** Marking of the whole: the strictest of all that is in it. Stands on the cover, and on each page of which is not known what it holds. Empty when there is none. */
  marking: z.string(),
  /** Codes that occur, with their words: a page carries the strictest of each scheme among what stands on it, in this order. `base`: on every page, whatever it holds. */
  marks: z.array(z.object({ scheme: z.string(), code: z.string(), rank: z.number(), text: z.string(), base: z.boolean().optional() })).default([]),
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
  /** What was held back: each with its reason; never its content. For whoever exports it; no writer writes it. */
  withheld: z.array(z.object({ reason: z.string(), count: z.number() })),
  /** Statements that went in, and permissions that let them: for the record of the release; no writer writes them. */
  released: z.object({ statements: z.array(z.string()), permissions: z.array(z.string()) }).default({ statements: [], permissions: [] }),
});
export type BriefingDocument = z.infer<typeof briefingDocumentSchema>;

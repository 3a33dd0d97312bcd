import { z } from 'zod';
import { markingSchema } from './evaluation';
import { IDENTITY_MODES } from './identity';
import { idSchema } from './ids';

const languageSchema = z.enum(['nl', 'fr', 'de', 'en']);

/** A text that its author wrote in `original`, with the translations that exist. A language that is missing is not translated yet. */
export const authoredTextSchema = z.object({
  original: languageSchema,
  texts: z.object({ nl: z.string().max(20_000).optional(), fr: z.string().max(20_000).optional(), de: z.string().max(20_000).optional(), en: z.string().max(20_000).optional() }),
});
export type AuthoredText = z.infer<typeof authoredTextSchema>;

/** One sentence, or one cell row of an author's table, with the statements that it rests on. */
export const sentenceSchema = z.object({
  id: idSchema,
  text: authoredTextSchema,
  cites: z.array(idSchema).max(500),
  /** The author's own view, told apart from fact (Directive 2016/680 art. 7); needs no citation. */
  assessment: z.boolean().default(false),
});
export type Sentence = z.infer<typeof sentenceSchema>;

/** Where a block takes its items from: charts, a list of entities, or all charts of the briefing. */
export const blockScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('charts') }),
  z.object({ kind: z.literal('chart'), chart: idSchema }),
  z.object({ kind: z.literal('entities'), ids: z.array(idSchema).min(1).max(5000) }),
]);
export type BlockScope = z.infer<typeof blockScopeSchema>;

const id = idSchema;

/** Parts of a briefing, in order. Footnotes, exhibits, index, glossary, legend and sources are made from the rest. */
export const briefingBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), id, level: z.union([z.literal(1), z.literal(2)]), text: authoredTextSchema }),
  z.object({ kind: z.literal('text'), id, sentences: z.array(sentenceSchema).max(500) }),
  /** `snapshot` null: the chart as it stands when composed. `places` anew: laid out from what the recipient sees, so that no gap tells of the rest. */
  z.object({ kind: z.literal('figure'), id, chart: idSchema, snapshot: idSchema.nullable(), places: z.enum(['drawn', 'anew']), caption: authoredTextSchema.nullable() }),
  z.object({ kind: z.literal('timeline'), id, scope: blockScopeSchema }),
  z.object({ kind: z.literal('table'), id, of: z.enum(['persons', 'others', 'links', 'chronology']), scope: blockScopeSchema }),
  /** Everything of one person or thing: portrait, facts with sources, links, own timeline. */
  z.object({ kind: z.literal('profile'), id, entity: idSchema }),
  /** A picture or document of the case as an exhibit: a kept source. */
  z.object({ kind: z.literal('exhibit'), id, source: idSchema, caption: authoredTextSchema.nullable(), show: z.enum(['picture', 'mention']) }),
  /** A table that the author fills in; each row cites. */
  z.object({ kind: z.literal('grid'), id, caption: authoredTextSchema.nullable(), columns: z.array(authoredTextSchema).min(1).max(8), rows: z.array(z.object({ id, cells: z.array(authoredTextSchema), cites: z.array(idSchema).max(500) })).max(500) }),
  z.object({ kind: z.literal('generated'), id, of: z.enum(['contents', 'exhibits', 'persons', 'glossary', 'legend', 'sources', 'withheld']) }),
  z.object({ kind: z.literal('pageBreak'), id }),
]);
export type BriefingBlock = z.infer<typeof briefingBlockSchema>;

/** dossier: prosecutor's dossier. operational: briefing of one page. profile: one person. liaison: report to a partner service. free: the author's own. */
export const BRIEFING_TEMPLATES = ['dossier', 'operational', 'profile', 'liaison', 'free'] as const;

/** What older versions of Knoop stored of a briefing; still read, and brought to the shape of today by modernBriefing. */
export const oldBriefingSections = ['figures', 'persons', 'others', 'chronology', 'sources'] as const;

/** A document that is composed anew at each export. */
export const briefingRecordSchema = z.object({
  id: idSchema,
  title: z.string().min(1).max(300),
  /** Reference of the case file as the prosecutor knows it. */
  reference: z.string().max(200),
  author: z.string().max(200),
  service: z.string().max(200),
  /** For whom: a recipient of the case; null for the service's own use. */
  recipient: idSchema.nullable(),
  copyNumber: z.string().max(50),
  marking: markingSchema,
  template: z.enum(BRIEFING_TEMPLATES),
  /** Language that is exported next; one source serves all four. */
  language: languageSchema,
  /** Prints what the author wrote in another language beside its translation. */
  originalBeside: z.boolean(),
  /** What stands in the place of a link that is held back, where both its ends are shown: nothing at all, or "one link withheld, ask service X". */
  withheldLinks: z.enum(['absent', 'stub']),
  /** Which records it takes for one; briefings of older versions follow the judgements. */
  identity: z.enum(IDENTITY_MODES).default('judged'),
  blocks: z.array(briefingBlockSchema).max(2000),
});
export type BriefingRecord = z.infer<typeof briefingRecordSchema>;

import { z } from 'zod';
import { COMMAND_NAMES } from '../commands/arguments';
import { mappingSchema, readingSchema, rejectSchema } from '../mapping/mapping';
import { recipeUseSchema } from '../mapping/recipe';
import { importPlanSchema, recordPlanSchema } from '../mapping/recordPlan';
import { caseSettingsSchema, chartRecordSchema } from '../model/drawing';
import { DUTIES } from '../model/duty';
import { IDENTITY_MODES } from '../model/identity';
import { idSchema } from '../model/ids';
import { briefingDocumentSchema } from '../briefing/document';
import { receiptSchema } from '../briefing/receipt';
import { catalogueDataSchema } from '../schema/check';
import { chosenFileSchema } from './appService';
import { briefingsRequests } from './briefings';
import { bundlingRequests } from './bundling';
import { acrossRequests } from './across';
import { blindingRequests } from './blinding';
import { judgingRequests } from './judging';
import { formattingRequests } from './formatting';
import { findingRequests } from './finding';
import { newsRequests } from './news';
import { picturesRequests } from './pictures';
import { snapshotRequests } from './snapshots';
import { editingRequests } from './editing';
import { timeRequests } from './time';
import { arrangingRequests } from './arranging';
import { networkRequests } from './network';
import { patternRequests } from './pattern';
import { trafficRequests } from './traffic';
import { qualityRequests } from './quality';
import { watchingRequests } from './watching';
import { request } from './definition';
import { erasingRequests } from './erasing';
import { evaluatingRequests } from './evaluating';
import { facetsSchema } from './facets';
import { recordingRequests } from './recording';
import { releaseAboutSchema, releasingRequests } from './releasing';
import { EXPORT_FORMATS, exportedSchema, exportScopeSchema } from './exporting';
import { dryRunSchema, importCountSchema, importPreviewSchema, importReportSchema, listedRecipeSchema } from './importing';
import { mentionsSchema, pageHitSchema, pageRangeSchema, pagesSchema } from './reading';
import { asVersionSchema, SHARE_FILTERS, shareFileSchema, shareSchema, versionCandidateSchema, versionDifferenceSchema } from './sharing';
import { chartViewSchema, entityViewSchema, historySchema, journalEntrySchema, linkViewSchema, searchHitSchema, sourceViewSchema, stepSchema, subjectViewSchema } from './views';

const nothing = z.object({});
const done = z.object({ seq: z.number(), history: historySchema });
const token = z.string().min(1).max(100);
const job = z.string().min(1).max(100);

/** What the process of one open case answers and announces. Served over a message port to the page, and over another to main. */
export const caseService = {
  requests: {
    'case.info': request(nothing, z.object({
      id: idSchema, settings: caseSettingsSchema, encrypted: z.boolean(), readOnly: z.boolean(), seq: z.number(), head: z.string(),
      counts: z.object({ entities: z.number(), links: z.number(), statements: z.number(), sources: z.number() }), history: historySchema,
    })),
    'case.catalogue': request(nothing, catalogueDataSchema),

    /** The one entry for changes. */
    'case.execute': request(z.object({ command: z.enum(COMMAND_NAMES as [string, ...string[]]), args: z.unknown() }), done),
    'case.undo': request(nothing, done.extend({ step: stepSchema })),
    'case.redo': request(nothing, done.extend({ step: stepSchema })),

    'case.search': request(z.object({ text: z.string().max(500), limit: z.number().int().min(1).max(500).default(50), types: z.array(z.string()).optional(), facets: facetsSchema.optional() }), z.object({ hits: z.array(searchHitSchema), more: z.boolean(), pages: z.array(pageHitSchema) })),
    'case.entities': request(z.object({ ids: z.array(idSchema).max(50_000) }), z.array(entityViewSchema)),
    'case.subject': request(z.object({ id: idSchema }), subjectViewSchema),
    /** Links of one line ("type|from|to") or of one entity by type; newest first. */
    'case.links': request(z.object({ fold: z.string().max(200).optional(), entity: idSchema.optional(), type: z.string().optional(), limit: z.number().int().max(5000).default(500), offset: z.number().int().min(0).default(0) }), z.object({ links: z.array(linkViewSchema), total: z.number() })),
    /** Links behind lines of a chart, by date, with what they add up to by type and direction: how many, a total for each currency, from when to when. */
    'case.lineMembers': request(z.object({ lines: z.array(z.string().max(200)).min(1).max(5000), chart: idSchema.optional(), order: z.enum(['newest', 'oldest']).default('newest'), limit: z.number().int().min(1).max(1000).default(100), offset: z.number().int().min(0).default(0) }), z.object({
      links: z.array(linkViewSchema), total: z.number(), sums: z.array(z.object({ type: z.string(), from: idSchema, to: idSchema, count: z.number(), totals: z.array(z.string()), start: z.string().nullable(), end: z.string().nullable() })),
    })),
    /** Neighbours by link type, direction and type of entity, counted before anything is added. `onChart` of them are there already. */
    'case.neighbours': request(z.object({ ids: z.array(idSchema).min(1).max(5000), chart: idSchema.optional() }), z.array(z.object({ linkType: z.string(), direction: z.enum(['out', 'in', 'both']), entityType: z.string(), entities: z.number(), links: z.number(), onChart: z.number() }))),
    /** The neighbours themselves, those with most links to the start first. */
    'case.expand': request(z.object({ ids: z.array(idSchema).min(1).max(5000), chart: idSchema.optional(), only: z.array(z.object({ linkType: z.string(), direction: z.enum(['out', 'in', 'both']), entityType: z.string() })).optional(), limit: z.number().int().min(1).max(20_000).default(500) }), z.object({ entities: z.array(entityViewSchema), lines: z.array(z.object({ from: idSchema, to: idSchema })), more: z.number() })),
    'case.browse': request(z.object({ types: z.array(z.string()).optional(), facets: facetsSchema.optional(), source: idSchema.optional(), order: z.enum(['links', 'caption', 'recent']).default('links'), limit: z.number().int().max(20_000).default(200), offset: z.number().int().min(0).default(0) }), z.object({ entities: z.array(entityViewSchema), total: z.number(), byType: z.record(z.string(), z.number()) })),

    'case.charts': request(nothing, z.array(chartRecordSchema.extend({ items: z.number() }))),
    'case.chart': request(z.object({ id: idSchema }), chartViewSchema),

    'case.sources': request(nothing, z.array(sourceViewSchema)),
    /** Rows of a stored table as they stand in the original, around `row`. */
    'case.sourceRows': request(z.object({ id: idSchema, row: z.number().int().min(1), before: z.number().int().min(0).max(500).default(50), after: z.number().int().min(0).max(500).default(50) }), z.object({ headings: z.array(z.string()), rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })), sheet: z.string().nullable() })),
    /** Readable text of a document, from page `from` on. */
    'case.pages': request(pageRangeSchema, pagesSchema),
    /** What those pages name: identifiers, and names that the case knows. Proposed only; taken in by the command mentions.accept. */
    'case.mentions': request(pageRangeSchema, mentionsSchema),
    /** Names on those pages that may be somebody's of the case in another spelling, order or script, and names of whom enough is said to be somebody new. Proposed only; in a thread, as it reads every name. */
    'case.nearNames': request(pageRangeSchema, mentionsSchema),
    'case.sourceRejects': request(z.object({ id: idSchema, limit: z.number().int().max(100_000).default(1000) }), z.object({ rejects: z.array(rejectSchema), total: z.number(), headings: z.array(z.string()) })),

    /** Newest first; `before` is the lowest seq that the caller has. `duty`: only entries that meet this duty of the law. */
    'case.journal': request(z.object({ before: z.number().int().optional(), limit: z.number().int().max(1000).default(200), duty: z.enum(DUTIES).optional() }), z.array(journalEntrySchema)),
    'case.verifyJournal': request(nothing, z.object({ ok: z.boolean(), entries: z.number(), brokenAt: z.number().nullable() })),

    /** `table`: read as a table, whatever it looks like. `records.format` reads it as that format. `recipes` false: proposed anew, without a saved recipe. */
    'case.previewImport': request(z.object({ file: token, reading: readingSchema.partial().optional(), records: recordPlanSchema.partial().optional(), table: z.boolean().optional(), recipes: z.boolean().default(true) }), importPreviewSchema),
    'case.dryRun': request(z.object({ file: token, mapping: importPlanSchema, rows: z.number().int().min(1).max(5000).default(200) }), dryRunSchema),
    /** Counts what an import would bring, off the case's thread; nothing is written. Progress as events under `job`. `most`: rows after which it stops. */
    'case.countImport': request(z.object({ job, file: token, mapping: importPlanSchema, most: z.number().int().min(1).nullable() }), importCountSchema),
    /** Streams progress as events under `job`; the answer comes when all is written, or the failure "cancelled" when nothing was. */
    'case.runImport': request(z.object({ job, file: token, mapping: importPlanSchema, title: z.string().max(1000).optional(), recipe: recipeUseSchema.nullable(), again: z.boolean().default(false), version: asVersionSchema.optional() }), importReportSchema),
    /** Tables in the case that this file may be a later version of, the likeliest first. */
    'case.versionsOf': request(z.object({ file: token, mapping: mappingSchema }), z.array(versionCandidateSchema)),
    /** Compares a file with a table in the case, row by row. Progress as events under `job`. */
    'case.compareVersion': request(z.object({ job, file: token, source: idSchema, mapping: mappingSchema }), versionDifferenceSchema),
    /** Writes what may leave into the granted file, in the format of another tool, and records the release. Progress as events under `job`. */
    'case.exportData': request(z.object({ job, file: token, format: z.enum(EXPORT_FORMATS), scope: exportScopeSchema, title: z.string().max(300), about: releaseAboutSchema }), exportedSchema),
    'case.cancel': request(z.object({ job }), nothing),
    /** The case's own by name, then those that come with Knoop. */
    'case.recipes': request(nothing, z.array(listedRecipeSchema)),
    /** What the import that brought a source did; and the same as a document to print. */
    'case.receipt': request(z.object({ source: idSchema }), receiptSchema),
    'case.receiptDocument': request(z.object({ source: idSchema }), briefingDocumentSchema),

    /** Folders of other services that the case looks into. */
    'case.shares': request(nothing, z.array(shareSchema)),
    'case.addShare': request(z.object({ folder: token, name: z.string().max(200), watched: z.boolean().default(true) }), z.object({ id: idSchema })),
    /** Stops looking into it; what was kept of it and never imported goes. */
    'case.removeShare': request(z.object({ id: idSchema }), nothing),
    'case.setShare': request(z.object({ id: idSchema, name: z.string().min(1).max(200).optional(), watched: z.boolean().optional() }), nothing),
    /** Looks now, also into a share that is not watched. */
    'case.lookAtShare': request(z.object({ id: idSchema }), nothing),
    /** What was last seen to change first. */
    'case.shareFiles': request(z.object({ share: idSchema.optional(), show: z.enum(SHARE_FILTERS).default('all'), limit: z.number().int().min(1).max(50_000).default(20_000) }), z.object({ files: z.array(shareFileSchema), total: z.number() })),
    /** Asks for a file that is not copied in unasked: it is, as soon as it stands still. Also takes a dismissal back. */
    'case.fetchShareFile': request(z.object({ share: idSchema, path: z.string().max(40_000) }), nothing),
    'case.dismissShareFile': request(z.object({ share: idSchema, path: z.string().max(40_000) }), nothing),
    /** A token for the kept bytes, to preview and import them. */
    'case.takeShareFile': request(z.object({ share: idSchema, path: z.string().max(40_000) }), chosenFileSchema),

    ...briefingsRequests,
    ...releasingRequests,
    ...recordingRequests,
    ...bundlingRequests,
    ...evaluatingRequests,
    ...erasingRequests,
    ...acrossRequests,
    ...blindingRequests,
    ...judgingRequests,
    ...formattingRequests,
    ...findingRequests,
    ...snapshotRequests,
    ...picturesRequests,
    ...newsRequests,
    ...timeRequests,
    ...editingRequests,
    ...arrangingRequests,
    ...networkRequests,
    ...patternRequests,
    ...trafficRequests,
    ...qualityRequests,
    ...watchingRequests,
  },
  events: {
    /** After every commit. Views ask again for what they show. */
    'case.changed': z.object({ seq: z.number(), command: z.string(), tables: z.array(z.string()), charts: z.array(z.string()), history: historySchema }),
    /** A share, or what was seen in it, changed. `files`: the list of its files did. `arrived`: names of files that have fully arrived just now, the first few of `count`. */
    'case.shareChanged': z.object({ share: z.string(), files: z.boolean(), arrived: z.array(z.string()), count: z.number() }),
    /** The reading of this port changed to that of a recipient, or back: everything is to be asked for again. */
    'case.viewing': z.object({ recipient: z.string().nullable() }),
    /** Which entities readings over this port take for one changed: everything is to be asked for again. */
    'case.identity': z.object({ mode: z.enum(IDENTITY_MODES) }),
    /** Matching in the background went on or came to its end: what waits for a person. */
    'case.matched': z.object({ working: z.boolean(), done: z.number(), behind: z.number(), proposals: z.number(), hits: z.number() }),
    'case.progress': z.object({ job: z.string(), phase: z.enum(['reading', 'hashing', 'mapping', 'writing', 'indexing', 'comparing', 'printing', 'packing', 'checking', 'erasing', 'matching', 'blinding']), done: z.number(), total: z.number(), rows: z.number() }),
  },
} as const;
export type CaseService = typeof caseService;

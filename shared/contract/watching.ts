import { z } from 'zod';
import { WATCH_REJECTS } from '../analysis/watching/entry';
import { watchColumnSchema } from '../analysis/watching/columns';
import { readingSchema } from '../mapping/mapping';
import { idSchema } from '../model/ids';
import { watchEntrySchema, watchListHeadSchema, WATCH_VERDICTS } from '../model/identity';
import { DOUBT_CODES } from '../values/kind';
import { request } from './definition';
import { evidenceSchema } from './judging';
import { entityViewSchema } from './views';

const token = z.string().min(1).max(200);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable();

/** Where a list is kept: in this case, or on this workstation for all its cases. */
export const WATCH_SCOPES = ['case', 'workstation'] as const;
export const watchScopeSchema = z.enum(WATCH_SCOPES);
export type WatchScope = z.infer<typeof watchScopeSchema>;

/** A list as it stands in the panel: how many entries, and how its hits stand in this case. */
export const watchListViewSchema = watchListHeadSchema.extend({
  scope: watchScopeSchema,
  entries: z.number(),
  /** Its day is past: nothing is held against it, and its hits are not shown. */
  expired: z.boolean(),
  hits: z.object({ open: z.number(), match: z.number(), noMatch: z.number(), unsure: z.number() }),
});
export type WatchListView = z.infer<typeof watchListViewSchema>;

/** What is said of its list beside a hit. */
const hitListSchema = z.object({ id: idSchema, name: z.string(), owner: z.string(), instruction: z.string(), scope: watchScopeSchema });
const judgedSchema = z.object({ verdict: z.enum(WATCH_VERDICTS), reason: z.string(), by: z.string(), at: z.string() }).nullable();

/**
 * A hit. Where it rests on what may not be used without its originator's permission, it only says that there is one, under which codes, and whom to ask: nothing in it
 * leads to the entity or the entry. `id` is only good for judging it, as long as the case is open.
 */
export const watchHitSchema = z.discriminatedUnion('restricted', [
  z.object({
    restricted: z.literal(false), id: z.string(), list: hitListSchema, judged: judgedSchema,
    /** Judged before, and open again: something speaks otherwise since. */
    again: z.boolean(),
    entity: entityViewSchema, entry: watchEntrySchema, score: z.number(),
    /** `left` is the list's, `right` the case's; the strongest first. */
    evidence: z.array(evidenceSchema),
  }),
  z.object({ restricted: z.literal(true), id: z.string(), list: hitListSchema, judged: judgedSchema, again: z.boolean(), codes: z.array(z.object({ scheme: z.string(), code: z.string() })), originators: z.array(z.string()) }),
]);
export type WatchHitView = z.infer<typeof watchHitSchema>;

const doubtSchema = z.object({ column: z.number(), code: z.enum(DOUBT_CODES), text: z.string() });

/** A list before it is taken: its first rows as they are understood, and how many there are of what. */
export const watchPreviewSchema = z.object({
  name: z.string(),
  sha256: z.string(),
  reading: readingSchema,
  sheets: z.array(z.object({ name: z.string(), rows: z.number().nullable(), hidden: z.boolean() })),
  unsure: z.array(z.enum(['encoding', 'delimiter', 'dateOrder', 'headerRow'])),
  headings: z.array(z.string()),
  /** One per heading. */
  columns: z.array(watchColumnSchema),
  /** The first rows that give an entry. */
  first: z.array(z.object({ entry: watchEntrySchema, doubts: z.array(doubtSchema) })),
  counts: z.object({ entries: z.number(), repeated: z.number(), none: z.number(), doubts: z.number() }),
  /** The first rows that give no entry, with why. */
  none: z.array(z.object({ row: z.number(), why: z.enum([...WATCH_REJECTS, 'unreadable']), text: z.string() })),
  /** What the list that it would replace has, and has not; null where it replaces none. */
  change: z.object({ kept: z.number(), added: z.number(), gone: z.number() }).nullable(),
  /** More entries than a list may have. */
  tooLong: z.boolean(),
});
export type WatchPreview = z.infer<typeof watchPreviewSchema>;

const about = { name: z.string().min(1).max(200), owner: z.string().max(300), instruction: z.string().max(2000), expires: day };

/** Requests of the case about watch lists: a part of caseService. */
export const watchingRequests = {
  /** All lists that this case is held against, by name; `workstation` false: this workstation keeps none of its own. `open`: hits that wait for a person. */
  'case.watchLists': request(z.object({}), z.object({ lists: z.array(watchListViewSchema), workstation: z.boolean(), open: z.number() })),
  /** Hits, the surest first, restricted ones last; judged: the latest first. With `entities`, restricted ones are left out. */
  'case.watchHits': request(z.object({ state: z.enum(['open', 'judged']).default('open'), list: idSchema.optional(), entities: z.array(idSchema).min(1).max(1000).optional(), limit: z.number().int().min(1).max(500).default(100), offset: z.number().int().min(0).default(0) }), z.object({ hits: z.array(watchHitSchema), total: z.number() })),
  /** How a file would be read as a watch list. `columns` null: as proposed. Failures as previewImport; an empty file gives no entries. */
  'case.previewWatchList': request(z.object({ file: token, reading: readingSchema.partial().default({}), columns: z.array(watchColumnSchema).max(16_384).nullable(), replaces: idSchema.nullable() }), watchPreviewSchema),
  /** Takes a list in, or a newer version of one under its id. Failures watchListEmpty, watchListTooLong, watchListNotFound, and as previewImport. */
  'case.loadWatchList': request(z.object({ file: token, reading: readingSchema, columns: z.array(watchColumnSchema).max(16_384), scope: watchScopeSchema, replaces: idSchema.nullable(), ...about }), z.object({ id: idSchema, entries: z.number(), repeated: z.number(), none: z.number(), added: z.number(), gone: z.number() })),
  /** Changes what is said of a list; its entries stay. Failure watchListNotFound. */
  'case.describeWatchList': request(z.object({ id: idSchema, ...about }), z.object({})),
  /** Failure watchListNotFound. */
  'case.removeWatchList': request(z.object({ id: idSchema }), z.object({})),
  /** Keeps what was decided of hits, by their ids. Failure subjectNotFound when one is no more. */
  'case.judgeHits': request(z.object({ hits: z.array(z.string().max(200)).min(1).max(500), verdict: z.enum(WATCH_VERDICTS), reason: z.string().max(4000) }), z.object({ judged: z.number() })),
} as const;

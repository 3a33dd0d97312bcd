import { z } from 'zod';
import { mappingSchema } from '../mapping/mapping';
import { idSchema } from '../model/ids';

/**
 * A folder of another service that the case looks into. reach: waiting (not looked into yet), reached, away (it cannot be reached), silent (it has
 * not answered for half a minute).
 */
export const shareSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Last parts of where it lies, to tell shares of one name apart. */
  place: z.string(),
  watched: z.boolean(),
  reach: z.enum(['waiting', 'reached', 'away', 'silent']),
  /** ISO; null when it has not been looked into since the case was opened. */
  lookedAt: z.string().nullable(),
  files: z.number(),
  /** Files that have fully arrived and are neither imported nor dismissed. */
  fresh: z.number(),
  /** True when it holds more than one look takes in. */
  more: z.boolean(),
  /** Links and devices in it, which are not followed; folders in it that cannot be looked into now. */
  passed: z.number(),
  closed: z.number(),
  /** True when what was seen could not be noted down for want of room on the disk. */
  noRoom: z.boolean(),
  /** The file that is being copied in now. */
  copying: z.object({ path: z.string(), done: z.number(), total: z.number() }).nullable(),
});
export type ShareView = z.infer<typeof shareSchema>;

/** As electron/case/shares/arrivals.ts has them, with "listed": seen in a share that is not watched, and not copied in. */
export const SHARE_FILE_STATES = ['arriving', 'copying', 'checking', 'kept', 'empty', 'unreadable', 'locked', 'noRoom', 'growing', 'tooLarge', 'gone', 'listed'] as const;

const namedSourceSchema = z.object({ id: idSchema, title: z.string() });

export const shareFileSchema = z.object({
  share: idSchema,
  /** Names it in requests. May hold signs that must not be shown: show `name` and `folder`. */
  path: z.string(),
  name: z.string(),
  folder: z.string(),
  bytes: z.number(),
  /** ISO times. */
  modified: z.string(),
  changedAt: z.string(),
  state: z.enum(SHARE_FILE_STATES),
  /** Whether its bytes are kept in the case, so that it can be imported even when it has gone from the share. */
  kept: z.boolean(),
  dismissed: z.boolean(),
  importedAs: namedSourceSchema.nullable(),
  /** Another file of a share with the same bytes, seen earlier. */
  sameAs: z.string().nullable(),
  /** A source that this is a later version of: kept from the same path, of the same name, or of the same name but for its figures. */
  earlier: namedSourceSchema.extend({ why: z.enum(['path', 'name', 'series']) }).nullable(),
});
export type ShareFileView = z.infer<typeof shareFileSchema>;

export const SHARE_FILTERS = ['new', 'all', 'dismissed'] as const;

const rowSchema = z.object({ row: z.number(), cells: z.array(z.string()) });

/** A table in the case that a file may be a later version of. */
export const versionCandidateSchema = namedSourceSchema.extend({
  receivedAt: z.string(),
  why: z.enum(['path', 'name', 'series', 'headings']),
  /** How it was taken in, fitted to this file's columns; null when that is not known or does not fit. */
  mapping: mappingSchema.nullable(),
});
export type VersionCandidate = z.infer<typeof versionCandidateSchema>;

/** What differs between a table in the case and a later version of it. Cells stand under `headings`. */
export const versionDifferenceSchema = z.object({
  source: namedSourceSchema,
  /** By what rows were found again: what identifies their things, or only the whole row. */
  by: z.enum(['identity', 'row']),
  headings: z.array(z.string()),
  /** Headings that only one of the two has. */
  columnsNew: z.array(z.string()),
  columnsGone: z.array(z.string()),
  counts: z.object({ same: z.number(), added: z.number(), changed: z.number(), gone: z.number(), refused: z.number() }),
  /** The first of each kind, at most 200. */
  added: z.array(rowSchema),
  changed: z.array(z.object({ row: z.number(), before: rowSchema, cells: z.array(z.string()) })),
  gone: z.array(rowSchema),
});
export type VersionDifference = z.infer<typeof versionDifferenceSchema>;

/** Imports only what is new and changed against `source`, and takes back what the changed rows (and those gone, where asked) said there. */
export const asVersionSchema = z.object({ source: idSchema, retractGone: z.boolean() });
export type AsVersion = z.infer<typeof asVersionSchema>;

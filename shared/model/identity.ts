import { z } from 'zod';
import { MATCH_KINDS } from '../schema/types';
import { idSchema } from './ids';

/**
 * Which entities a view takes for one. judged: those that somebody judged the same. strict: none, each id by itself. lenient: also those of which somebody was not sure.
 * Never written into anything: only readings differ.
 */
export const IDENTITY_MODES = ['judged', 'strict', 'lenient'] as const;
export type IdentityMode = (typeof IDENTITY_MODES)[number];

/** What a case sets about matching: a setting "matching"; what is absent is as Knoop ships it. Scores are 0 to 1. */
export const matchingSettingsSchema = z.object({
  /** From this score on a pair stands in the queue. */
  propose: z.number().min(0).max(1).optional(),
  /** Below this score a pair is not kept at all; between the two it is shown only when asked for. */
  hide: z.number().min(0).max(1).optional(),
  /** Learnt from judged pairs: natural log-odds by finding ("name.same"), and before anything is known. */
  weights: z.object({ prior: z.number(), points: z.record(z.string().max(60), z.number()) }).optional(),
});
export type MatchingSettings = z.infer<typeof matchingSettingsSchema>;

const texts = z.array(z.string().min(1).max(1000)).max(200);

/**
 * One entry of a watch list, normalised when the list was loaded. Lists may be empty; an entry without names and identifiers is none. `number` follows from what the
 * entry says (shared/analysis/watching/entry.ts), so that one that comes again in a later version of its list is the same, wherever it stands there.
 */
export const watchEntrySchema = z.object({
  number: z.number().int().positive(),
  kind: z.enum(MATCH_KINDS).nullable(),
  names: texts,
  births: texts,
  genders: texts,
  places: texts,
  /** Normalised values by kind of identifier, as the case's own: a phone in E.164. */
  identifiers: z.array(z.object({ kind: z.string().max(64), value: z.string().min(1).max(500) })).max(200),
  addresses: texts,
  /** What the list says besides: reason, reference. */
  note: z.string().max(4000),
  /** Row of the file. */
  row: z.number().int().positive(),
});
export type WatchEntry = z.infer<typeof watchEntrySchema>;

/** Entries that a list may have. */
export const MOST_WATCHED = 50_000;

/** What everybody who looks at a hit must know of its list. */
const watchListFields = {
  id: idSchema,
  name: z.string().min(1).max(200),
  /** Service that keeps the list, and what is to be done on a hit. */
  owner: z.string().max(300),
  instruction: z.string().max(2000),
  /** File it was loaded from, its SHA-256 (hex), and when (ISO, UTC). */
  file: z.string().max(500),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  loadedAt: z.string(),
  /** Day until which it holds ("2027-03-01"); null: until it is removed. */
  expires: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable(),
};
export const watchListSchema = z.object({ ...watchListFields, entries: z.array(watchEntrySchema).min(1).max(MOST_WATCHED) });
export type WatchList = z.infer<typeof watchListSchema>;
export const watchListHeadSchema = z.object(watchListFields);
export type WatchListHead = z.infer<typeof watchListHeadSchema>;

export const WATCH_VERDICTS = ['match', 'noMatch', 'unsure'] as const;
export type WatchVerdictId = (typeof WATCH_VERDICTS)[number];

/**
 * What somebody decided of one hit: asked once. `id` is list, entry and entity joined by blanks. `told`: fingerprints of what spoke for the hit and against it when it was
 * judged, which tell whether it must be asked again.
 */
export const watchVerdictSchema = z.object({ id: z.string().max(200), list: idSchema, entry: z.number().int().positive(), entity: idSchema, verdict: z.enum(WATCH_VERDICTS), reason: z.string().max(4000), told: z.array(z.string().max(40)).max(400) });
export type WatchVerdict = z.infer<typeof watchVerdictSchema>;

/** The same with who decided it and when (ISO, UTC), as it is kept. */
export interface JudgedHit extends WatchVerdict {
  readonly by: string;
  readonly at: string;
}

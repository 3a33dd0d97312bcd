import { z } from 'zod';
import { idSchema } from '../model/ids';
import { request } from './definition';

/** What is to be erased: all that one source says, all about some entities and links, or single statements. */
export const erasureTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), id: idSchema }),
  z.object({ kind: z.literal('subjects'), entities: z.array(idSchema).max(50_000), links: z.array(idSchema).max(50_000) }),
  z.object({ kind: z.literal('statements'), ids: z.array(idSchema).min(1).max(50_000) }),
]);
export type ErasureTarget = z.infer<typeof erasureTargetSchema>;

export const erasureCountSchema = z.object({
  statements: z.number(), entities: z.number(), links: z.number(), sources: z.number(),
  /** Kept originals that go; and those that are kept although something that goes was read from them. */
  documents: z.number(), originals: z.number(),
  /** Releases that left with some of it, and backups made before: an erasure does not reach the first, and the second only when asked. */
  releases: z.number(), backups: z.number(),
  /** What goes on naming entities that go: other entities' statements, pages of other documents, and texts that people wrote (briefings, notes, names of charts). */
  named: z.object({ entities: z.number(), pages: z.number(), texts: z.number() }),
});
export type ErasureCount = z.infer<typeof erasureCountSchema>;

/** One row of the journal, as its hash covers it. */
export const journalRowSchema = z.object({
  seq: z.number(), at: z.string(), actor: z.string(), workstation: z.string(), app_version: z.string(), kind: z.string(), command: z.string(), label: z.string(),
  refers: z.number().nullable(), patch_hash: z.string(), previous: z.string(), hash: z.string(),
});
export type JournalRow = z.infer<typeof journalRowSchema>;

/** Requests of the case about erasure and the journal's duties: a part of caseService. */
export const erasingRequests = {
  /** What an erasure would remove, what it cannot reach (releases that left), and backups made before it. */
  'case.countErasure': request(z.object({ target: erasureTargetSchema }), erasureCountSchema),
  /** Really removes the content, for good: rows, indexes, source chunks, free pages. A tombstone stays. Cannot be undone. `backups`: also removes backups made before. `documents`: also the kept originals of files that said some of it. `complete` false: what was deleted is cleared from the files at the next opening. */
  'case.erase': request(z.object({ job: z.string().min(1).max(100), target: erasureTargetSchema, reason: z.string().min(3).max(2000), basis: z.string().min(1).max(1000), backups: z.boolean(), documents: z.boolean().default(false) }), erasureCountSchema.extend({ seq: z.number(), complete: z.boolean() })),
  /** Why the case is used in this session; stands with every consultation and disclosure until it changes. */
  'case.giveReason': request(z.object({ code: z.string().min(1).max(40), text: z.string().max(1000) }), z.object({ seq: z.number() })),
  'case.reason': request(z.object({}), z.object({ asked: z.boolean(), code: z.string(), text: z.string() })),
  /** Notes that the recipient of a release was told of what was retracted of it since, and how. */
  'case.markTold': request(z.object({ release: idSchema, how: z.string().min(1).max(1000) }), z.object({ seq: z.number() })),
  /** Rows of the journal as they are chained, for the verifier; without content. Oldest first, from the one after `after`. */
  'case.journalRows': request(z.object({ after: z.number().int().min(0), limit: z.number().int().min(1).max(20_000).default(20_000) }), z.array(journalRowSchema)),
  /** How the journal stands to a head that was noted elsewhere. What does not fit is journalled. */
  'case.checkSeal': request(z.object({ entries: z.number().int().min(0), head: z.string().max(64) }), z.object({ state: z.enum(['fits', 'shorter', 'different']), entries: z.number() })),
} as const;

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

export const erasureCountSchema = z.object({ statements: z.number(), entities: z.number(), links: z.number(), sources: z.number(), documents: z.number(), releases: z.number(), backups: z.number() });
export type ErasureCount = z.infer<typeof erasureCountSchema>;

/** Requests of the case about erasure and the journal's duties: a part of caseService. */
export const erasingRequests = {
  /** What an erasure would remove, what it cannot reach (releases that left), and backups made before it. */
  'case.countErasure': request(z.object({ target: erasureTargetSchema }), erasureCountSchema),
  /** Really removes the content, for good: rows, indexes, source chunks, free pages. A tombstone stays. Cannot be undone. `backups`: also removes backups made before. */
  'case.erase': request(z.object({ job: z.string().min(1).max(100), target: erasureTargetSchema, reason: z.string().min(3).max(2000), basis: z.string().min(1).max(1000), backups: z.boolean() }), erasureCountSchema.extend({ seq: z.number() })),
  /** Why the case is used in this session; stands with every consultation and disclosure until it changes. */
  'case.giveReason': request(z.object({ code: z.string().min(1).max(40), text: z.string().max(1000) }), z.object({ seq: z.number() })),
  'case.reason': request(z.object({}), z.object({ asked: z.boolean(), code: z.string(), text: z.string() })),
} as const;

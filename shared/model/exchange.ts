import { z } from 'zod';
import { idSchema } from './ids';
import { purposeSchema } from './recipient';

/** What each side of a comparison learns: which of its entries are common, or only how many; and who learns it. */
export const TELLS = ['entries', 'number'] as const;
export const SIDES = ['both', 'initiator'] as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A service at the other end, as its files name it. `signingKey`: base64 of its Ed25519 key. `recipient`: as which recipient of this case it is known; null: as none. */
export const partnerSchema = z.object({ service: z.string().max(500), person: z.string().max(300), signingKey: z.string().max(100).nullable(), recipient: idSchema.nullable() });
export type Partner = z.infer<typeof partnerSchema>;

/** Why this side takes part: said before a file is written. */
export const groundsSchema = z.object({ purpose: purposeSchema, reason: z.string().max(2000), basis: z.string().max(1000) });
export type Grounds = z.infer<typeof groundsSchema>;

/** A file of a comparison or request that was written here or taken in. `release`: under which it left. */
export const exchangedFileSchema = z.object({ round: z.number().int().min(1).max(3), sent: z.boolean(), sha256, bytes: z.number().int().nonnegative(), at: z.string(), release: idSchema.nullable() });

/** One entry of ours that the other has as well, and the entities here that have it. */
export const hitSchema = z.object({ kind: z.string().max(60), value: z.string().max(1000), entities: z.array(idSchema) });
export type Hit = z.infer<typeof hitSchema>;

/**
 * awaitingAnswer: file 1 was written, file 2 is awaited. awaitingLast: file 2 was written, file 3 is awaited. done: learned what there was to learn. refused: answered with no.
 * cancelled: ended here; expired: its time was over; erased: what it was about was erased. Only the first two have a secret.
 */
export const EXCHANGE_STATUSES = ['awaitingAnswer', 'awaitingLast', 'done', 'refused', 'cancelled', 'expired', 'erased'] as const;

/** What a case keeps of a comparison with another service; the secret is apart from it. */
export const exchangeSchema = z.object({
  what: z.literal('exchange'),
  /** The session, as every file of it says. */
  id: z.uuid(),
  role: z.enum(['initiator', 'responder']),
  status: z.enum(EXCHANGE_STATUSES),
  partner: partnerSchema,
  tells: z.enum(TELLS),
  sides: z.enum(SIDES),
  kinds: z.array(z.string().max(60)).max(60),
  most: z.number().int().positive(),
  /** As the files say it to whoever finds them. */
  subject: z.string().max(2000),
  expires: z.string(),
  grounds: groundsSchema,
  begunAt: z.string(),
  endedAt: z.string().nullable(),
  files: z.array(exchangedFileSchema).max(10),
  /** Different entries that this side put in; null where it put in none. */
  entries: z.number().int().nonnegative().nullable(),
  outcome: z.object({ count: z.number().int().nonnegative(), othersAtMost: z.number().int().nonnegative(), /** Null where only the number was agreed. */ hits: z.array(hitSchema).nullable() }).nullable(),
});
export type ExchangeRecord = z.infer<typeof exchangeSchema>;

export const URGENCIES = ['normal', 'urgent', 'immediate'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** A request for information about entries that both services have, kept by who sent it and by who got it. */
export const askSchema = z.object({
  what: z.literal('ask'),
  id: idSchema,
  direction: z.enum(['sent', 'received']),
  /** The comparison that it came from. */
  exchange: z.uuid().nullable(),
  partner: partnerSchema,
  at: z.string(),
  question: z.string().max(4000),
  grounds: groundsSchema,
  urgency: z.enum(URGENCIES),
  wantedBy: day.nullable(),
  /** What is asked about: by which kinds of entries, and which entities here have these. Values are not kept. */
  subjects: z.array(z.object({ kinds: z.array(z.string().max(60)), entities: z.array(idSchema) })).max(500),
  status: z.enum(['open', 'answered', 'refused']),
  endedAt: z.string().nullable(),
  /** Why it was refused. */
  answer: z.string().max(2000),
  /** Release that the request left with, or that answered it. */
  release: idSchema.nullable(),
  sha256,
});
export type AskRecord = z.infer<typeof askSchema>;

/** All that the table blind_exchange holds. */
export const exchangedSchema = z.discriminatedUnion('what', [exchangeSchema, askSchema]);
export type ExchangedRecord = z.infer<typeof exchangedSchema>;

import { z } from 'zod';
import { askSchema, exchangeSchema, SIDES, TELLS, URGENCIES } from '../model/exchange';
import { idSchema } from '../model/ids';
import { request } from './definition';
import { exportScopeSchema } from './exporting';
import { FAILURE_CODES } from './failure';
import { releaseAboutSchema } from './releasing';
import { entityViewSchema } from './views';

const token = z.string().min(1).max(100);
const job = z.string().min(1).max(100);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Nothing that breaks a line: it stands in the first line of files. */
const line = z.string().trim().min(1).max(2000).regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u);

/** Which entries of the case may be put in, by kind: after the gate, each once. */
export const blindKindsSchema = z.object({
  kinds: z.array(z.object({ kind: z.string(), entries: z.number(), /** Tells who or what somebody is, so that it is compared unless said otherwise. */ usual: z.boolean() })),
  entities: z.number(),
  /** Statements that are held back from this partner, and so give no entry. */
  withheld: z.number(),
});
export type BlindKinds = z.infer<typeof blindKindsSchema>;

/** Who is to be compared with, what with, and who learns what. */
export const blindWishSchema = z.object({
  scope: exportScopeSchema,
  about: releaseAboutSchema,
  kinds: z.array(z.string().max(60)).min(1).max(60),
  tells: z.enum(TELLS),
  sides: z.enum(SIDES),
  /** Most entries that either side may put in. */
  most: z.number().int().min(1).max(1_000_000),
  /** What the files say it is for, readable to whoever finds them. */
  subject: line,
  /** Last day on which a file of this comparison is taken in. */
  until: day,
});
export type BlindWish = z.infer<typeof blindWishSchema>;

/** What an answer puts in, and why. */
export const blindAnswerSchema = z.object({ file: token, /** SHA-256 of the file as it was shown: no other is answered. */ seen: z.string().max(64), scope: exportScopeSchema, about: releaseAboutSchema });
export type BlindAnswer = z.infer<typeof blindAnswerSchema>;

/** A service that signed a file. known: by a card of a recipient here, whose id `recipient` is; changed: that service has another key here; own: written on this workstation. */
export const signerSchema = z.object({ state: z.enum(['known', 'new', 'changed', 'own']), fingerprint: z.string(), recipient: idSchema.nullable() });

/** A file of a comparison, looked at and checked, before anything is done with it. */
export const blindFileSchema = z.object({
  round: z.number(), session: z.string(), at: z.string(), sha256: z.string(),
  from: z.object({ service: z.string(), person: z.string() }),
  to: z.object({ service: z.string(), person: z.string() }),
  tells: z.enum(TELLS), sides: z.enum(SIDES), kinds: z.array(z.string()), most: z.number(), subject: z.string(), expires: z.string(),
  /** The sender's list holds at most so many entries; 0 where the file holds none of its own. */
  atMost: z.number(),
  signer: signerSchema,
  /** Ours, that it belongs to. */
  exchange: exchangeSchema.nullable(),
  /** Why it cannot be taken in. */
  problem: z.enum(FAILURE_CODES).nullable(),
});
export type BlindFileView = z.infer<typeof blindFileSchema>;

/** What is asked of a partner about hits of a comparison. `entities`: ours, of those that hit. */
export const askWishSchema = z.object({ exchange: z.uuid(), entities: z.array(idSchema).min(1).max(500), question: z.string().trim().min(1).max(4000), urgency: z.enum(URGENCIES), wantedBy: day.nullable(), about: releaseAboutSchema });
export type AskWish = z.infer<typeof askWishSchema>;

/** An entity of ours that hit, with the kinds of entries by which it did. */
export const blindHitSchema = z.object({ entity: entityViewSchema, kinds: z.array(z.string()) });
export type BlindHit = z.infer<typeof blindHitSchema>;

/** A request of a partner that was opened. `taken`: it was opened before. */
export const openedAskSchema = z.object({ ask: askSchema, signer: signerSchema, taken: z.boolean() });

/** Requests of the case about comparing lists with other services: a part of caseService. */
export const blindingRequests = {
  /** Newest first. What is over its time is ended by this, and its secret erased. */
  'case.blindExchanges': request(z.object({}), z.object({ exchanges: z.array(exchangeSchema), asks: z.array(askSchema) })),
  /** Counts what could be put in for a partner. Fails as audiences do: recipientNotFound, recipientWithoutRights. */
  'case.blindKinds': request(z.object({ job, scope: exportScopeSchema, about: releaseAboutSchema.pick({ recipient: true, purpose: true }) }), blindKindsSchema),
  /** Writes file 1. Progress as events under `job`. */
  'case.beginBlind': request(blindWishSchema.extend({ job, out: token }), exchangeSchema),
  /** Looks at a file: whose it is, what was agreed, and whether it can be taken in. */
  'case.blindFile': request(z.object({ file: token }), blindFileSchema),
  /** Answers file 1 with file 2. */
  'case.answerBlind': request(blindAnswerSchema.extend({ job, out: token }), exchangeSchema),
  /** Says no to file 1: nothing is written, and the file is not answered any more. */
  'case.refuseBlind': request(z.object({ file: token, reason: z.string().max(2000) }), exchangeSchema),
  /** Takes file 2 in, and writes file 3 where both sides learn: `out` is needed then. Or takes file 3 in. The secret is erased with it. */
  'case.concludeBlind': request(z.object({ job, file: token, out: token.nullable() }), exchangeSchema),
  /** Ends a comparison here: the secret is erased, and no file of it is taken in any more. */
  'case.cancelBlind': request(z.object({ id: z.uuid() }), exchangeSchema),
  /** Entities that hit; `gone`: hits of entities that are not in the case any more. */
  'case.blindHits': request(z.object({ id: z.uuid() }), z.object({ hits: z.array(blindHitSchema), gone: z.number() })),
  /** Writes a sealed request for information about hits. */
  'case.sendAsk': request(askWishSchema.extend({ out: token }), askSchema),
  /** Opens a partner's request: it then stands among those that came in. */
  'case.openAsk': request(z.object({ file: token }), openedAskSchema),
  /** Entities that a request is about: ours. */
  'case.askedEntities': request(z.object({ id: idSchema }), z.array(z.object({ kinds: z.array(z.string()), entities: z.array(entityViewSchema) }))),
  /** Ends a request: `release` answered it, or it was refused for a reason. */
  'case.endAsk': request(z.object({ id: idSchema, status: z.enum(['answered', 'refused']), answer: z.string().max(2000), release: idSchema.nullable() }), askSchema),
} as const;

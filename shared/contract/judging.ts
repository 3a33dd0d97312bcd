import { z } from 'zod';
import { IDENTITY_MODES, matchingSettingsSchema } from '../model/identity';
import { idSchema } from '../model/ids';
import { JUDGEMENTS } from '../model/records';
import { request } from './definition';
import { entityViewSchema } from './views';

const job = z.string().min(1).max(100);

/** One thing that was compared: `+` raised the score, `-` lowered it, `~` hardly mattered, `!` contradicts. `kind.finding` is its key in translations ("matching") and weights. */
export const evidenceSchema = z.object({ kind: z.string(), finding: z.string(), effect: z.enum(['+', '-', '~', '!']), left: z.string(), right: z.string(), /** Natural log-odds. */ points: z.number() });
export type EvidenceView = z.infer<typeof evidenceSchema>;

/** A live judgement on a pair. */
export const judgementViewSchema = z.object({
  id: idSchema, left: entityViewSchema, right: entityViewSchema, verdict: z.enum(JUDGEMENTS), reason: z.string(),
  by: z.string(), at: z.string(), seq: z.number(),
  /** Service whose bundle brought it; null: made in this case. */
  service: z.string().nullable(),
  /** Does not count: a partner's that stands against one of ours, or against another partner's. */
  opposed: z.boolean(),
});
export type JudgementView = z.infer<typeof judgementViewSchema>;

/** A pair of the queue. Views are of the single entities, whatever they are joined with. */
export const pairViewSchema = z.object({ left: entityViewSchema, right: entityViewSchema, score: z.number(), /** Short, strongest first: what tells most. */ evidence: z.array(evidenceSchema), judgement: judgementViewSchema.nullable() });
export type PairView = z.infer<typeof pairViewSchema>;

export const QUEUES = ['open', 'weak', 'unsure', 'same', 'different', 'conflict'] as const;
export type QueueId = (typeof QUEUES)[number];

/** What stands against a judgement: the judgements "same" by which they are joined, and against "same" the one that says otherwise (null against "different"). */
export const contradictionSchema = z.object({ apart: judgementViewSchema.nullable(), chain: z.array(judgementViewSchema) });
export type Contradiction = z.infer<typeof contradictionSchema>;

/** Requests of the case about who is who: a part of caseService. */
export const judgingRequests = {
  /**
   * Pairs of one queue, the surest first (judged ones: the latest first). open: proposed and not judged. weak: between hide and propose. conflict: partners' judgements
   * that stand against others.
   */
  'case.queue': request(z.object({ queue: z.enum(QUEUES).default('open'), types: z.array(z.string()).optional(), entity: idSchema.optional(), limit: z.number().int().min(1).max(1000).default(100), offset: z.number().int().min(0).default(0) }), z.object({ pairs: z.array(pairViewSchema), total: z.number(), counts: z.record(z.enum(QUEUES), z.number()) })),
  /** Two entities side by side, whether proposed or not. Failure subjectNotFound. */
  'case.pair': request(z.object({ left: idSchema, right: idSchema }), z.object({
    pair: pairViewSchema,
    /** By property, the featured first: what is said of each; `finding` null where only one has it. */
    properties: z.array(z.object({ property: z.string(), left: z.array(z.object({ value: z.object({ v: z.string(), raw: z.string().optional() }), sources: z.array(z.string()) })), right: z.array(z.object({ value: z.object({ v: z.string(), raw: z.string().optional() }), sources: z.array(z.string()) })), finding: z.enum(['same', 'differs']).nullable() })),
    /** Neighbours that both have, with the link types by which each has them; the most linked last (a hub tells little). */
    shared: z.array(z.object({ entity: entityViewSchema, left: z.array(z.string()), right: z.array(z.string()) })),
    sharedTotal: z.number(),
    /** Neighbours that only one has: how many. */
    only: z.object({ left: z.number(), right: z.number() }),
    /** What would stand against "same" now, and against "different". */
    against: z.object({ same: contradictionSchema.nullable(), different: contradictionSchema.nullable() }),
  })),
  /** With whom an entity is taken for one over this port, and by which judgements; alone: only itself, and all judgements on it. */
  'case.identityOf': request(z.object({ id: idSchema }), z.object({ members: z.array(entityViewSchema), judgements: z.array(judgementViewSchema) })),
  /** From now on readings over this port take this for one; announced by the event case.identity. */
  'case.setIdentity': request(z.object({ mode: z.enum(IDENTITY_MODES) }), z.object({ mode: z.enum(IDENTITY_MODES) })),
  /** How matching stands: `behind`: entities that are still to be compared. */
  'case.matching': request(z.object({}), z.object({ settings: matchingSettingsSchema, propose: z.number(), hide: z.number(), working: z.boolean(), behind: z.number(), done: z.number(), /** The case holds more entities than are compared, so that none is: how many there are. */ beyond: z.number().optional() })),
  /** Compares everything anew. Progress as event case.matched. */
  'case.matchAgain': request(z.object({}), z.object({})),
  /** Weights that fit the pairs judged in this case: to be looked at, and set by the command matching.set. Figures over a held-out half. Failure tooFewJudged. */
  'case.calibrate': request(z.object({ job }), z.object({ judged: z.number(), same: z.number(), weights: z.object({ prior: z.number(), points: z.record(z.string(), z.number()) }), before: z.object({ precision: z.number(), recall: z.number() }), after: z.object({ precision: z.number(), recall: z.number() }), changes: z.array(z.object({ finding: z.string(), from: z.number(), to: z.number() })) })),
} as const;

import { z } from 'zod';
import { nameRules } from './nameRules';

/** How name keys are made (nameKeys.ts). Other rules, another key for the same name. */
export const NAME_RULES = nameRules();

/** Most entries that any agreement may allow: beyond it a list is a register. */
export const MOST_ENTRIES = 1_000_000;
/** Lists are filled up to one of these, so that a file does not say how many entries it holds. */
const STEPS = [1, 2, 5];
const SMALLEST = 100;

/** The size class of a list: the least of 100, 200, 500, 1,000 … that holds it. */
export function sizeClassOf(entries: number): number {
  for (let unit = SMALLEST; ; unit *= 10) for (const step of STEPS) if (unit * step >= entries) return unit * step;
}

/** Nothing that would break a line or turn the direction of what a person reads. */
const line = (most: number): z.ZodString => z.string().max(most).regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u);
const time = z.iso.datetime();
const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/).nullable();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(MOST_ENTRIES);

/** What both sides agree to before anything is sent; the same in every file of a session. */
export const termsSchema = z.strictObject({
  /** Which of its own entries the other has as well, or only how many. */
  tells: z.enum(['entries', 'number']),
  /** Who learns it: the side that began, or both. */
  sides: z.enum(['initiator', 'both']),
  /** Kinds of identifiers and name keys that are compared. */
  kinds: z.array(line(60).min(1)).min(1).max(60),
  nameRules: line(40),
  /** Most entries that each side may put in. */
  most: count.min(1),
  purpose: line(2000).min(1),
  expires: time,
});
export type Terms = z.infer<typeof termsSchema>;

/** One of the two services. `signingKey`: base64 of its Ed25519 key, null where it signs nothing. */
export const partySchema = z.strictObject({ service: line(300).min(1), person: line(300), signingKey: key });
export type Party = z.infer<typeof partySchema>;

/** The first line of a file. */
export const headerSchema = z.strictObject({
  format: z.literal('knoop-blind'),
  version: z.literal(1),
  group: z.literal('ristretto255-sha512'),
  session: z.uuid(),
  round: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  from: partySchema,
  to: partySchema,
  at: time,
  terms: termsSchema,
  /** SHA-256 of head and points of the file that this one answers; null in the first. */
  before: digest.nullable(),
  /** Points in the file, filling included: first those that came from the other and were blinded once more, then the sender's own. */
  counts: z.strictObject({ theirs: count, own: count }),
});
export type Header = z.infer<typeof headerSchema>;

/** The last line of a file: what it weighs, and who stands for it. */
export const sealSchema = z.strictObject({ sha256: digest, signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/).nullable() });

const labelSchema = z.strictObject({ kind: z.string(), refs: z.array(z.string()) });
/** Entries by the places of their points; null for filling. */
export type Label = z.infer<typeof labelSchema>;

/**
 * What a side keeps between rounds. It holds the secret and which entry is which: it belongs encrypted into the case, and is erased as soon as the session ends
 * or expires. Plain JSON.
 */
export const stateSchema = z.strictObject({
  version: z.literal(1),
  role: z.enum(['initiator', 'responder']),
  session: z.uuid(),
  terms: termsSchema,
  from: partySchema,
  to: partySchema,
  /** Base64. */
  secret: z.string().max(64),
  /** SHA-256 of head and points of the file that was sent. */
  sent: digest,
  /** SHA-256 of the own points as they were sent. */
  own: digest,
  size: count,
  /** Empty where only the number is told. */
  labels: z.array(labelSchema.nullable()),
  /** Base64 of the other's points, blinded by both, that the responder needs for the last round; else empty. */
  doubled: z.string(),
});
export type State = z.infer<typeof stateSchema>;

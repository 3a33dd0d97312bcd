import { z } from 'zod';
import { idSchema } from '../model/ids';
import { purposeSchema, recipientRecordSchema } from '../model/recipient';
import { releaseRecordSchema } from '../model/release';
import { handlingSchema } from '../model/evaluation';
import { WITHHELD_REASONS } from '../briefing/gate';
import { request } from './definition';

/** For whom and why something is let out: asked before every release. `recipient` null: own use. */
export const releaseAboutSchema = z.object({
  recipient: idSchema.nullable(),
  purpose: purposeSchema,
  reason: z.string().max(2000),
  basis: z.string().max(1000),
  copyNumber: z.string().max(50).default(''),
  expires: z.string().nullable().default(null),
});
export type ReleaseAbout = z.infer<typeof releaseAboutSchema>;

/** One statement that a recipient does not get. */
export const withheldViewSchema = z.object({
  statement: idSchema, subject: idSchema, subjectKind: z.enum(['entity', 'link']), caption: z.string(), type: z.string(), source: idSchema, sourceTitle: z.string(),
  reason: z.enum(WITHHELD_REASONS),
  /** The code that holds it back; null where none does. */
  cause: handlingSchema.nullable(),
  /** Service whose permission would free it; null where none can. */
  originator: z.string().nullable(),
});
export type WithheldView = z.infer<typeof withheldViewSchema>;

/** Whom to tell that something they were given does not hold any more (Directive 2016/680 art. 7(3)). */
export const noticeSchema = z.object({ release: idSchema, recipient: z.string(), recipientId: idSchema.nullable(), title: z.string(), at: z.string(), format: z.string(), statements: z.number(), examples: z.array(z.string()), told: z.string().nullable() });
export type Notice = z.infer<typeof noticeSchema>;

/** Requests of the case about recipients and releases: a part of caseService. */
export const releasingRequests = {
  'case.recipients': request(z.object({}), z.array(recipientRecordSchema)),
  /** Newest first; `said` is left empty: it is the case's own. */
  'case.releases': request(z.object({}), z.array(releaseRecordSchema)),
  /**
   * From now on every reading over this port shows exactly what the recipient would get, out of a case built for it in memory; changes are refused with
   * viewingAs. `recipient` null ends that.
   */
  'case.viewAs': request(z.object({ recipient: idSchema.nullable(), purpose: purposeSchema.optional() }), z.object({ recipient: idSchema.nullable(), entities: z.number(), links: z.number(), statements: z.number(), withheld: z.number() })),
  /** What a recipient does not get, and why; of all the case, or of one chart. By reason and originator in `groups`. */
  'case.withheld': request(z.object({ recipient: idSchema, purpose: purposeSchema.optional(), chart: idSchema.optional(), limit: z.number().int().min(1).max(5000).default(500) }), z.object({ total: z.number(), groups: z.array(z.object({ reason: z.enum(WITHHELD_REASONS), cause: handlingSchema.nullable(), originator: z.string().nullable(), count: z.number() })), withheld: z.array(withheldViewSchema) })),
  /** Releases of which something was retracted since, with whom to tell. */
  'case.notices': request(z.object({}), z.array(noticeSchema)),
} as const;

import { z } from 'zod';
import { handlingSchema, markingSchema } from './evaluation';
import { idSchema } from './ids';

/**
 * What something leaves for. internal: stays inside the service that holds the case. operational: another service's investigation or a patrol. judicial: a
 * prosecutor or a court, where it may become evidence. administrative: an authority that acts on it outside of criminal proceedings.
 */
export const PURPOSES = ['internal', 'operational', 'judicial', 'administrative'] as const;
export const purposeSchema = z.enum(PURPOSES);
export type Purpose = z.infer<typeof purposeSchema>;

/** What a recipient may see. What is not listed here may not be seen. */
export const rightsSchema = z.object({
  /** Handling codes that the recipient may see, by scheme. */
  allowedHandling: z.record(z.string().max(64), z.array(z.string().max(32)).max(100)),
  /** Highest marking that the recipient may see, one per marking scheme; none of a scheme that is not listed. */
  maximumMarkings: z.array(markingSchema).max(50),
});
export type Rights = z.infer<typeof rightsSchema>;

/**
 * An originator's leave to pass on what its conditions would hold back (third-party rule): who gave it, when, under which reference. Kept even when it has
 * ended, because releases were made on it.
 */
export const permissionSchema = z.object({
  id: idSchema,
  /** The service whose leave it is, as its sources name their supplier. */
  originator: z.string().min(1).max(500),
  /** Person there who gave it. */
  givenBy: z.string().min(1).max(300),
  /** Day on which it was given: "2026-05-03". */
  givenOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  reference: z.string().min(1).max(300),
  /** Last day on which it holds; null: until it is withdrawn. */
  until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable(),
  /** Withdrawn on this day; null while it holds. */
  withdrawnOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable(),
  /** Codes that it lifts; the code of a marking scheme counts as its highest. */
  codes: z.array(handlingSchema).min(1).max(50),
  /** Purposes that it covers. */
  purposes: z.array(purposeSchema).min(1),
  /** Sources that it covers; empty: all of the originator. */
  sources: z.array(idSchema).max(10_000),
});
export type Permission = z.infer<typeof permissionSchema>;

/** Somebody that briefings, exports and bundles go to. */
export const recipientRecordSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(300),
  /** Service as sources name it: what came from it may go back to it. */
  service: z.string().max(500),
  purpose: purposeSchema.default('operational'),
  language: z.enum(['nl', 'fr', 'de', 'en']).nullable().default(null),
  /** Null: nothing was set yet, so nothing may leave for it. */
  rights: rightsSchema.nullable().default(null),
  permissions: z.array(permissionSchema).max(10_000).default([]),
  /** "age1…": public key that bundles for it are encrypted to. */
  encryptionKey: z.string().max(5000).nullable().default(null),
  /** Base64 of the 32-byte Ed25519 key that its own bundles are signed with. */
  signingKey: z.string().max(100).nullable().default(null),
  /** No longer offered; stays for the releases that went to it. */
  retired: z.boolean().default(false),
});
export type RecipientRecord = z.infer<typeof recipientRecordSchema>;

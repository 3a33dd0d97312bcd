import { z } from 'zod';
import { idSchema } from './ids';
import { purposeSchema } from './recipient';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Who made a bundle, and the key that its manifest is signed with (base64 of 32 bytes, Ed25519). */
export const bundleIssuerSchema = z.object({ service: z.string().max(500), person: z.string().max(300), signingKey: z.string().max(100), encryptionKey: z.string().max(5000) });

/**
 * The first file of a bundle: says what is in it, byte for byte. `kind` case: a releasable part of a case. notice: what the recipient is asked to take back.
 */
export const bundleManifestSchema = z.object({
  format: z.literal('knoopx'),
  version: z.literal(1),
  kind: z.enum(['case', 'notice']),
  /** The release under which it left. */
  id: idSchema,
  /** Case that it comes from, and what that is called. */
  case: z.object({ id: idSchema, name: z.string().max(200), reference: z.string().max(200) }),
  issuer: bundleIssuerSchema,
  recipient: z.object({ name: z.string().max(300), service: z.string().max(500) }),
  at: z.string(),
  purpose: purposeSchema,
  marking: z.string().max(1000),
  /** Last day of use; null: none. */
  expires: z.string().nullable(),
  /** Head of the issuer's journal. */
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  counts: z.object({ entities: z.number().int(), links: z.number().int(), statements: z.number().int(), sources: z.number().int(), judgements: z.number().int(), charts: z.number().int(), documents: z.number().int() }),
  /** Statements released earlier that the recipient must no longer use, with the release they went out with. */
  recalls: z.array(z.object({ release: idSchema, statements: z.array(idSchema), reason: z.string().max(2000) })),
  files: z.array(z.object({ name: z.string().max(300), bytes: z.number().int().nonnegative(), sha256: sha256Schema })),
});
export type BundleManifest = z.infer<typeof bundleManifestSchema>;

/** A bundle that was taken into this case. Statements, links and judgements that came with it carry its journal number. */
export const takenBundleSchema = z.object({
  /** Id of the manifest: the same bundle taken in twice is the same row. */
  id: idSchema,
  caseId: idSchema,
  caseName: z.string(),
  service: z.string(),
  person: z.string(),
  signingKey: z.string(),
  at: z.string(),
  takenAt: z.string(),
  seq: z.number().int(),
  expires: z.string().nullable(),
  marking: z.string(),
  sha256: sha256Schema,
  counts: z.record(z.string(), z.number()),
});
export type TakenBundle = z.infer<typeof takenBundleSchema>;

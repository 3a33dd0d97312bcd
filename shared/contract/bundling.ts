import { z } from 'zod';
import { bundleManifestSchema, takenBundleSchema } from '../model/bundle';
import { idSchema } from '../model/ids';
import { releaseRecordSchema } from '../model/release';
import { request } from './definition';
import { exportScopeSchema } from './exporting';
import { releaseAboutSchema } from './releasing';

const token = z.string().min(1).max(100);
const job = z.string().min(1).max(100);

/** How a bundle is closed: for holders of keys ("age1…"), or under a passphrase. */
export const bundleLockSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('keys'), keys: z.array(z.string().max(5000)).min(1).max(50) }), z.object({ kind: z.literal('passphrase'), passphrase: z.string().min(12).max(1000) })]);

/** A bundle that was opened and checked. `signer`: known: of a recipient of this case; new: the fingerprint must be compared; own: made here; changed: the service has signed with another key before. */
export const bundlePreviewSchema = z.object({
  manifest: bundleManifestSchema,
  sha256: z.string(),
  signer: z.enum(['known', 'new', 'own', 'changed']),
  /** First and last groups of the signing key's SHA-256, to read out over the telephone. */
  fingerprint: z.string(),
  taken: z.boolean(),
  expired: z.boolean(),
  /** What uniting would do. */
  counts: z.object({ entitiesNew: z.number(), entitiesKnown: z.number(), linksNew: z.number(), linksKnown: z.number(), statementsNew: z.number(), statementsKnown: z.number(), sourcesNew: z.number(), judgementsNew: z.number(), recalls: z.number(), conflicts: z.number() }),
});
export type BundlePreview = z.infer<typeof bundlePreviewSchema>;

/**
 * Two sides that do not agree. content: the same statement with other content. retracted: taken back here, said there. judgement: opposite judgements on a pair.
 * value: a property that holds one value has another there. type: another type there.
 */
export const bundleConflictSchema = z.object({ kind: z.enum(['content', 'retracted', 'judgement', 'value', 'type']), subject: z.string(), caption: z.string(), property: z.string().nullable(), ours: z.string(), theirs: z.string(), bundle: idSchema, service: z.string() });
export type BundleConflict = z.infer<typeof bundleConflictSchema>;

/** Requests of the case about bundles: a part of caseService. */
export const bundlingRequests = {
  /** Writes the releasable part of the case into the granted file, reads it back, and records the release. Progress as events under `job`. */
  'case.writeBundle': request(z.object({ job, file: token, scope: exportScopeSchema, about: releaseAboutSchema, title: z.string().max(300), lock: bundleLockSchema, documents: z.boolean() }), releaseRecordSchema.extend({ name: z.string() })),
  /** A notice to the recipient of a release: what was retracted since. */
  'case.writeNotice': request(z.object({ job, file: token, release: idSchema, reason: z.string().max(2000), lock: bundleLockSchema }), releaseRecordSchema.extend({ name: z.string() })),
  /** Opens and checks; nothing is taken in. `passphrase` null: with the own key. */
  'case.previewBundle': request(z.object({ job, file: token, passphrase: z.string().max(1000).nullable() }), bundlePreviewSchema),
  'case.uniteBundle': request(z.object({ job, file: token, passphrase: z.string().max(1000).nullable(), applyRecalls: z.boolean() }), takenBundleSchema),
  /** Entities of which a bundle that was taken in said something, as far as they stand; at most 5,000. */
  'case.broughtBy': request(z.object({ bundle: idSchema }), z.object({ entities: z.array(idSchema) })),
  'case.bundles': request(z.object({}), z.array(takenBundleSchema)),
  'case.bundleConflicts': request(z.object({ bundle: idSchema.optional() }), z.array(bundleConflictSchema)),
  /** The service's card: what others need to send bundles here and to know them from here. */
  'case.card': request(z.object({}), z.object({ service: z.string(), person: z.string(), encryptionKey: z.string(), signingKey: z.string(), fingerprint: z.string() })),
} as const;

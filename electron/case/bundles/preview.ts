import type { Database } from 'better-sqlite3';
import { serviceKey } from '../../../shared/briefing/gate';
import type { BundlePreview } from '../../../shared/contract/bundling';
import { Failure } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import type { BundleManifest } from '../../../shared/model/bundle';
import { takenBundleSchema } from '../../../shared/model/bundle';
import { recipientRecordSchema } from '../../../shared/model/recipient';
import { ImagedRows } from '../db/imaged';
import { fingerprintOf, signingKeyOf } from './identity';
import type { OpenedBundle } from './opened';
import { planUnite } from './unite';

export const caseIdOf = (db: Database): string => db.prepare<[], string>("SELECT value FROM meta WHERE key = 'id'").pluck().get() ?? '';

/** Refuses what left this very case. Throws Failure bundleOfThisCase. */
export function requireOther(db: Database, { manifest }: OpenedBundle, file: string): void {
  if (manifest.case.id === caseIdOf(db)) throw new Failure('bundleOfThisCase', { file });
}

/** Whether the key that signed is one that we know of this service, our own, a new one, or another than the service had before. */
export function signerOf(db: Database, { issuer }: BundleManifest, keys: WorkstationKeys): BundlePreview['signer'] {
  if (issuer.signingKey === signingKeyOf(keys)) return 'own';
  const rows = new ImagedRows(db);
  const known = [...rows.list('recipient').map((record) => recipientRecordSchema.parse(record)), ...rows.list('taken_bundle').map((record) => takenBundleSchema.parse(record))];
  const cards = known.filter((each) => 'rights' in each && each.signingKey !== null);
  if (cards.some(({ signingKey }) => signingKey === issuer.signingKey)) return 'known';
  const name = serviceKey(issuer.service);
  const before = known.filter(({ service, signingKey }) => signingKey !== null && name !== '' && serviceKey(service) === name);
  if (before.length === 0) return 'new';
  // Seen in an earlier bundle, but on no card: its fingerprint was to be compared then.
  return before.some(({ signingKey }) => signingKey === issuer.signingKey) ? (cards.some(({ service }) => serviceKey(service) === name) ? 'changed' : 'known') : 'changed';
}

/** What is in an opened bundle, and what taking it in would do to the case. `today`: "2026-05-03". Throws Failure bundleDamaged, bundleOfThisCase. */
export function previewBundle(db: Database, bundle: OpenedBundle, file: string, keys: WorkstationKeys, today: string, step: () => void): BundlePreview {
  requireOther(db, bundle, file);
  const { manifest, sha256 } = bundle;
  const { add, revive, retract, known, differing, refused } = planUnite(db, { bundle, file, applyRecalls: true }, step);
  return {
    manifest, sha256,
    signer: signerOf(db, manifest, keys),
    fingerprint: fingerprintOf(manifest.issuer.signingKey),
    taken: new ImagedRows(db).read('taken_bundle', JSON.stringify([manifest.id])) !== null,
    expired: manifest.expires !== null && manifest.expires < today,
    counts: {
      entitiesNew: add.entity.length + revive.entity.length, entitiesKnown: known.entities, linksNew: add.link.length + revive.link.length, linksKnown: known.links,
      statementsNew: add.statement.length + revive.statement.length, statementsKnown: known.statements, sourcesNew: add.source.length + revive.source.length,
      judgementsNew: add.judgement.length + revive.judgement.length, recalls: retract.statement.length + retract.judgement.length, conflicts: differing.length + refused,
    },
  };
}

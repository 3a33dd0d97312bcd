import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import { markText, marksOf } from '../../../shared/briefing/marks';
import { forbiddenAmong } from '../../../shared/briefing/withheldTexts';
import type { ExportScope } from '../../../shared/contract/exporting';
import { Failure } from '../../../shared/contract/failure';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import { bundleManifestSchema } from '../../../shared/model/bundle';
import type { BundleManifest } from '../../../shared/model/bundle';
import type { Language } from '../../../shared/values/kind';
import { loadCatalogue } from '../catalogue';
import { Contents } from '../db/contents';
import { openDatabase } from '../db/database';
import { failureOfSqlite } from '../db/sqliteFailure';
import { CASE_FILE } from '../folder';
import { CHUNK } from '../importers/bytes';
import type { CasePlace } from '../importers/document';
import type { Pace } from '../importers/watch';
import { journalHead } from '../journal';
import type { Left } from '../releasable/record';
import { audienceOf, recipientOf } from '../releasable/audience';
import { readSettings } from '../settings';
import { withheldFromExport } from '../writers/readBack';
import { packedCase } from './packedCase';
import type { PackedCase } from './packedCase';
import { requireNothingWithheldIn } from './checked';
import { encryptionKeyOf, signed, signingKeyOf } from './identity';
import { openBundle } from './opened';
import { CASE, documentName, MANIFEST, packed, SIGNATURE } from './payload';
import type { Member } from './payload';
import { caseIdOf } from './preview';
import { goneOf, recallsFor, releasesOf } from './recalls';
import { PAYLOAD_LIMIT, sealed } from './sealing';
import type { Lock } from './sealing';

interface Sealing {
  readonly kind: 'write';
  /** Where it is written: beside the file that it will become. */
  readonly beside: string;
  /** Id and time of the release, as the manifest says them. */
  readonly id: string;
  readonly at: string;
  readonly lock: Lock;
  readonly keys: WorkstationKeys;
  readonly issuer: { readonly service: string; readonly person: string };
  readonly language: Language;
  /** Cost of a passphrase as a power of two; for tests. */
  readonly logN?: number;
}
/** A part of the case, or a notice of what of one release does not hold any more. */
export type WriteRequest = Sealing & (
  | { readonly what: 'case'; readonly scope: ExportScope; readonly about: ReleaseAbout; readonly documents: boolean }
  | { readonly what: 'notice'; readonly release: string; readonly reason: string });

export interface Written extends Left {
  /** Ids of judgements that went along. */
  readonly judgements: readonly string[];
}

/** What goes into a bundle, before it is signed. */
interface Content {
  readonly audience: Audience;
  readonly to: BundleManifest['recipient'];
  readonly expires: string | null;
  readonly recalls: BundleManifest['recalls'];
  readonly packed: PackedCase | null;
}

function contentOf(db: Database, place: CasePlace, request: WriteRequest, pace: Pace): Content {
  if (request.what === 'notice') {
    const release = releasesOf(db).find(({ id }) => id === request.release);
    if (release === undefined) throw new Failure('releaseNotFound');
    const statements = goneOf(db, release);
    if (statements.length === 0) throw new Failure('nothingMayLeave');
    const recipient = release.recipientId === null ? null : recipientOf(db, release.recipientId);
    // What is withheld is judged as when it went: for the same people and purpose.
    return { audience: audienceOf(db, { recipient: release.recipientId, purpose: release.purpose }), to: { name: release.recipient, service: recipient?.service ?? '' }, expires: null, recalls: [{ release: release.id, statements, reason: request.reason }], packed: null };
  }
  const { about } = request;
  const audience = audienceOf(db, about);
  const recipient = about.recipient === null ? null : recipientOf(db, about.recipient);
  return {
    audience, expires: about.expires, to: { name: recipient?.name ?? '', service: recipient?.service ?? '' }, recalls: about.recipient === null ? [] : recallsFor(db, about.recipient),
    packed: packedCase(db, place, { id: request.id, at: request.at, actor: { name: request.issuer.person, service: request.issuer.service, workstation: '', version: '' }, scope: request.scope, audience, documents: request.documents, language: request.language }, (done, total) => pace.step('packing', done, total)),
  };
}

/** A document of the case piece by piece, as it is kept. */
function* documentPieces({ folder, key }: CasePlace, sha256: string, size: number): Generator<Uint8Array> {
  const contents = Contents.open(folder, key, true);
  try {
    const bytes = contents.bytes(sha256, size);
    for (let at = 0; at < size; at += CHUNK) yield Uint8Array.from(bytes.read(at, CHUNK));
  } finally {
    contents.close();
  }
}

function membersOf(place: CasePlace, content: Content, manifest: Buffer, signature: Buffer): Member[] {
  const { packed: part } = content;
  return [
    { name: MANIFEST, pieces: () => [manifest] },
    { name: SIGNATURE, pieces: () => [signature] },
    ...(part === null ? [] : [{ name: CASE, pieces: () => [part.bytes] }, ...part.documents.map(({ sha256, bytes }) => ({ name: documentName(sha256), pieces: () => documentPieces(place, sha256, bytes) }))]),
  ];
}

async function manifestOf(db: Database, request: WriteRequest, { audience, to, expires, recalls, packed: part }: Content): Promise<BundleManifest> {
  const settings = readSettings(db);
  const { catalogue } = loadCatalogue(db);
  const { seq, hash } = journalHead(db);
  return bundleManifestSchema.parse({
    format: 'knoopx', version: 1, kind: request.what, id: request.id, case: { id: caseIdOf(db), name: settings.name, reference: settings.reference },
    issuer: { ...request.issuer, signingKey: signingKeyOf(request.keys), encryptionKey: await encryptionKeyOf(request.keys) },
    recipient: to, at: request.at, purpose: audience.purpose, marking: part?.marking ?? markText(marksOf([settings.marking], catalogue, request.language)), expires, head: { seq, hash }, recalls,
    counts: part?.counts ?? { entities: 0, links: 0, statements: 0, sources: 0, judgements: 0, charts: 0, documents: 0 },
    files: part === null ? [] : [{ name: CASE, bytes: part.bytes.length, sha256: createHash('sha256').update(part.bytes).digest('hex') }, ...part.documents.map(({ sha256, bytes }) => ({ name: documentName(sha256), bytes, sha256 }))],
  } satisfies BundleManifest);
}

/** Streams what is sealed into a new file and makes it durable. */
async function pour(beside: string, stream: ReadableStream<Uint8Array>, step: (done: number) => void): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const handle = openSync(beside, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of stream) {
      hash.update(piece);
      for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
      bytes += piece.length;
      step(bytes);
    }
    fsyncSync(handle);
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    closeSync(handle);
  }
}

/**
 * Writes what may leave of a case, or a notice, as one signed and encrypted file; then opens it again as its recipient would, checks it as a stranger's, and searches
 * it for all that must stay. The caller gives it its name. On a failure, or when `pace` cancels, the file is gone again. Nothing of it is ever on the disk
 * unencrypted. Throws Failure recipientNotFound, recipientWithoutRights, releaseNotFound, nothingMayLeave, chartNotFound, cardInvalid, fileTooLarge, withheldFound, exportFailed, diskFull,
 * folderReadOnly, cancelled.
 */
export async function writeBundle(place: CasePlace, request: WriteRequest, pace: Pace): Promise<Written> {
  const { beside, keys, lock } = request;
  let db: Database | null = null;
  try {
    db = openDatabase(join(place.folder, CASE_FILE), { key: place.key, readOnly: true });
    // One moment of the case, however long the writing takes.
    db.exec('BEGIN');
    const content = contentOf(db, place, request, pace);
    const manifest = await manifestOf(db, request, content);
    const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    if (total > PAYLOAD_LIMIT * 0.9) throw new Failure('fileTooLarge', { file: basename(beside), limit: PAYLOAD_LIMIT });
    const signedBytes = Buffer.from(JSON.stringify(manifest), 'utf8');
    const payload = packed(membersOf(place, content, signedBytes, signed(keys, signedBytes)));
    const { sha256, bytes } = await pour(beside, await sealed(payload, lock, await encryptionKeyOf(keys), request.logN), (done) => pace.step('writing', Math.min(done, total), total));
    const searched = await readBack(db, request, content, sha256, pace);
    return {
      sha256, bytes, seq: manifest.head.seq, marking: manifest.marking, check: { searched, withheld: content.packed?.withheld ?? 0 },
      permissions: content.packed?.permissions ?? [], said: content.packed?.said ?? [], judgements: content.packed?.judgements ?? [],
    };
  } catch (error) {
    rmSync(beside, { force: true });
    throw failureOfSqlite(error, beside);
  } finally {
    db?.close();
  }
}

/** Returns how many withheld texts were looked for. Who sends it to whom is meant to be said, though what somebody typed under that name may be withheld. */
async function readBack(db: Database, { beside, keys, lock, issuer }: WriteRequest, { audience, to }: Content, sha256: string, pace: Pace): Promise<number> {
  const opener = { keys, passphrase: lock.kind === 'passphrase' ? lock.passphrase : null };
  const step = (): void => pace.step('checking', 0, 0);
  const opened = await openBundle(beside, opener, step);
  try {
    if (opened.sha256 !== sha256) throw new Failure('exportFailed');
    const withheld = forbiddenAmong(withheldFromExport(db, loadCatalogue(db).catalogue, audience), [issuer.person, issuer.service, to.name, to.service]);
    return await requireNothingWithheldIn(opened.payload, opened.db, withheld, step);
  } finally {
    opened.close();
  }
}

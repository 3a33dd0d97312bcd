import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { bundleManifestSchema } from '../../../shared/model/bundle';
import type { BundleManifest } from '../../../shared/model/bundle';
import { Failure } from '../../../shared/contract/failure';
import { heldBytes } from '../importers/bytes';
import { Package } from '../importers/workbook';
import { isSigned } from './identity';

export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const CASE = 'case.db';
const DOCUMENTS = 'documents/';
/** As many as an archive may have members when it is opened. */
export const MOST_DOCUMENTS = 9000;
/** A manifest names each document and each statement taken back. */
const MANIFEST_LIMIT = 64 * 1024 * 1024;
/** A member's time tells nothing: the manifest says when. */
const TIME = new Date(Date.UTC(2000, 0, 1));

export const documentName = (sha256: string): string => `${DOCUMENTS}${sha256}`;

/** A member of a payload: held, or made while it is packed. */
export interface Member {
  readonly name: string;
  readonly pieces: () => Iterable<Uint8Array>;
}

/** Packs the members in their order as a zip file, piece by piece. A failing piece fails the stream. */
export function packed(members: readonly Member[]): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  for (const { name, pieces } of members) {
    zip.addReadStreamLazy(name, { mtime: TIME, mode: 0o100600 }, (take) => {
      const stream = Readable.from(pieces(), { objectMode: false });
      stream.once('error', (error) => out.destroy(error));
      take(null, stream);
    });
  }
  zip.end();
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

/** An opened payload of which signature and every hash are right. */
export interface Payload {
  readonly manifest: BundleManifest;
  /** The whole of a file that the manifest names. */
  file(name: string): Promise<Buffer>;
  /** SHA-256 of each document in it. */
  readonly documents: readonly string[];
  close(): void;
}

async function whole(archive: Package, name: string, limit: number, file: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of archive.pieces(name)) {
    size += piece.length;
    if (size > limit) throw new Failure('bundleDamaged', { file });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function manifestIn(bytes: Buffer, file: string): BundleManifest {
  let said: unknown;
  try {
    said = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new Failure('bundleDamaged', { file }, { cause: error });
  }
  const { format, version } = (typeof said === 'object' && said !== null ? said : {}) as { format?: unknown; version?: unknown };
  if (format === 'knoopx' && typeof version === 'number' && version > 1) throw new Failure('bundleNewer', { file });
  const checked = bundleManifestSchema.safeParse(said);
  if (!checked.success) throw new Failure('bundleDamaged', { file }, { cause: checked.error });
  return checked.data;
}

/** What a manifest may name: the case, and documents under their hashes. Nothing of it is ever a path here. */
function requireOwnNames({ files, kind }: BundleManifest, names: readonly string[], file: string): void {
  const named = new Set(files.map(({ name }) => name));
  const known = files.every(({ name, sha256 }) => name === CASE || name === documentName(sha256));
  const complete = named.size === files.length && named.has(CASE) === (kind === 'case') && (kind === 'case' || files.length === 0);
  const there = names.length === files.length + 2 && [MANIFEST, SIGNATURE, ...named].every((name) => names.includes(name));
  if (!known || !complete || !there) throw new Failure('bundleDamaged', { file });
}

/**
 * Opens what was unsealed: first the signature over the exact bytes of the manifest, then names and hashes of all that it lists; nothing is looked into before.
 * `step` may throw to stop. Throws Failure bundleDamaged, bundleSignature, bundleNewer, fileTooLarge.
 */
export async function openPayload(payload: Buffer, file: string, step: () => void): Promise<Payload> {
  let archive: Package | null = null;
  try {
    archive = await Package.open(heldBytes(payload));
    const opened = archive;
    const bytes = await whole(opened, MANIFEST, MANIFEST_LIMIT, file);
    const signature = await whole(opened, SIGNATURE, 64, file);
    const manifest = manifestIn(bytes, file);
    if (!isSigned(manifest.issuer.signingKey, bytes, signature)) throw new Failure('bundleSignature', { file });
    requireOwnNames(manifest, opened.names(), file);
    for (const listed of manifest.files) {
      const hash = createHash('sha256');
      let size = 0;
      for await (const piece of opened.pieces(listed.name)) {
        size += piece.length;
        if (size > listed.bytes) break;
        hash.update(piece);
        step();
      }
      if (size !== listed.bytes || hash.digest('hex') !== listed.sha256) throw new Failure('bundleDamaged', { file });
    }
    return {
      manifest,
      file: (name) => whole(opened, name, manifest.files.find((each) => each.name === name)?.bytes ?? 0, file),
      documents: manifest.files.filter(({ name }) => name !== CASE).map(({ sha256 }) => sha256),
      close: () => opened.close(),
    };
  } catch (error) {
    archive?.close();
    if (error instanceof Failure && error.code !== 'fileNotThisFormat' && error.code !== 'fileEncrypted') throw error;
    throw new Failure('bundleDamaged', { file }, { cause: error });
  }
}

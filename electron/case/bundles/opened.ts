import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import type { BundleManifest } from '../../../shared/model/bundle';
import { openInMemory } from '../db/database';
import { openFileBytes } from '../importers/bytes';
import { CASE, documentName, openPayload } from './payload';
import { requireOwnSchema } from './schema';
import { unsealed } from './sealing';
import type { Opener } from './sealing';

/** A bundle that was opened and found whole and signed. What its rows say is still a stranger's word: see BundleRows. */
export interface OpenedBundle {
  readonly manifest: BundleManifest;
  /** Of the file as it came. */
  readonly sha256: string;
  /** In memory, and not to be written; null for a notice. */
  readonly db: Database | null;
  readonly documents: readonly string[];
  /** All that was sealed, as it was packed. */
  readonly payload: Buffer;
  /** The bytes of a document; their hash was checked. */
  document(sha256: string): Promise<Buffer>;
  close(): void;
}

/**
 * Opens a bundle of whoever it may be: unseals it, checks signature and hashes, and opens its case in memory with a schema that is ours to the letter. Nothing
 * is written anywhere. `step` is told the bytes read and may throw to stop. Throws Failure bundleDamaged, bundleSignature, bundleNotForUs, bundleNewer,
 * wrongPassphrase, fileTooLarge, fileNotFound, fileUnreadable, fileEmpty.
 */
export async function openBundle(path: string, opener: Opener, step: (done: number, total: number) => void): Promise<OpenedBundle> {
  const file = basename(path);
  const bytes = openFileBytes(path);
  try {
    const total = bytes.size;
    const { payload, sha256 } = await unsealed(bytes, file, opener, (done) => step(done, total));
    const { manifest, documents, file: member, close } = await openPayload(payload, file, () => step(total, total));
    let db: Database | null = null;
    try {
      if (manifest.kind === 'case') db = openedCase(await member(CASE), file);
      const held = db;
      return {
        manifest, sha256, db, documents, payload,
        document: (wanted) => member(documentName(wanted)),
        close: () => {
          held?.close();
          close();
        },
      };
    } catch (error) {
      db?.close();
      close();
      throw error;
    }
  } finally {
    bytes.close();
  }
}

function openedCase(content: Buffer, file: string): Database {
  let db: Database | null = null;
  try {
    db = openInMemory(content);
    requireOwnSchema(db, file);
    db.pragma('query_only = ON');
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof Failure && error.code === 'bundleNewer') throw error;
    throw new Failure('bundleDamaged', { file }, { cause: error });
  }
}

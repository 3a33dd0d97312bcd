import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import type { Actor } from '../actor';
import { loadCatalogue } from '../catalogue';
import { Contents } from '../db/contents';
import { makeReadOnly } from '../readOnly';
import { readSettings, writeSettings } from '../settings';
import { openBundle } from './opened';
import type { Opener } from './sealing';
import { keepDocuments, theirMarking, unite } from './unite';

/**
 * Fills a new case with what a bundle brings, and makes it one that is only read. It is called as the sender calls it, and marked as it is marked there.
 * `folder`: where the new case is being built. Throws the failures of openBundle and unite, and bundleDamaged for a notice, which is nothing to read.
 */
export async function fillFromBundle(db: Database, folder: string, key: Buffer | null, path: string, opener: Opener, actor: Actor): Promise<void> {
  const file = basename(path);
  const bundle = await openBundle(path, opener, () => undefined);
  try {
    if (bundle.db === null) throw new Failure('bundleDamaged', { file });
    const contents = Contents.open(folder, key);
    try {
      await keepDocuments(contents, bundle, () => undefined);
    } finally {
      contents.close();
    }
    const own = db.prepare<[], string>('SELECT id FROM chart').pluck().all();
    unite(db, { bundle, file, applyRecalls: false, actor, at: new Date().toISOString() }, () => undefined);
    const { name, reference } = bundle.manifest.case;
    const marking = theirMarking(bundle.db);
    const settings = readSettings(db);
    db.transaction(() => {
      // The empty chart that every new case begins with is in the way of theirs.
      const charts = db.prepare<[], number>('SELECT count(*) FROM chart').pluck().get() ?? 0;
      if (charts > own.length) for (const id of own) db.prepare('DELETE FROM chart WHERE id = ?').run(id);
      const known = marking !== null && loadCatalogue(db).catalogue.scheme(marking.scheme) !== undefined;
      writeSettings(db, { ...settings, name: name || settings.name, reference, ...(known ? { marking } : {}) });
      makeReadOnly(db);
    }).immediate();
  } finally {
    bundle.close();
  }
}

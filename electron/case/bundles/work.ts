import { basename, join } from 'node:path';
import type { BundlePreview } from '../../../shared/contract/bundling';
import type { TakenBundle } from '../../../shared/model/bundle';
import type { Actor } from '../actor';
import { Contents } from '../db/contents';
import { openDatabase } from '../db/database';
import { failureOfSqlite } from '../db/sqliteFailure';
import { CASE_FILE } from '../folder';
import type { CasePlace } from '../importers/document';
import { Pace } from '../importers/watch';
import type { Watch } from '../importers/watch';
import { openBundle } from './opened';
import { previewBundle, requireOther } from './preview';
import type { Opener } from './sealing';
import { keepDocuments, unite } from './unite';
import { writeBundle } from './write';
import type { WriteRequest, Written } from './write';

export interface PreviewRequest {
  readonly kind: 'preview';
  readonly path: string;
  readonly opener: Opener;
  /** "2026-05-03". */
  readonly today: string;
}

export interface UniteRequest {
  readonly kind: 'unite';
  readonly path: string;
  readonly opener: Opener;
  readonly applyRecalls: boolean;
  readonly actor: Actor;
}

export type BundleRequest = WriteRequest | PreviewRequest | UniteRequest;
export type BundleResult = { readonly kind: 'write'; readonly written: Written } | { readonly kind: 'preview'; readonly preview: BundlePreview } | { readonly kind: 'unite'; readonly taken: TakenBundle };

/** Does what is asked with a bundle, over connections of its own. Throws the failures of writeBundle, openBundle, previewBundle and unite, and cancelled. */
export async function bundleWork(place: CasePlace, request: BundleRequest, watch: Watch): Promise<BundleResult> {
  const pace = new Pace(watch);
  if (request.kind === 'write') return { kind: 'write', written: await writeBundle(place, request, pace) };
  const file = basename(request.path);
  const bundle = await openBundle(request.path, request.opener, (done, total) => pace.step('reading', done, total));
  try {
    if (request.kind === 'preview') {
      const db = openDatabase(join(place.folder, CASE_FILE), { key: place.key, readOnly: true });
      try {
        return { kind: 'preview', preview: previewBundle(db, bundle, file, request.opener.keys, request.today, () => pace.step('mapping', 0, 0)) };
      } finally {
        db.close();
      }
    }
    const db = openDatabase(join(place.folder, CASE_FILE), { key: place.key });
    try {
      requireOther(db, bundle, file);
      const contents = Contents.open(place.folder, place.key);
      try {
        await keepDocuments(contents, bundle, () => pace.step('writing', 0, 0));
      } finally {
        contents.close();
      }
      return { kind: 'unite', taken: unite(db, { bundle, file, applyRecalls: request.applyRecalls, actor: request.actor, at: new Date().toISOString() }, () => pace.step('indexing', 0, 0)) };
    } finally {
      db.close();
    }
  } catch (error) {
    throw failureOfSqlite(error, place.folder);
  } finally {
    bundle.close();
  }
}

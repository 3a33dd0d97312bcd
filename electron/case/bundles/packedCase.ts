import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import { markText, marksOf } from '../../../shared/briefing/marks';
import type { ExportScope } from '../../../shared/contract/exporting';
import { Failure } from '../../../shared/contract/failure';
import type { BundleManifest } from '../../../shared/model/bundle';
import type { Language } from '../../../shared/values/kind';
import { loadCatalogue } from '../catalogue';
import { Contents } from '../db/contents';
import { openInMemory } from '../db/database';
import { migrate } from '../db/migrate';
import type { CasePlace } from '../importers/document';
import type { Ranges } from '../journal';
import { MIGRATIONS } from '../migrations';
import { selectReleasable } from '../releasable/selection';
import { readSettings, writeSettings } from '../settings';
import { copyReleasable } from './copyReleasable';
import { copyCharts } from './copyCharts';
import { MOST_DOCUMENTS } from './payload';

/** What of a case goes into a bundle: a database of its own, and kept documents. */
export interface PackedCase {
  readonly bytes: Buffer;
  readonly documents: readonly { readonly sha256: string; readonly bytes: number }[];
  readonly counts: BundleManifest['counts'];
  readonly marking: string;
  readonly withheld: number;
  readonly permissions: readonly string[];
  readonly said: Ranges;
  readonly judgements: readonly string[];
}

export interface Packing {
  readonly scope: ExportScope;
  readonly audience: Audience;
  /** Kept documents go along, of which nothing at all is held back. */
  readonly documents: boolean;
  readonly language: Language;
}

const rowsOf = (db: Database, table: string): number => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;

/** Of the sources that go whole, those whose document is kept here. */
function keptDocuments({ folder, key }: CasePlace, whole: readonly { readonly sha256: string | null; readonly bytes: number }[]): PackedCase['documents'] {
  const contents = Contents.open(folder, key, true);
  try {
    const kept = new Map(whole.flatMap(({ sha256, bytes }) => (sha256 !== null && bytes > 0 && contents.has(sha256) ? [[sha256, bytes] as const] : [])));
    if (kept.size > MOST_DOCUMENTS) throw new Failure('tooManyRows', { limit: MOST_DOCUMENTS });
    return [...kept].map(([sha256, bytes]) => ({ sha256, bytes }));
  } finally {
    contents.close();
  }
}

/**
 * Builds a fresh database that holds just what the audience may have, from an allow-list and in memory: nothing is copied to be deleted again, and nothing lies on
 * a disk unencrypted. Whatever the rows were numbered at home, they are numbered anew, without gaps. Throws Failure chartNotFound, noRows, tooManyRows, and
 * whatever `step` throws.
 */
export function packedCase(db: Database, place: CasePlace, { scope, audience, documents, language }: Packing, step: () => void): PackedCase {
  const { catalogue } = loadCatalogue(db);
  const settings = readSettings(db);
  const selection = selectReleasable(db, catalogue, scope, audience, step);
  if (selection.entities.length === 0) throw new Failure('noRows', { rejected: 0 });
  const part = openInMemory(null);
  try {
    migrate(part, MIGRATIONS);
    part.exec('BEGIN');
    const copied = copyReleasable(db, part, catalogue, selection, step);
    copyCharts(db, part, scope, selection.verdicts.all);
    writeSettings(part, settings);
    part.exec('COMMIT');
    const kept = documents ? keptDocuments(place, copied.whole) : [];
    part.exec('VACUUM');
    const counts = { entities: rowsOf(part, 'entity'), links: rowsOf(part, 'link'), statements: rowsOf(part, 'statement'), sources: rowsOf(part, 'source'), judgements: rowsOf(part, 'judgement'), charts: rowsOf(part, 'chart'), documents: kept.length };
    return {
      bytes: part.serialize(), documents: kept, counts, withheld: selection.withheld, permissions: selection.permissions, said: selection.said, judgements: copied.judgements,
      marking: markText(marksOf([settings.marking, ...selection.handlings], catalogue, language)),
    };
  } finally {
    part.close();
  }
}

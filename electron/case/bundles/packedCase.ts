import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import { markText, marksOf } from '../../../shared/briefing/marks';
import type { ExportScope } from '../../../shared/contract/exporting';
import { Failure } from '../../../shared/contract/failure';
import type { BundleManifest } from '../../../shared/model/bundle';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Language } from '../../../shared/values/kind';
import type { Actor } from '../actor';
import { loadCatalogue } from '../catalogue';
import { Contents } from '../db/contents';
import { openInMemory } from '../db/database';
import type { CasePlace } from '../importers/document';
import type { Ranges } from '../journal';
import { buildReleasable, type BuildStep } from '../releasable/build';
import { HANDLING_AS_IT_STANDS, STANDS_IN_SOURCE } from '../releasable/selection';
import { Verdicts, type JudgedRow } from '../releasable/verdicts';
import { readSettings } from '../settings';
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
  readonly id: string;
  readonly at: string;
  readonly actor: Actor;
  readonly scope: ExportScope;
  readonly audience: Audience;
  /** Kept documents go along, of which nothing at all is held back. */
  readonly documents: boolean;
  readonly language: Language;
}

interface SourceRow { readonly id: string; readonly sha256: string; readonly bytes: number; readonly reading: string | null }

/** How a document is handled itself, and all that it says: also what was taken back without anything in its place, since it still stands in the document. */
const SAID = `SELECT source.n AS source, source.id AS sourceId, source.supplier, source.handling FROM source WHERE source.id = @id
  UNION SELECT source.n, source.id, source.supplier, ${HANDLING_AS_IT_STANDS} FROM statement s JOIN source ON source.n = s.source WHERE source.id = @id AND ${STANDS_IN_SOURCE}`;
/** Rows of a file that did not come in were never graded: a file that has some goes to nobody else. */
const REJECTED = 'SELECT 1 FROM reject JOIN source ON source.n = reject.source WHERE source.id = ? LIMIT 1';

/** Sources in the part whose document is kept here and of which nothing is held back, each document once. */
function wholeSources(db: Database, part: Database, catalogue: Catalogue, audience: Audience, { folder, key }: CasePlace): SourceRow[] {
  const verdicts = new Verdicts(catalogue, audience);
  const said = db.prepare<{ id: string }, JudgedRow>(SAID);
  const rejected = db.prepare<[string], number>(REJECTED).pluck();
  const row = db.prepare<[string], SourceRow>('SELECT id, sha256, bytes, reading FROM source WHERE id = ? AND sha256 IS NOT NULL AND bytes > 0');
  const contents = Contents.open(folder, key, true);
  try {
    return part.prepare<[], string>('SELECT id FROM source ORDER BY id').pluck().all().flatMap((id) => {
      const source = row.get(id);
      const whole = source !== undefined && (verdicts.all || rejected.get(id) === undefined) && said.all({ id }).every((each) => verdicts.passes(each)) && contents.has(source.sha256);
      return whole ? [source] : [];
    });
  } finally {
    contents.close();
  }
}

/** Adds to the part how documents that go along were read, and their readable pages, so that what is said can be looked up in them. */
function addReadings(db: Database, part: Database, sources: readonly SourceRow[]): void {
  const write = part.prepare('UPDATE source SET reading = ? WHERE id = ?');
  const pages = db.prepare<[string], { page: number; text: string }>('SELECT page, text FROM source_page JOIN source ON source.n = source_page.source WHERE source.id = ? ORDER BY page');
  const add = part.prepare('INSERT INTO source_page (source, page, text) SELECT n, ?, ? FROM source WHERE id = ?');
  part.transaction(() => {
    for (const { id, reading } of sources) {
      write.run(reading, id);
      for (const { page, text } of pages.iterate(id)) add.run(page, text, id);
    }
  })();
}

/**
 * Builds a fresh database that holds just what the audience may have, in memory: nothing of it lies on a disk unencrypted. Throws Failure chartNotFound, nothingMayLeave,
 * tooManyRows, and whatever `step` throws.
 */
export function packedCase(db: Database, place: CasePlace, { id, at, actor, scope, audience, documents, language }: Packing, step: BuildStep): PackedCase {
  const { catalogue } = loadCatalogue(db);
  // What a case shares with others of this workstation is nobody else's business.
  const { knownAcross: _knownAcross, ...settings } = readSettings(db);
  const part = openInMemory(null);
  try {
    const { counts, said, withheld, permissions, handlings, judgements } = buildReleasable(db, catalogue, audience, scope, part, { id, at, actor, command: 'bundle.made', settings, charts: 'filled' }, step);
    if (counts.entities === 0) throw new Failure('nothingMayLeave');
    const sources = documents ? wholeSources(db, part, catalogue, audience, place) : [];
    const kept = [...new Map(sources.map(({ sha256, bytes }) => [sha256, { sha256, bytes }])).values()];
    if (kept.length > MOST_DOCUMENTS) throw new Failure('tooManyRows', { limit: MOST_DOCUMENTS });
    addReadings(db, part, sources);
    part.exec('VACUUM');
    return { bytes: part.serialize(), documents: kept, counts: { ...counts, documents: kept.length }, withheld, permissions, said, judgements, marking: markText(marksOf([settings.marking, ...handlings], catalogue, language)) };
  } finally {
    part.close();
  }
}

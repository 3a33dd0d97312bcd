import type { Database } from 'better-sqlite3';
import type { Image } from '../../../shared/model/patch';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { loadCatalogue } from '../catalogue';
import { onBasis, strongerOf } from '../../../shared/analysis/evaluation';
import { Evaluations } from './evaluation';
import { materialise } from './materialise';

const SUBJECTS = "SELECT DISTINCT subject FROM statement WHERE source = @source AND subject_kind = @kind AND seq_retracted IS NULL";

/** Live statements that keep a subject from following its source: another's, one with an evaluation of its own, one that is no fact. */
const OTHERWISE = `SELECT 1 FROM statement s WHERE s.subject_kind = @kind AND s.subject = {table}.n AND s.seq_retracted IS NULL AND (s.source <> @source OR s.grading IS NOT NULL OR s.handling <> '' OR s.basis <> 'fact')`;

/**
 * Recomputes grading, handling and strength of all that a source speaks of, after its own evaluation changed. What only this source tells of takes it over as
 * it is, in one statement for all: most of an import of a million calls is like that. The rest is read back one by one.
 */
function followSource(db: Database, catalogue: Catalogue, id: string): void {
  const source = db.prepare<[string], { n: number; grading: string | null; handling: string }>('SELECT n, grading, handling FROM source WHERE id = ?').get(id);
  if (source === undefined) return;
  const evaluations = new Evaluations(catalogue);
  const graded = evaluations.grading(source.grading);
  const given = { source: source.n, grading: graded?.text ?? '', handling: evaluations.handling(source.handling)?.code ?? '' };
  const rest = (kind: 'entity' | 'link'): number[] =>
    db.prepare<object, number>(`SELECT ${kind}.n FROM (${SUBJECTS}) told CROSS JOIN ${kind} ON ${kind}.n = told.subject WHERE EXISTS (${OTHERWISE.replace('{table}', kind)})`).pluck().all({ ...given, kind });
  const alone = (kind: 'entity' | 'link'): string => `WHERE n IN (${SUBJECTS}) AND NOT EXISTS (${OTHERWISE.replace('{table}', kind)})`;
  const strength = strongerOf('tentative', onBasis(graded?.strength ?? 'unconfirmed', 'fact'));
  const left = { entities: rest('entity'), links: rest('link') };
  db.prepare(`UPDATE entity SET grading = @grading, handling = @handling ${alone('entity')}`).run({ ...given, kind: 'entity' });
  db.prepare(`UPDATE link SET grading = @grading, handling = @handling, strength = @strength ${alone('link')}`).run({ ...given, kind: 'link', strength });
  materialise(db, catalogue, left);
}

/** Subjects of which something is said under a scheme, by the statement itself or by its source. */
function underScheme(db: Database, scheme: string, kind: 'entity' | 'link'): number[] {
  const mark = `"scheme":${JSON.stringify(scheme)}`;
  return db.prepare<object, number>(`SELECT DISTINCT s.subject FROM statement s JOIN source ON source.n = s.source WHERE s.subject_kind = @kind AND s.seq_retracted IS NULL
    AND (instr(coalesce(s.grading, source.grading, ''), @mark) > 0 OR instr(iif(s.handling = '', source.handling, s.handling), @mark) > 0)`).pluck().all({ mark, kind });
}

/** Recomputes what follows from rows that were changed in place: evaluations of sources, and schemes by which codes are ranked. */
export function reevaluate(db: Database, catalogue: Catalogue, images: readonly Image[]): void {
  for (const image of images) {
    if (image.table === 'source_evaluation') followSource(db, catalogue, String((JSON.parse(image.key) as unknown[])[0]));
    else if (image.table === 'user_scheme') {
      const id = String((JSON.parse(image.key) as unknown[])[0]);
      materialise(db, loadCatalogue(db).catalogue, { entities: underScheme(db, id, 'entity'), links: underScheme(db, id, 'link') });
    }
  }
}

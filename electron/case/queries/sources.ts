import type { Database } from 'better-sqlite3';
import { gradingText } from '../../../shared/analysis/evaluation';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';
import { storedGrading, storedHandling } from './stored';

type Request = CaseService['requests']['case.sources'];
type View = ResultOf<Request>[number];

interface Row extends Omit<View, 'grading' | 'handling' | 'readable'> {
  grading: string | null;
  handling: string;
  readable: number;
}

/** Subjects are counted once however many statements a source makes of each. */
const SOURCES = `
  WITH said AS (
    SELECT source, sum(statements) AS statements, sum(subject_kind = 'entity') AS entities, sum(subject_kind = 'link') AS links
    FROM (SELECT source, subject_kind, subject, count(*) AS statements FROM statement WHERE seq_retracted IS NULL GROUP BY source, subject_kind, subject)
    GROUP BY source
  )
  SELECT source.id, kind, title, supplier, sha256, bytes, grading, handling, received_at AS receivedAt, seq_added AS seq,
    coalesce(said.statements, 0) AS statements, coalesce(said.entities, 0) AS entities, coalesce(said.links, 0) AS links,
    (SELECT count(*) FROM reject WHERE reject.source = source.n) AS rejects,
    sha256 IS NOT NULL AND reading IS NOT NULL AS readable
  FROM source LEFT JOIN said ON said.source = source.n
  WHERE seq_retracted IS NULL ORDER BY seq_added DESC, source.n DESC`;

/** Live sources, newest first, each with what it says and what was rejected. `readable`: its original is a table that can be opened at a row. */
export function sources(db: Database, catalogue: Catalogue): ResultOf<Request> {
  return query<Row>(db, SOURCES).all({}).map((row) => ({
    ...row,
    grading: gradingText(storedGrading(row.grading), catalogue),
    handling: storedHandling(row.handling),
    readable: row.readable !== 0,
  }));
}

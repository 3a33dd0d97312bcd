import type { Database } from 'better-sqlite3';
import { gradingText } from '../../../shared/analysis/evaluation';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';
import { storedGrading, storedHandling } from './stored';

type Request = CaseService['requests']['case.sources'];
type View = ResultOf<Request>[number];

interface Row extends Omit<View, 'bundle' | 'grading' | 'handling' | 'readable' | 'recipe' | 'statements' | 'entities' | 'links'> {
  n: number;
  grading: string | null;
  handling: string;
  readable: number;
  recipe: string | null;
  bundle: string | null;
}

interface Said {
  readonly source: number;
  readonly statements: number;
  readonly entities: number;
  readonly links: number;
}

/** Subjects are counted once however many statements a source makes of each. */
const SAID = `
  SELECT source, sum(statements) AS statements, sum(subject_kind = 'entity') AS entities, sum(subject_kind = 'link') AS links
  FROM (SELECT source, subject_kind, subject, count(*) AS statements FROM statement WHERE seq_retracted IS NULL GROUP BY source, subject_kind, subject)
  GROUP BY source`;

/** Changes with every statement that is added, retracted or brought back; answered from indexes. */
const STAMP = `
  SELECT (SELECT max(seq_added) FROM statement) || '/' || (SELECT count(*) FROM statement WHERE seq_retracted IS NOT NULL) || '/' || (SELECT coalesce(max(seq_retracted), 0) FROM statement WHERE seq_retracted IS NOT NULL) AS stamp`;

const SOURCES = `
  SELECT source.n, source.id, kind, title, supplier, sha256, bytes, grading, handling, received_at AS receivedAt, seq_added AS seq,
    (SELECT count(*) FROM reject WHERE reject.source = source.n) AS rejects, (SELECT count(*) FROM source_page WHERE source_page.source = source.n) AS pages,
    sha256 IS NOT NULL AND reading IS NOT NULL AS readable, json_extract(reading, '$.recipe') AS recipe,
    (SELECT json_object('service', iif(content ->> 'service' = '', content ->> 'person', content ->> 'service'), 'at', content ->> 'at') FROM bundle_step JOIN taken_bundle ON taken_bundle.id = bundle_step.bundle WHERE bundle_step.seq = seq_added) AS bundle
  FROM source WHERE seq_retracted IS NULL ORDER BY seq_added DESC, source.n DESC`;

const counted = new WeakMap<Database, { readonly stamp: string | null; readonly said: ReadonlyMap<number, Said> }>();

/** What each source says, counted anew only when a statement changed: it takes a second per million. */
function saidBySource(db: Database): ReadonlyMap<number, Said> {
  const stamp = query<{ stamp: string | null }>(db, STAMP).get({})?.stamp ?? null;
  const known = counted.get(db);
  if (known !== undefined && stamp !== null && known.stamp === stamp) return known.said;
  const said = new Map(query<Said>(db, SAID).all({}).map((row) => [row.source, row]));
  counted.set(db, { stamp, said });
  return said;
}

/** Live sources, newest first, each with what it says and what was rejected. `readable`: its original is a table that can be opened at a row. */
export function sources(db: Database, catalogue: Catalogue): ResultOf<Request> {
  const said = saidBySource(db);
  return query<Row>(db, SOURCES).all({}).map(({ n, grading, handling, readable, recipe, bundle, ...row }) => {
    const { statements = 0, entities = 0, links = 0 } = said.get(n) ?? {};
    return { ...row, statements, entities, links, grading: gradingText(storedGrading(grading), catalogue), handling: storedHandling(handling), readable: readable !== 0, recipe: recipe === null ? null : (JSON.parse(recipe) as View['recipe']), ...(bundle === null ? {} : { bundle: JSON.parse(bundle) as NonNullable<View['bundle']> }) };
  });
}

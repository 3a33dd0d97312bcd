import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { undirectedTypes } from './catalogueFacts';
import { entitiesByKey } from './entityRows';
import { NEIGHBOURHOOD } from './neighbourhood';
import { query } from './statements';

type Request = CaseService['requests']['case.expand'];

/** Best connected to the start first; among these the best connected in the whole case. */
const FOUND = `
  WITH ${NEIGHBOURHOOD},
  wanted(type, direction, entityType) AS MATERIALIZED (SELECT value ->> 'linkType', value ->> 'direction', value ->> 'entityType' FROM json_each(@only))
  SELECT e.n, count(*) OVER () AS total
  FROM pair CROSS JOIN entity e ON e.n = pair.other
  LEFT JOIN chart_item item ON item.chart = @chart AND item.subject = e.id
  WHERE e.seq_retracted IS NULL AND item.subject IS NULL
    AND (@only IS NULL OR (pair.type, pair.direction, e.type) IN (SELECT type, direction, entityType FROM wanted))
  GROUP BY e.n
  ORDER BY sum(pair.links) DESC, e.links DESC, e.n
  LIMIT @limit`;

/** Which of the start each found entity hangs on. */
const LINES = `
  WITH start(n, id) AS MATERIALIZED (SELECT DISTINCT e.n, e.id FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL),
  found(n) AS MATERIALIZED (SELECT value FROM json_each(@found)),
  undirected(type) AS MATERIALIZED (SELECT value FROM json_each(@undirected)),
  wanted(type, direction, entityType) AS MATERIALIZED (SELECT value ->> 'linkType', value ->> 'direction', value ->> 'entityType' FROM json_each(@only)),
  hop(id, type, direction, other) AS (
    SELECT start.id, l.type, 'out', l.to_n FROM start CROSS JOIN link l ON l.from_n = start.n WHERE l.to_n IN (SELECT n FROM found) AND l.seq_retracted IS NULL
    UNION
    SELECT start.id, l.type, 'in', l.from_n FROM start CROSS JOIN link l ON l.to_n = start.n WHERE l.from_n IN (SELECT n FROM found) AND l.seq_retracted IS NULL
  )
  SELECT DISTINCT hop.id AS "from", e.id AS "to" FROM hop CROSS JOIN entity e ON e.n = hop.other
  WHERE @only IS NULL OR (hop.type, CASE WHEN hop.type IN (SELECT type FROM undirected) THEN 'both' ELSE hop.direction END, e.type) IN (SELECT type, direction, entityType FROM wanted)`;

/**
 * Neighbours of `ids` that are not on the chart yet, at most `limit`; `more` tells how many were left. `lines` says which of the start each
 * of them hangs on, for placing it: "from" is always of the start.
 */
export function expand(db: Database, catalogue: Catalogue, { ids, chart, only, limit }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const given = { ids: JSON.stringify(ids), undirected: undirectedTypes(catalogue), only: only === undefined ? null : JSON.stringify(only) };
  const rows = query<{ n: number; total: number }>(db, FOUND).all({ ...given, chart: chart ?? null, limit });
  if (rows.length === 0) return { entities: [], lines: [], more: 0 };
  const keys = rows.map((row) => row.n);
  const lines = query<{ from: string; to: string }>(db, LINES).all({ ...given, found: JSON.stringify(keys) });
  return { entities: entitiesByKey(db, keys), lines, more: (rows[0]?.total ?? 0) - rows.length };
}

import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { undirectedTypes } from './catalogueFacts';
import { joinedGiven, neighbourhood } from './neighbourhood';
import { shownEntities } from './shownEntities';
import { query } from './statements';

type Request = CaseService['requests']['case.expand'];
type Line = ResultOf<Request>['lines'][number];

/** Best connected to the start first; among these the best connected in the whole case. */
const found = (identity: Identity): string => `
  WITH ${neighbourhood(identity)},
  wanted(type, direction, entityType) AS MATERIALIZED (SELECT value ->> 'linkType', value ->> 'direction', value ->> 'entityType' FROM json_each(@only))
  SELECT e.n, count(*) OVER () AS total
  FROM pair CROSS JOIN entity e ON e.n = pair.other
  LEFT JOIN chart_item item ON item.chart = @chart AND item.subject = e.id
  WHERE e.seq_retracted IS NULL AND item.subject IS NULL${identity.any ? ' AND e.n NOT IN (SELECT n FROM onChart)' : ''}
    AND (@only IS NULL OR (pair.type, pair.direction, e.type) IN (SELECT type, direction, entityType FROM wanted))
  GROUP BY e.n
  ORDER BY sum(pair.links) DESC, e.links DESC, e.n
  LIMIT @limit`;

/** Which of the start each found entity hangs on; where entities are taken for one, "to" is still the member's own id and `found` must name all members. */
const lines = ({ any }: Identity): string => `
  WITH start(n, id) AS MATERIALIZED (SELECT DISTINCT e.n, e.id FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL),
  found(n) AS MATERIALIZED (SELECT value FROM json_each(@found)),${any ? `
  joined(n, top) AS MATERIALIZED (SELECT CAST(value ->> 0 AS INTEGER), CAST(value ->> 1 AS INTEGER) FROM json_each(@joined)),` : ''}
  undirected(type) AS MATERIALIZED (SELECT value FROM json_each(@undirected)),
  wanted(type, direction, entityType) AS MATERIALIZED (SELECT value ->> 'linkType', value ->> 'direction', value ->> 'entityType' FROM json_each(@only)),
  hop(id, type, direction, other) AS (
    SELECT start.id, l.type, 'out', l.to_n FROM start CROSS JOIN link l ON l.from_n = start.n WHERE l.to_n IN (SELECT n FROM found) AND l.seq_retracted IS NULL
    UNION
    SELECT start.id, l.type, 'in', l.from_n FROM start CROSS JOIN link l ON l.to_n = start.n WHERE l.from_n IN (SELECT n FROM found) AND l.seq_retracted IS NULL
  )
  SELECT DISTINCT hop.id AS "from", e.id AS "to" FROM hop ${any ? 'LEFT JOIN joined ON joined.n = hop.other CROSS JOIN entity e ON e.n = coalesce(joined.top, hop.other)' : 'CROSS JOIN entity e ON e.n = hop.other'}
  WHERE @only IS NULL OR (hop.type, CASE WHEN hop.type IN (SELECT type FROM undirected) THEN 'both' ELSE hop.direction END, e.type) IN (SELECT type, direction, entityType FROM wanted)`;

/** Lines from any member as lines from what stands for it, each once. */
function shownLines(rows: readonly Line[], identity: Identity): Line[] {
  if (!identity.any) return [...rows];
  const all = rows.map(({ from, to }) => ({ from: identity.topId(from), to }));
  return [...new Map(all.map((line) => [`${line.from} ${line.to}`, line])).values()];
}

/**
 * Neighbours of `ids` that are not on the chart yet, at most `limit`; `more` tells how many were left. `lines` says which of the start each
 * of them hangs on, for placing it: "from" is always of the start. Of entities that are taken for one, all are asked about where one is, and none is found where another
 * is on the chart.
 */
export function expand(db: Database, catalogue: Catalogue, identity: Identity, { ids, chart, only, limit }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const given = { ids: JSON.stringify(ids.flatMap((id) => identity.memberIds(id))), undirected: undirectedTypes(catalogue), only: only === undefined ? null : JSON.stringify(only), ...joinedGiven(identity) };
  const rows = query<{ n: number; total: number }>(db, found(identity)).all({ ...given, chart: chart ?? null, limit, ...(identity.any ? { hidden: 1 } : {}) });
  if (rows.length === 0) return { entities: [], lines: [], more: 0 };
  const keys = rows.map((row) => row.n);
  const hanging = query<Line>(db, lines(identity)).all({ ...given, found: JSON.stringify(keys.flatMap((n) => identity.membersOf(n))) });
  return { entities: shownEntities(db, catalogue, identity, keys), lines: shownLines(hanging, identity), more: (rows[0]?.total ?? 0) - rows.length };
}

import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { undirectedTypes } from './catalogueFacts';
import { NEIGHBOURHOOD } from './neighbourhood';
import { query } from './statements';

type Request = CaseService['requests']['case.neighbours'];

const COUNTS = `
  WITH ${NEIGHBOURHOOD}
  SELECT pair.type AS linkType, pair.direction, e.type AS entityType, count(*) AS entities, sum(pair.links) AS links, count(item.subject) AS onChart
  FROM pair CROSS JOIN entity e ON e.n = pair.other
  LEFT JOIN chart_item item ON item.chart = @chart AND item.subject = e.id AND item.hidden = 0
  WHERE e.seq_retracted IS NULL
  GROUP BY pair.type, pair.direction, e.type
  ORDER BY entities DESC, linkType, pair.direction, entityType`;

/** What an expansion of `ids` would bring, counted by link type, direction and type of entity; most entities first. The start itself is never counted. */
export function neighbours(db: Database, catalogue: Catalogue, { ids, chart }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  return query<ResultOf<Request>[number]>(db, COUNTS).all({ ids: JSON.stringify(ids), undirected: undirectedTypes(catalogue), chart: chart ?? null });
}

import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { undirectedTypes } from './catalogueFacts';
import { joinedGiven, neighbourhood } from './neighbourhood';
import { query } from './statements';

type Request = CaseService['requests']['case.neighbours'];

const counts = (identity: Identity): string => `
  WITH ${neighbourhood(identity)}
  SELECT pair.type AS linkType, pair.direction, e.type AS entityType, count(*) AS entities, sum(pair.links) AS links, ${identity.any ? 'count(coalesce(item.subject, onChart.n))' : 'count(item.subject)'} AS onChart
  FROM pair CROSS JOIN entity e ON e.n = pair.other
  LEFT JOIN chart_item item ON item.chart = @chart AND item.subject = e.id AND item.hidden = 0${identity.any ? ' LEFT JOIN onChart ON onChart.n = e.n' : ''}
  WHERE e.seq_retracted IS NULL
  GROUP BY pair.type, pair.direction, e.type
  ORDER BY entities DESC, linkType, pair.direction, entityType`;

/** What an expansion of `ids` would bring, counted by link type, direction and type of entity; most entities first. The start itself, and what it is taken for one with, is never counted. */
export function neighbours(db: Database, catalogue: Catalogue, identity: Identity, { ids, chart }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const given = { ids: JSON.stringify(ids.flatMap((id) => identity.memberIds(id))), undirected: undirectedTypes(catalogue), chart: chart ?? null, ...(identity.any ? { ...joinedGiven(identity), hidden: 0 } : {}) };
  return query<ResultOf<Request>[number]>(db, counts(identity)).all(given);
}

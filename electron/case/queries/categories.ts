import type { Database } from 'better-sqlite3';
import type { evaluatingRequests } from '../../../shared/contract/evaluating';
import type { ResultOf } from '../../../shared/contract/definition';
import { categoryCodes, MINOR } from '../../../shared/schema/category';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { personTypes } from './reviews';
import { query } from './statements';

type View = ResultOf<(typeof evaluatingRequests)['case.categories']>;

/** Persons that are listed; `withoutTotal` counts the rest as well. */
const LISTED = 2000;

const PERSONS = 'FROM json_each(@types) type CROSS JOIN entity e ON e.type = type.value WHERE e.seq_retracted IS NULL';
const IS_MINOR = `EXISTS (SELECT 1 FROM statement s, json_each(s."values", '$.${MINOR}') said WHERE s.subject_kind = 'entity' AND s.subject = e.n AND s.seq_retracted IS NULL AND said.value ->> '$.v' = 'true')`;

/** Persons of whom nobody has said what they are in this case (the most linked first), how many there are of each category, and how many minors. Who has two categories counts under both. */
export function categories(db: Database, catalogue: Catalogue): View {
  const types = personTypes(catalogue);
  const byCategory: Record<string, number> = {};
  let withoutTotal = 0;
  for (const { category, count } of query<{ category: string; count: number }>(db, `SELECT e.category, count(*) AS count ${PERSONS} GROUP BY e.category`).all({ types })) {
    if (category === '') withoutTotal += count;
    for (const code of categoryCodes(category)) byCategory[code] = (byCategory[code] ?? 0) + count;
  }
  return {
    without: query<View['without'][number]>(db, `SELECT e.id, e.caption ${PERSONS} AND e.category = '' ORDER BY e.links DESC, e.n LIMIT ${LISTED}`).all({ types }),
    withoutTotal, byCategory,
    minors: query<{ count: number }>(db, `SELECT count(*) AS count ${PERSONS} AND ${IS_MINOR}`).get({ types })?.count ?? 0,
  };
}

import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { entitiesByKey } from './entityRows';
import { facetsGiven, IN_FACETS, narrows } from './facets';
import { query } from './statements';

type Request = CaseService['requests']['case.browse'];
type Order = ParsedArgumentsOf<Request>['order'];

const ORDER: Readonly<Record<Order, string>> = {
  links: 'e.links DESC, e.n',
  caption: "e.caption = '', e.caption COLLATE NOCASE, e.n",
  recent: 'e.seq_added DESC, e.n DESC',
};

const OF_SOURCE = `e.n IN (SELECT s.subject FROM source CROSS JOIN statement s ON s.source = source.n WHERE source.id = @source AND s.subject_kind = 'entity' AND s.seq_retracted IS NULL)`;
const OF_TYPE = 'e.type IN (SELECT value FROM json_each(@types))';

/**
 * A page of all live entities, those of some types, with some facets, or those that a source speaks of. `total` counts what the page is cut from;
 * `byType` counts every type whether it was asked for or not, so that a filter can show what else there is.
 */
export function browse(db: Database, _catalogue: Catalogue, { types, facets, source, order, limit, offset }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const inSource = source === undefined ? 'e.seq_retracted IS NULL' : `e.seq_retracted IS NULL AND ${OF_SOURCE}`;
  const narrowed = narrows(facets);
  const where = `${inSource}${types === undefined ? '' : ` AND ${OF_TYPE}`}${narrowed ? ` AND ${IN_FACETS}` : ''}`;
  const given = { ...(narrowed ? facetsGiven(facets) : {}), ...(source === undefined ? {} : { source }), ...(types === undefined ? {} : { types: JSON.stringify(types) }) };
  const counts = query<{ type: string; count: number }>(db, `SELECT e.type, count(*) AS count FROM entity e WHERE ${inSource} GROUP BY e.type ORDER BY count DESC, e.type`);
  const byType = new Map(counts.all(source === undefined ? {} : { source }).map((row) => [row.type, row.count]));
  const keys = query<{ n: number }>(db, `SELECT e.n FROM entity e WHERE ${where} ORDER BY ${ORDER[order]} LIMIT @limit OFFSET @offset`).all({ ...given, limit, offset });
  if (narrowed) return { entities: entitiesByKey(db, keys.map((row) => row.n)), total: query<{ total: number }>(db, `SELECT count(*) AS total FROM entity e WHERE ${where}`).get(given)?.total ?? 0, byType: Object.fromEntries(byType) };
  const wanted = types === undefined ? [...byType.keys()] : [...new Set(types)];
  return { entities: entitiesByKey(db, keys.map((row) => row.n)), total: wanted.reduce((sum, type) => sum + (byType.get(type) ?? 0), 0), byType: Object.fromEntries(byType) };
}

import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { facetsGiven, hasFacets, IN_FACETS, narrows } from './facets';
import { pageOf, type Listed, type ListOrder } from './listPage';
import { mergedViews, type MergedView } from './mergedViews';
import { shownEntities } from './shownEntities';
import { query } from './statements';

type Request = CaseService['requests']['case.browse'];
type Asked = ParsedArgumentsOf<Request>;

const ORDER: Readonly<Record<ListOrder, string>> = {
  links: 'e.links DESC, e.n',
  caption: "e.caption = '', e.caption COLLATE NOCASE, e.n",
  recent: 'e.seq_added DESC, e.n DESC',
};

const OF_SOURCE = `e.n IN (SELECT s.subject FROM source CROSS JOIN statement s ON s.source = source.n WHERE source.id = @source AND s.subject_kind = 'entity' AND s.seq_retracted IS NULL)`;
const OF_TYPE = 'e.type IN (SELECT value FROM json_each(@types))';
const LISTED = 'e.n, e.caption, e.links, e.seq_added AS added';

type Group = readonly [n: number, merged: MergedView];
type Row = Listed & { readonly type: string };

/** Members of all groups that a condition holds for, by their own rows. */
function membersWhere(db: Database, identity: Identity, where: string, given: object): Row[] {
  if (!identity.any) return [];
  const members = JSON.stringify([...identity.groups.values()].flat());
  return query<Row>(db, `SELECT ${LISTED}, e.type FROM json_each(@members) AS member CROSS JOIN entity e ON e.n = member.value WHERE ${where}`).all({ members, ...given });
}

/** Every type with its number of entities, those that stand for several counted once under the type that is shown: the whole case is counted by its index, and what is shown as another is taken off. */
function countTypes(db: Database, where: string, given: object, members: readonly Row[], groups: readonly Group[]): Map<string, number> {
  const rows = query<{ type: string; count: number }>(db, `SELECT e.type, count(*) AS count FROM entity e WHERE ${where} GROUP BY e.type ORDER BY count DESC, e.type`);
  const byType = new Map(rows.all({ ...given }).map((row) => [row.type, row.count]));
  if (groups.length === 0) return byType;
  const add = (type: string, count: number): void => void byType.set(type, (byType.get(type) ?? 0) + count);
  for (const { type } of members) add(type, -1);
  for (const [, { view }] of groups) add(view.type, 1);
  return new Map([...byType].filter(([, count]) => count > 0).toSorted(([typeA, a], [typeB, b]) => b - a || (typeA < typeB ? -1 : 1)));
}

/**
 * A page of all live entities, those of some types, with some facets, or those that a source speaks of; entities that are taken for one are one of them, by what they are
 * together. `total` counts what the page is cut from; `byType` counts every type whether it was asked for or not, so that a filter can show what else there is.
 */
export function browse(db: Database, catalogue: Catalogue, identity: Identity, { types, facets, source, order, limit, offset }: Asked): ResultOf<Request> {
  const inSource = source === undefined ? 'e.seq_retracted IS NULL' : `e.seq_retracted IS NULL AND ${OF_SOURCE}`;
  const ofSource = source === undefined ? {} : { source };
  const spoken = membersWhere(db, identity, inSource, ofSource);
  const groups: readonly Group[] = [...mergedViews(db, catalogue, identity, new Set(spoken.map((row) => identity.topOf(row.n))))];
  const byType = countTypes(db, inSource, ofSource, spoken, groups);

  const narrowed = narrows(facets);
  const where = `${inSource}${types === undefined ? '' : ` AND ${OF_TYPE}`}${narrowed ? ` AND ${IN_FACETS}` : ''}`;
  const given = { ...(narrowed ? facetsGiven(facets) : {}), ...ofSource, ...(types === undefined ? {} : { types: JSON.stringify(types) }) };
  const members = types === undefined && !narrowed ? spoken : membersWhere(db, identity, where, given);
  const wanted = types === undefined ? null : new Set(types);
  const together = groups.filter(([, { view }]) => (wanted === null || wanted.has(view.type)) && hasFacets(view, facets)).map(([n, { view, added }]): Listed => ({ n, caption: view.caption, links: view.links, added }));

  const page = query<Listed>(db, `SELECT ${LISTED} FROM entity e WHERE ${where} ORDER BY ${ORDER[order]} LIMIT @limit OFFSET @offset`);
  const keys = pageOf({ order, limit, offset, members, together, read: (rows) => page.all({ ...given, ...rows }) });
  const total = narrowed
    ? (query<{ total: number }>(db, `SELECT count(*) AS total FROM entity e WHERE ${where}`).get(given)?.total ?? 0) - members.length + together.length
    : (wanted === null ? [...byType.keys()] : [...wanted]).reduce((sum, type) => sum + (byType.get(type) ?? 0), 0);
  return { entities: shownEntities(db, catalogue, identity, keys), total, byType: Object.fromEntries(byType) };
}

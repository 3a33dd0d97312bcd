import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { facetsGiven, hasFacets, IN_FACETS, narrows } from './facets';
import { mergedViews, type MergedView } from './mergedViews';
import { shownEntities } from './shownEntities';
import { query } from './statements';

type Request = CaseService['requests']['case.browse'];
type Asked = ParsedArgumentsOf<Request>;

/** Of a row with n, caption, links, added. */
const ORDER: Readonly<Record<Asked['order'], string>> = {
  links: 'links DESC, n',
  caption: "caption = '', caption COLLATE NOCASE, n",
  recent: 'added DESC, n DESC',
};

const OF_SOURCE = `e.n IN (SELECT s.subject FROM source CROSS JOIN statement s ON s.source = source.n WHERE source.id = @source AND s.subject_kind = 'entity' AND s.seq_retracted IS NULL)`;
const OF_TYPE = 'e.type IN (SELECT value FROM json_each(@types))';
const ALONE = 'e.n NOT IN (SELECT value FROM json_each(@members))';
const COLUMNS = 'e.n, e.caption, e.links, e.seq_added AS added';
/** Entities that stand for several, each once, as rows like COLUMNS. */
const TOGETHER = `SELECT value ->> 0 AS n, value ->> 1 AS caption, value ->> 2 AS links, value ->> 3 AS added FROM json_each(@together)`;

type Groups = readonly (readonly [n: number, merged: MergedView])[];

/** Entities that stand for several, those of which the source speaks of any. */
function groupsOf(db: Database, catalogue: Catalogue, identity: Identity, source: string | undefined): Groups {
  const groups = [...mergedViews(db, catalogue, identity, identity.groups.keys())];
  if (source === undefined || groups.length === 0) return groups;
  const members = JSON.stringify([...identity.groups.values()].flat());
  const spoken = query<{ n: number }>(db, `SELECT e.n FROM json_each(@members) member CROSS JOIN entity e ON e.n = member.value WHERE ${OF_SOURCE}`).all({ members, source });
  const tops = new Set(spoken.map((row) => identity.topOf(row.n)));
  return groups.filter(([n]) => tops.has(n));
}

/** Every type with its number of entities, those that stand for several counted once under the type that is shown. The whole case is counted by its index, and what is shown as another is taken off. */
function countTypes(db: Database, identity: Identity, groups: Groups, source: string | undefined): Map<string, number> {
  const inSource = source === undefined ? '' : ` AND ${OF_SOURCE}${identity.any ? ` AND ${ALONE}` : ''}`;
  const rows = query<{ type: string; count: number }>(db, `SELECT e.type, count(*) AS count FROM entity e WHERE e.seq_retracted IS NULL${inSource} GROUP BY e.type ORDER BY count DESC, e.type`);
  const given = source === undefined ? {} : { source, ...membersGiven(identity) };
  const byType = new Map(rows.all(given).map((row) => [row.type, row.count]));
  if (groups.length === 0) return byType;
  const add = (type: string, count: number): void => void byType.set(type, (byType.get(type) ?? 0) + count);
  for (const [, { view, types }] of groups) {
    if (source === undefined) for (const type of types) add(type, -1);
    add(view.type, 1);
  }
  return new Map([...byType].filter(([, count]) => count > 0).toSorted(([typeA, a], [typeB, b]) => b - a || (typeA < typeB ? -1 : 1)));
}

const membersGiven = (identity: Identity): { readonly members?: string } => (identity.any ? { members: JSON.stringify([...identity.groups.values()].flat()) } : {});

/**
 * A page of all live entities, those of some types, with some facets, or those that a source speaks of; entities that are taken for one are one of them. `total` counts what
 * the page is cut from; `byType` counts every type whether it was asked for or not, so that a filter can show what else there is.
 */
export function browse(db: Database, catalogue: Catalogue, identity: Identity, { types, facets, source, order, limit, offset }: Asked): ResultOf<Request> {
  const narrowed = narrows(facets);
  const groups = groupsOf(db, catalogue, identity, source);
  const byType = countTypes(db, identity, groups, source);
  const wanted = types === undefined ? null : new Set(types);
  const together = groups.filter(([, { view }]) => (wanted === null || wanted.has(view.type)) && hasFacets(view, facets));

  const where = `e.seq_retracted IS NULL${source === undefined ? '' : ` AND ${OF_SOURCE}`}${types === undefined ? '' : ` AND ${OF_TYPE}`}${narrowed ? ` AND ${IN_FACETS}` : ''}${identity.any ? ` AND ${ALONE}` : ''}`;
  const given = {
    ...(narrowed ? facetsGiven(facets) : {}), ...(source === undefined ? {} : { source }), ...(types === undefined ? {} : { types: JSON.stringify(types) }), ...membersGiven(identity),
  };
  const alone = `SELECT ${COLUMNS} FROM entity e WHERE ${where}`;
  const page = query<{ n: number }>(db, identity.any ? `SELECT n FROM (${alone} UNION ALL ${TOGETHER}) ORDER BY ${ORDER[order]} LIMIT @limit OFFSET @offset` : `SELECT n FROM (${alone}) ORDER BY ${ORDER[order]} LIMIT @limit OFFSET @offset`);
  const rows = page.all({ ...given, limit, offset, ...(identity.any ? { together: JSON.stringify(together.map(([n, { view, added }]) => [n, view.caption, view.links, added])) } : {}) });
  const total = narrowed
    ? (query<{ total: number }>(db, `SELECT count(*) AS total FROM entity e WHERE ${where}`).get(given)?.total ?? 0) + together.length
    : (wanted === null ? [...byType.keys()] : [...wanted]).reduce((sum, type) => sum + (byType.get(type) ?? 0), 0);
  return { entities: shownEntities(db, catalogue, identity, rows.map((row) => row.n)), total, byType: Object.fromEntries(byType) };
}

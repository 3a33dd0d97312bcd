import type { Identity } from '../db/identity';

/**
 * The step from some entities to those next to them, as the head of a WITH clause. Parameters: @ids and @undirected, JSON arrays; where entities are taken for one also
 * @joined (see joinedGiven) and @chart, and then @ids must name all members of what is asked about.
 *  start(n): the entities that were asked about, those still live.
 *  pair(type, direction, other, links): per link type and direction (seen from the start), each entity outside the start, as what it is shown, with its number of links.
 *  onChart(n), only where entities are taken for one: those that stand on the chart by a row of any member; hidden ones too where @hidden is 1.
 * Links are followed by the two covering indexes; every neighbour is looked up once, however many links lead to it.
 */
export const neighbourhood = ({ any }: Pick<Identity, 'any'>): string => `
  start(n) AS MATERIALIZED (SELECT DISTINCT e.n FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL),
  undirected(type) AS MATERIALIZED (SELECT value FROM json_each(@undirected)),${any ? `
  joined(n, top) AS MATERIALIZED (SELECT CAST(value ->> 0 AS INTEGER), CAST(value ->> 1 AS INTEGER) FROM json_each(@joined)),
  onChart(n) AS MATERIALIZED (
    SELECT DISTINCT joined.top FROM joined CROSS JOIN entity e ON e.n = joined.n CROSS JOIN chart_item item ON item.chart = @chart AND item.subject = e.id WHERE item.hidden <= @hidden
  ),` : ''}
  hop(type, direction, other) AS (
    SELECT l.type, 'out', l.to_n FROM start CROSS JOIN link l ON l.from_n = start.n WHERE l.seq_retracted IS NULL
    UNION ALL
    SELECT l.type, 'in', l.from_n FROM start CROSS JOIN link l ON l.to_n = start.n WHERE l.seq_retracted IS NULL
  ),
  pair(type, direction, other, links) AS MATERIALIZED (${any ? `
    SELECT type, CASE WHEN type IN (SELECT type FROM undirected) THEN 'both' ELSE direction END AS way, coalesce(joined.top, hop.other) AS shown, count(*)
    FROM hop LEFT JOIN joined ON joined.n = hop.other WHERE hop.other NOT IN (SELECT n FROM start) GROUP BY type, way, shown` : `
    SELECT type, CASE WHEN type IN (SELECT type FROM undirected) THEN 'both' ELSE direction END AS way, other, count(*)
    FROM hop WHERE other NOT IN (SELECT n FROM start) GROUP BY type, way, other`}
  )`;

const texts = new WeakMap<Identity, string>();

/** @joined: each entity that is taken for one with another, and what it is shown as, by short keys. */
export function joinedGiven(identity: Identity): { readonly joined?: string } {
  if (!identity.any) return {};
  let text = texts.get(identity);
  if (text === undefined) texts.set(identity, (text = JSON.stringify([...identity.groups].flatMap(([top, members]) => members.map((member) => [member, top])))));
  return { joined: text };
}

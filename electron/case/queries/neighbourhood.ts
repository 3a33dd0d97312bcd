/**
 * The step from some entities to those next to them, as the head of a WITH clause. Parameters: @ids and @undirected, JSON arrays.
 *  start(n): the entities that were asked about, those still live.
 *  pair(type, direction, other, links): per link type and direction (seen from the start), each entity outside the start, with its number of links.
 * Links are followed by the two covering indexes; every neighbour is looked up once, however many links lead to it.
 */
export const NEIGHBOURHOOD = `
  start(n) AS MATERIALIZED (SELECT DISTINCT e.n FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL),
  undirected(type) AS MATERIALIZED (SELECT value FROM json_each(@undirected)),
  hop(type, direction, other) AS (
    SELECT l.type, 'out', l.to_n FROM start CROSS JOIN link l ON l.from_n = start.n WHERE l.seq_retracted IS NULL
    UNION ALL
    SELECT l.type, 'in', l.from_n FROM start CROSS JOIN link l ON l.to_n = start.n WHERE l.seq_retracted IS NULL
  ),
  pair(type, direction, other, links) AS MATERIALIZED (
    SELECT type, CASE WHEN type IN (SELECT type FROM undirected) THEN 'both' ELSE direction END AS way, other, count(*)
    FROM hop WHERE other NOT IN (SELECT n FROM start) GROUP BY type, way, other
  )`;

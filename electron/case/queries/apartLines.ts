import type { Database } from 'better-sqlite3';
import { apartAmong, pairKey } from '../../../shared/analysis/drawing/folding';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { endsOf, foldId, type FoldRow } from './foldRow';
import { query } from './statements';

/** Whether links of a type between two entities, by the ids that they are shown under, are wanted as lines of their own. */
export type Apart = (type: string, from: string, to: string) => boolean;

interface Asked {
  readonly catalogue: Catalogue;
  readonly identity: Identity;
  /** Ids of all ends by their short keys. */
  readonly ids: ReadonlyMap<number, string>;
  readonly apart: Apart;
  /** Ids of links that are not wanted. */
  readonly hidden: readonly string[];
  /** False for a single link whose fold is hidden by its ends' own ids. */
  readonly isWanted: (row: FoldRow) => boolean;
}

/** Live links of folds, each as a fold of one, the first that happened first. */
const SINGLE = `
  WITH asked(type, a, b, at) AS MATERIALIZED (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(@folds)),
  hidden(id) AS MATERIALIZED (SELECT value FROM json_each(@hidden))
  SELECT asked.at, l.type, l.from_n AS a, l.to_n AS b, 1 AS count, l.id, ltrim(l.start, '~') || iif(l.start LIKE '~%', '~', '') AS start, ltrim(l."end", '~') || iif(l."end" LIKE '~%', '~', '') AS "end",
    l."end" IS NOT NULL AS ends, l.amount AS amounts, l.strength AS strengths, l.grading AS gradings, l.handling AS handlings, l.assessed
  FROM asked CROSS JOIN link l ON l.from_n = asked.a AND l.type = asked.type AND l.to_n = asked.b
  WHERE l.seq_retracted IS NULL AND l.id NOT IN (SELECT id FROM hidden) ORDER BY start NULLS LAST, l.n`;

/** A link under the ends that are shown; without direction the smaller key first, as in folds. */
function shownRow(row: FoldRow, catalogue: Catalogue, identity: Identity): FoldRow {
  const [a, b] = [identity.topOf(row.a), identity.topOf(row.b)];
  return b < a && catalogue.linkType(row.type)?.directed === false ? { ...row, a: b, b: a } : { ...row, a, b };
}

/** The same folds, of which those that are wanted apart, and are not too many to be looked at, have given way to their links. */
export function takenApart(db: Database, folds: readonly FoldRow[], { catalogue, identity, ids, apart, hidden, isWanted }: Asked): FoldRow[] {
  const wanted = folds.flatMap((row) => {
    if (row.count === 1) return [];
    const { from, to } = endsOf(row, ids, catalogue);
    return apart(row.type, from, to) ? [{ row, key: foldId(row.type, from, to), pair: pairKey(from, to), count: row.count }] : [];
  });
  const chosen = apartAmong(wanted);
  if (chosen.size === 0) return [...folds];
  const places = new Map(wanted.filter(({ key }) => chosen.has(key)).map(({ row }) => [row, [] as FoldRow[]]));
  const rows = [...places.keys()];
  const asked = rows.flatMap(({ type, a, b }, at) => identity.membersOf(a).flatMap((from) => identity.membersOf(b).flatMap((to) =>
    (a !== b && catalogue.linkType(type)?.directed === false ? [[type, from, to, at], [type, to, from, at]] : [[type, from, to, at]]))));
  for (const { at, ...single } of query<FoldRow & { at: number }>(db, SINGLE).all({ folds: JSON.stringify(asked), hidden: JSON.stringify(hidden.filter((id) => !id.includes('|'))) })) {
    const row = rows[at];
    if (row !== undefined && isWanted(canonical(single, catalogue))) places.get(row)?.push(shownRow({ ...single, lastStart: single.start }, catalogue, identity));
  }
  return folds.flatMap((row) => places.get(row) ?? [row]);
}

/** By its own ends, as folds are known. */
const canonical = (row: FoldRow, catalogue: Catalogue): FoldRow => (row.b < row.a && catalogue.linkType(row.type)?.directed === false ? { ...row, a: row.b, b: row.a } : row);

import type { Database } from 'better-sqlite3';
import { strongerOf } from '../../../shared/analysis/evaluation';
import type { LineView } from '../../../shared/contract/views';
import { sumAmounts } from '../../../shared/model/amount';
import type { Strength } from '../../../shared/model/strength';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { takenApart, type Apart } from './apartLines';
import { textRanks, undirectedTypes } from './catalogueFacts';
import { endsOf, foldId, type FoldRow } from './foldRow';
import { query } from './statements';

/** The fold under which a hidden or styled one is shown now: between those that stand for its ends. Whatever is no fold is given back. */
export function shownFold(subject: string, catalogue: Catalogue, identity: Identity): string {
  const [type = '', a, b] = subject.split('|');
  if (a === undefined || b === undefined) return subject;
  const [from, to] = [identity.topId(a), identity.topId(b)];
  return catalogue.linkType(type)?.directed === false && to < from ? foldId(type, to, from) : foldId(type, from, to);
}

/** A member of a set whose lines are wanted. */
export interface End {
  readonly n: number;
  readonly id: string;
}

/**
 * Links whose both ends are in the set, folded by type and pair; without direction the end with the smaller key comes first.
 * Dates are compared without their "approximately" mark, which is carried behind. The index gives both ends, and membership of the far one is
 * asked first, so that a hub's row is read only for links that stay inside.
 */
const FOLDS = `
  WITH item(n) AS MATERIALIZED (SELECT value FROM json_each(@keys)),
  undirected(type) AS MATERIALIZED (SELECT value FROM json_each(@undirected)),
  hidden(id) AS MATERIALIZED (SELECT value FROM json_each(@hidden)),
  inside(n) AS MATERIALIZED (SELECT l.n FROM item CROSS JOIN link l ON l.from_n = item.n WHERE l.to_n IN (SELECT n FROM item)),
  shown(type, a, b, id, start, "end", amount, strength, grading, handling, assessed) AS (
    SELECT l.type, iif(l.type IN (SELECT type FROM undirected), min(l.from_n, l.to_n), l.from_n), iif(l.type IN (SELECT type FROM undirected), max(l.from_n, l.to_n), l.to_n), l.id,
      ltrim(l.start, '~') || iif(l.start LIKE '~%', '~', ''), ltrim(l."end", '~') || iif(l."end" LIKE '~%', '~', ''), l.amount, l.strength, l.grading, l.handling, l.assessed
    FROM inside CROSS JOIN link l ON l.n = inside.n
    WHERE l.seq_retracted IS NULL AND l.id NOT IN (SELECT id FROM hidden)
  )
  SELECT type, a, b, count(*) AS count, min(id) AS id, min(start) AS start, max(start) AS lastStart, max("end") AS "end", count("end") AS ends,
    group_concat(amount, char(31)) AS amounts, group_concat(strength, char(31)) AS strengths, group_concat(grading, char(31)) AS gradings, group_concat(handling, char(31)) AS handlings, min(assessed) AS assessed
  FROM shown GROUP BY type, a, b`;

/** Puts the mark back in front. */
function dated(sortable: string | null): string | null {
  return sortable !== null && sortable.endsWith('~') ? `~${sortable.slice(0, -1)}` : sortable;
}

function lastMoment(row: FoldRow, occurrence: boolean): string | null {
  // Happenings end with the last of them. Lasting links go on as long as one of them has no end.
  if (occurrence && row.count > 1) return [row.end, row.lastStart].reduce((a, b) => (b === null || (a !== null && a >= b) ? a : b), null);
  return row.ends === row.count ? row.end : null;
}

/** Stands between the texts of a fold. */
const BETWEEN = '\u001f';
const distinct = (texts: string): string[] => (texts.includes(BETWEEN) ? [...new Set(texts.split(BETWEEN))] : [texts]);

const least = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
const most = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
const together = (a: string | null, b: string | null): string | null => (a === null || b === null ? (a ?? b) : `${a}${BETWEEN}${b}`);

/** Two folds of one type between the same two, as one. */
const united = (one: FoldRow, other: FoldRow): FoldRow => ({
  ...one,
  count: one.count + other.count,
  id: one.id < other.id ? one.id : other.id,
  start: least(one.start, other.start),
  lastStart: most(one.lastStart, other.lastStart),
  end: most(one.end, other.end),
  ends: one.ends + other.ends,
  amounts: together(one.amounts, other.amounts),
  strengths: `${one.strengths}${BETWEEN}${other.strengths}`,
  gradings: `${one.gradings}${BETWEEN}${other.gradings}`,
  handlings: `${one.handlings}${BETWEEN}${other.handlings}`,
  assessed: Math.min(one.assessed, other.assessed),
});

/** Folds between entities as folds between those that stand for them; what lies between two that are taken for one is none. */
function unite(rows: readonly FoldRow[], catalogue: Catalogue, identity: Identity): FoldRow[] {
  const shown: FoldRow[] = [];
  const places = new Map<string, number>();
  for (const row of rows) {
    let a = identity.topOf(row.a);
    let b = identity.topOf(row.b);
    if (a === b && row.a !== row.b) continue;
    // Nearly always neither end stands for another, and the fold is whole as it is.
    if (!identity.groups.has(a) && !identity.groups.has(b)) {
      shown.push(row);
      continue;
    }
    if (b < a && catalogue.linkType(row.type)?.directed === false) [a, b] = [b, a];
    const key = foldId(row.type, String(a), String(b));
    const place = places.get(key);
    const known = place === undefined ? undefined : shown[place];
    const moved = a === row.a && b === row.b ? row : { ...row, a, b };
    if (place !== undefined && known !== undefined) shown[place] = united(known, moved);
    else places.set(key, shown.push(moved) - 1);
  }
  return shown;
}

/**
 * Lines between the entities of a set: live links of which both ends are in it, folded into one per type, from and to; types without direction
 * fold both directions into one. Of entities that are taken for one, all are to be in the set: their lines are folded together. `hidden` holds ids of links and of folds that
 * are not wanted, the latter by the entities' own ids. `apart` says between which shown ends the links of a type are lines of their own, as far as these stay few. Always in the same order.
 */
export function linesAmong(db: Database, catalogue: Catalogue, identity: Identity, ends: readonly End[], hidden: readonly string[], apart: Apart | null = null): LineView[] {
  const ids = new Map(ends.map((end) => [end.n, end.id]));
  const hiddenFolds = new Set(hidden.filter((id) => id.includes('|')));
  const ranks = textRanks(catalogue);
  const found = query<FoldRow>(db, FOLDS).all({
    keys: JSON.stringify([...ids.keys()]),
    undirected: undirectedTypes(catalogue),
    hidden: JSON.stringify(hidden.filter((id) => !id.includes('|'))),
  });
  const isWanted = (row: FoldRow): boolean => {
    if (hiddenFolds.size === 0) return true;
    const { from, to } = endsOf(row, ids, catalogue);
    return !hiddenFolds.has(foldId(row.type, from, to));
  };
  const wanted = hiddenFolds.size === 0 ? found : found.filter(isWanted);
  const folds = identity.any ? unite(wanted, catalogue, identity) : wanted;
  const rows = apart === null ? folds : takenApart(db, folds, { catalogue, identity, ids, apart, hidden, isWanted });
  return rows.map((row): LineView => {
    const { from, to } = endsOf(row, ids, catalogue);
    return {
      id: row.count === 1 ? row.id : foldId(row.type, from, to),
      type: row.type,
      from,
      to,
      count: row.count,
      start: dated(row.start),
      end: dated(lastMoment(row, catalogue.linkType(row.type)?.occurrence ?? false)),
      amount: row.amounts === null ? null : sumAmounts(row.amounts.split(BETWEEN)),
      strength: (distinct(row.strengths) as Strength[]).reduce(strongerOf),
      grading: distinct(row.gradings).reduce((a, b) => ranks.betterGrading(a, b)),
      handling: distinct(row.handlings).reduce((a, b) => ranks.stricterHandling(a, b)),
      ...(row.assessed !== 0 ? { assessed: true } : {}),
    };
  });
}

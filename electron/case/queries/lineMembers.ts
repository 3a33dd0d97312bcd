import type { Database } from 'better-sqlite3';
import { totalsOf } from '../../../shared/analysis/drawing/totals';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { foldId } from './foldRow';
import { shownEnds, type LinkRow } from './linksOf';
import { query } from './statements';

type Request = CaseService['requests']['case.lineMembers'];
type Answer = ResultOf<Request>;
type Sum = Answer['sums'][number];

interface SumRow { readonly type: string; readonly a: number; readonly b: number; readonly from: string; readonly to: string; readonly count: number; readonly start: string | null; readonly lastStart: string | null; readonly end: string | null; readonly ends: number; readonly amounts: string | null }

/** Live links behind lines: those of folds by the index on their start, single ones by their id; without those that the chart hides. */
const MEMBERS = `
  WITH fold(type, a, b) AS MATERIALIZED (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(@folds)),
  hidden(id) AS MATERIALIZED (SELECT subject FROM chart_item WHERE chart = @chart AND kind = 'link' AND hidden = 1),
  chosen(n) AS MATERIALIZED (
    SELECT l.n FROM fold CROSS JOIN link l ON l.from_n = fold.a AND l.type = fold.type AND l.to_n = fold.b
    UNION SELECT l.n FROM json_each(@ids) wanted CROSS JOIN link l ON l.id = wanted.value
  )`;
const FROM = `FROM chosen CROSS JOIN link l ON l.n = chosen.n CROSS JOIN entity f ON f.n = l.from_n CROSS JOIN entity t ON t.n = l.to_n
  WHERE l.seq_retracted IS NULL AND f.seq_retracted IS NULL AND t.seq_retracted IS NULL AND l.id NOT IN (SELECT id FROM hidden)`;

const SUMS = `${MEMBERS} SELECT l.type, l.from_n AS a, l.to_n AS b, f.id AS "from", t.id AS "to", count(*) AS count, min(ltrim(l.start, '~')) AS start, max(ltrim(l.start, '~')) AS lastStart, max(ltrim(l."end", '~')) AS "end", count(l."end") AS ends,
  group_concat(l.amount, char(31)) AS amounts ${FROM} GROUP BY l.type, l.from_n, l.to_n ORDER BY count DESC, l.type, f.id`;

const pageOf = (order: 'newest' | 'oldest'): string => `${MEMBERS} SELECT l.id, l.type, f.id AS "from", t.id AS "to", f.caption AS fromCaption, t.caption AS toCaption, l.start, l."end", l.amount, l.grading, l.sources, l.from_n AS fromKey, l.to_n AS toKey
  ${FROM} ORDER BY ltrim(l.start, '~') ${order === 'newest' ? 'DESC' : 'ASC'} NULLS LAST, l.n ${order === 'newest' ? 'DESC' : 'ASC'} LIMIT @limit OFFSET @offset`;
const PAGES = { newest: pageOf('newest'), oldest: pageOf('oldest') } as const;

/** Folds by the short keys of all that their ends stand for, in both ways where direction means nothing. */
function keyed(db: Database, catalogue: Catalogue, identity: Identity, lines: readonly string[]): (readonly [type: string, a: number, b: number])[] {
  const folds = lines.flatMap((line) => {
    const [type = '', from, to] = line.split('|');
    return from === undefined || to === undefined ? [] : [{ type, from: identity.memberIds(from), to: identity.memberIds(to) }];
  });
  const ids = [...new Set(folds.flatMap(({ from, to }) => [...from, ...to]))];
  const keys = new Map(query<{ id: string; n: number }>(db, 'SELECT e.id, e.n FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value').all({ ids: JSON.stringify(ids) }).map(({ id, n }) => [id, n]));
  return folds.flatMap(({ type, from, to }) => from.flatMap((one) => to.flatMap((other): (readonly [string, number, number])[] => {
    const [a, b] = [keys.get(one), keys.get(other)];
    if (a === undefined || b === undefined) return [];
    return a !== b && catalogue.linkType(type)?.directed === false ? [[type, a, b], [type, b, a]] : [[type, a, b]];
  })));
}

const least = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
const most = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/** Sums by type and direction between the ends that are shown. */
function sumsOf(rows: readonly SumRow[], catalogue: Catalogue, identity: Identity): Sum[] {
  const sums = new Map<string, Omit<Sum, 'totals'> & { amounts: string[] }>();
  for (const row of rows) {
    const [one, other] = [identity.topId(row.from), identity.topId(row.to)];
    const type = catalogue.linkType(row.type);
    const [from, to] = type?.directed === false && other < one ? [other, one] : [one, other];
    const last = type?.occurrence ? most(row.end, row.lastStart) : row.ends === row.count ? row.end : null;
    const amounts = row.amounts === null ? [] : row.amounts.split('\u001f');
    const known = sums.get(foldId(row.type, from, to));
    sums.set(foldId(row.type, from, to), known === undefined ? { type: row.type, from, to, count: row.count, start: row.start, end: last, amounts }
      : { ...known, count: known.count + row.count, start: least(known.start, row.start), end: type?.occurrence ? most(known.end, last) : known.end === null || last === null ? null : most(known.end, last), amounts: [...known.amounts, ...amounts] });
  }
  return [...sums.values()].map(({ amounts, ...sum }) => ({ ...sum, totals: totalsOf(amounts.map((amount) => ({ type: sum.type, amount }))) }));
}

/**
 * Live links behind lines of a chart (fold ids and links' ids), by their start, those without one last; `limit` and `offset` cut a page, `total` counts all. `sums` tell how many there
 * are by type and direction, what they add up to and when. What `chart` hides is no member of its lines.
 */
export function lineMembers(db: Database, catalogue: Catalogue, identity: Identity, { lines, chart, order, limit, offset }: ParsedArgumentsOf<Request>): Answer {
  const given = { folds: JSON.stringify(keyed(db, catalogue, identity, lines)), ids: JSON.stringify(lines.filter((line) => !line.includes('|'))), chart: chart ?? '' };
  const sums = sumsOf(query<SumRow>(db, SUMS).all(given), catalogue, identity);
  return { links: shownEnds(db, identity, query<LinkRow>(db, PAGES[order]).all({ ...given, limit, offset })), total: sums.reduce((all, sum) => all + sum.count, 0), sums };
}

import type { Database } from 'better-sqlite3';
import { PER_ITEM, putTimes } from '../../../shared/analysis/time/times';
import type { ParsedArgumentsOf } from '../../../shared/contract/definition';
import type { ChartTimes, timeRequests } from '../../../shared/contract/time';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { chartView } from './chartView';
import { foldId } from './foldRow';
import { query } from './statements';

interface LinkRow {
  readonly id: string;
  readonly type: string;
  readonly a: number;
  readonly b: number;
  readonly start: string | null;
  readonly end: string | null;
  readonly amount: string | null;
}

const KEYS = 'SELECT e.n, e.id FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL';
const LINKS = `WITH item(n) AS MATERIALIZED (SELECT value FROM json_each(@keys)), inside(n) AS MATERIALIZED (SELECT l.n FROM item CROSS JOIN link l ON l.from_n = item.n WHERE l.to_n IN (SELECT n FROM item))
  SELECT l.id, l.type, l.from_n AS a, l.to_n AS b, l.start, l."end", l.amount FROM inside CROSS JOIN link l ON l.n = inside.n WHERE l.seq_retracted IS NULL`;
const HIDDEN = "SELECT subject FROM chart_item WHERE chart = @chart AND kind = 'link' AND hidden = 1";

/** When the links that a chart draws were, each by itself, beside the lines that they are folded into. Throws Failure("chartNotFound"). */
export function chartTimes(db: Database, catalogue: Catalogue, identity: Identity, { chart }: ParsedArgumentsOf<(typeof timeRequests)['case.chartTimes']>): ChartTimes {
  const view = chartView(db, catalogue, identity, { id: chart });
  const ids = new Map(query<{ n: number; id: string }>(db, KEYS).all({ ids: JSON.stringify(view.entities.flatMap((entity) => entity.members ?? [entity.id])) }).map(({ n, id }) => [n, id]));
  // A link that is drawn by itself is known by its own id: others of its kind may be drawn beside it.
  const places = new Map(view.lines.map(({ id }, at) => [id, at]));
  const hidden = new Set(query<{ subject: string }>(db, HIDDEN).all({ chart }).map((row) => row.subject));
  const undirected = new Set(catalogue.linkTypes.filter((type) => !type.directed).map((type) => type.id));
  const happening = new Set(catalogue.linkTypes.filter((type) => type.occurrence).map((type) => type.id));
  const fold = (type: string, from: string, to: string): string => (undirected.has(type) && to < from ? foldId(type, to, from) : foldId(type, from, to));
  const rows = query<LinkRow>(db, LINKS).all({ keys: JSON.stringify([...ids.keys()]) });
  const of: number[] = [];
  const shown: LinkRow[] = [];
  for (const row of rows) {
    const [from = '', to = ''] = [ids.get(row.a), ids.get(row.b)];
    if (hidden.size > 0 && (hidden.has(row.id) || hidden.has(fold(row.type, from, to)))) continue;
    const line = places.get(row.id) ?? places.get(identity.any ? fold(row.type, identity.topId(from), identity.topId(to)) : fold(row.type, from, to));
    if (line === undefined) continue;
    of.push(line);
    shown.push(row);
  }
  const times = new Float64Array(shown.length * PER_ITEM);
  shown.forEach(({ type, start, end }, at) => putTimes(times, at, start, end, happening.has(type)));
  return { seq: view.seq, lines: view.lines.map((line) => line.id), of: Int32Array.from(of), times, amounts: shown.some((row) => row.amount !== null) ? shown.map((row) => row.amount ?? '') : [] };
}

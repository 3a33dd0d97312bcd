import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import { Failure } from '../../../shared/contract/failure';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { query } from './statements';

type Requests = CaseService['requests'];
interface Drawn {
  readonly n: number;
  readonly id: string;
  readonly type: string;
}

const DRAWN = "SELECT e.n, e.id, e.type FROM chart_item item CROSS JOIN entity e ON e.id = item.subject WHERE item.chart = @chart AND item.kind = 'entity' AND item.hidden = 0 AND e.seq_retracted IS NULL";
const SAID = "FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = wanted.value AND s.seq_retracted IS NULL";
const VALUES = `SELECT DISTINCT s.subject AS n, each.value ->> 'v' AS v ${SAID} CROSS JOIN json_each(s."values", @path) each`;
const PROPERTIES = `SELECT DISTINCT s.subject AS n, each.key AS property ${SAID} CROSS JOIN json_each(s."values") each`;

/** All records behind what a chart shows, by their short keys, each with the id that it is shown under. Throws Failure("chartNotFound"). */
function behind(db: Database, catalogue: Catalogue, identity: Identity, chart: string, type?: string): Map<number, string> {
  if (query<{ id: string }>(db, 'SELECT id FROM chart WHERE id = @chart').get({ chart }) === undefined) throw new Failure('chartNotFound');
  const found = new Map<number, string>();
  for (const each of query<Drawn>(db, DRAWN).all({ chart })) {
    if (type !== undefined && !catalogue.isA(each.type, type)) continue;
    for (const member of identity.membersOf(each.n)) found.set(member, identity.topId(each.id));
  }
  return found;
}

/** What entities on a chart have as one property. */
export function propertyValues(db: Database, catalogue: Catalogue, identity: Identity, { chart, type, property }: ParsedArgumentsOf<Requests['case.propertyValues']>): ResultOf<Requests['case.propertyValues']> {
  const shown = behind(db, catalogue, identity, chart, type);
  const values = new Map<string, Set<string>>();
  for (const { n, v } of query<{ n: number; v: string }>(db, VALUES).all({ keys: JSON.stringify([...shown.keys()]), path: `$.${JSON.stringify(property)}` })) {
    const id = shown.get(n) ?? '';
    values.set(id, (values.get(id) ?? new Set<string>()).add(v));
  }
  return { values: [...values].map(([entity, own]) => ({ entity, values: [...own] })), seq: query<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get({})?.seq ?? 0 };
}

/** Which properties entities on a chart have at all. */
export function propertiesOnChart(db: Database, catalogue: Catalogue, identity: Identity, { chart }: ParsedArgumentsOf<Requests['case.propertiesOnChart']>): ResultOf<Requests['case.propertiesOnChart']> {
  const shown = behind(db, catalogue, identity, chart);
  const having = new Map<string, Set<string>>();
  for (const { n, property } of query<{ n: number; property: string }>(db, PROPERTIES).all({ keys: JSON.stringify([...shown.keys()]) })) having.set(property, (having.get(property) ?? new Set<string>()).add(shown.get(n) ?? ''));
  return [...having].map(([property, own]) => ({ property, entities: own.size })).toSorted((a, b) => b.entities - a.entities || (a.property < b.property ? -1 : 1));
}

import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import { Failure } from '../../../shared/contract/failure';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { query } from './statements';

type Request = CaseService['requests']['case.links'];
type View = ResultOf<Request>;
export type LinkRow = View['links'][number] & { readonly fromKey: number; readonly toKey: number };

const LIVE = 'l.seq_retracted IS NULL AND f.seq_retracted IS NULL AND t.seq_retracted IS NULL';
const ENDS = 'CROSS JOIN entity f ON f.n = l.from_n CROSS JOIN entity t ON t.n = l.to_n';
const VIEW = 'l.id, l.type, f.id AS "from", t.id AS "to", f.caption AS fromCaption, t.caption AS toCaption, l.start, l."end", l.amount, l.grading, l.sources, l.from_n AS fromKey, l.to_n AS toKey';

const between = (from: string, to: string): string => `SELECT l.n FROM json_each(@${from}) a CROSS JOIN json_each(@${to}) b CROSS JOIN link l ON l.from_n = a.value AND l.type = @type AND l.to_n = b.value`;
/** All links of an entity; of several but those from one of them to another. */
const ofEntities = (own: string, other: string, several: boolean): string =>
  `SELECT l.n FROM json_each(@entities) member CROSS JOIN link l ON l.${own} = member.value WHERE (@type IS NULL OR l.type = @type)${several ? ` AND (l.${other} = l.${own} OR +l.${other} NOT IN (SELECT value FROM json_each(@entities)))` : ''}`;
const ofAll = (several: boolean): string => `${ofEntities('from_n', 'to_n', several)} UNION ALL ${ofEntities('to_n', 'from_n', several)}`;

/** Rows of link that are asked about, by whichever index leads there; a row may come twice. Entities are given as JSON arrays of short keys. */
const CHOSEN = {
  single: 'SELECT n FROM link WHERE id = @fold',
  oneWay: between('from', 'to'),
  bothWays: `${between('from', 'to')} UNION ALL ${between('to', 'from')}`,
  entity: ofAll(false),
  entities: ofAll(true),
} as const;

interface Choice {
  readonly sql: string;
  readonly given: Record<string, string | null>;
}

/** Short keys of an entity and of all that it is taken for one with, as a JSON array. */
const keysOf = (db: Database, identity: Identity, id: string): string =>
  JSON.stringify(query<{ n: number }>(db, 'SELECT e.n FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value').all({ ids: JSON.stringify(identity.memberIds(id)) }).map((row) => row.n));

function choose(db: Database, catalogue: Catalogue, identity: Identity, { fold, entity, type }: ParsedArgumentsOf<Request>): Choice {
  if (fold !== undefined) {
    const [foldType = '', from, to] = fold.split('|');
    if (from === undefined || to === undefined) return { sql: CHOSEN.single, given: { fold } };
    const directed = catalogue.linkType(foldType)?.directed ?? true;
    return { sql: directed ? CHOSEN.oneWay : CHOSEN.bothWays, given: { type: foldType, from: keysOf(db, identity, from), to: keysOf(db, identity, to) } };
  }
  if (entity !== undefined) return { sql: identity.memberIds(entity).length > 1 ? CHOSEN.entities : CHOSEN.entity, given: { entities: keysOf(db, identity, entity), type: type ?? null } };
  throw new Failure('invalidArguments');
}

/** Ids and names of ends as they are shown. */
export function shownEnds(db: Database, identity: Identity, rows: readonly LinkRow[]): View['links'] {
  const tops = identity.any ? [...new Set(rows.flatMap(({ fromKey, toKey }) => [fromKey, toKey]).filter((n) => identity.topOf(n) !== n).map((n) => identity.topOf(n)))] : [];
  const named = tops.length === 0 ? [] : query<{ n: number; id: string; caption: string }>(db, 'SELECT e.n, e.id, e.caption FROM json_each(@keys) AS wanted CROSS JOIN entity e ON e.n = wanted.value').all({ keys: JSON.stringify(tops) });
  const names = new Map(named.map((row) => [row.n, row]));
  return rows.map(({ fromKey, toKey, ...link }) => {
    const [from, to] = [names.get(identity.topOf(fromKey)), names.get(identity.topOf(toKey))];
    return { ...link, ...(from === undefined ? {} : { from: from.id, fromCaption: from.caption }), ...(to === undefined ? {} : { to: to.id, toCaption: to.caption }) };
  });
}

/**
 * Live links of a line (its fold id or its link's id) or of one entity, newest first: by their start, those without one last. Of entities that are taken for one, any
 * may be named: the links of all are given, but none between them, and under the ends that are shown.
 * `total` counts all of them, `limit` and `offset` cut a page. Throws Failure("invalidArguments") when neither is named.
 */
export function linksOf(db: Database, catalogue: Catalogue, identity: Identity, args: ParsedArgumentsOf<Request>): View {
  const { sql, given } = choose(db, catalogue, identity, args);
  const from = `FROM link l ${ENDS} WHERE l.n IN (${sql}) AND ${LIVE}`;
  const total = query<{ total: number }>(db, `SELECT count(*) AS total ${from}`).get(given)?.total ?? 0;
  const page = query<LinkRow>(db, `SELECT ${VIEW} ${from} ORDER BY ltrim(l.start, '~') DESC NULLS LAST, l.n DESC LIMIT @limit OFFSET @offset`);
  return { links: shownEnds(db, identity, page.all({ ...given, limit: args.limit, offset: args.offset })), total };
}

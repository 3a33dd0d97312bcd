import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import { Failure } from '../../../shared/contract/failure';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { query } from './statements';

type Request = CaseService['requests']['case.links'];
type View = ResultOf<Request>;

const LIVE = 'l.seq_retracted IS NULL AND f.seq_retracted IS NULL AND t.seq_retracted IS NULL';
const ENDS = 'CROSS JOIN entity f ON f.n = l.from_n CROSS JOIN entity t ON t.n = l.to_n';
const VIEW = 'l.id, l.type, f.id AS "from", t.id AS "to", f.caption AS fromCaption, t.caption AS toCaption, l.start, l."end", l.amount, l.grading, l.sources';
const entityKey = (name: string): string => `(SELECT n FROM entity WHERE id = @${name})`;

/** Rows of link that are asked about, by whichever index leads there. */
const CHOSEN = {
  single: 'SELECT n FROM link WHERE id = @fold',
  oneWay: `SELECT n FROM link WHERE from_n = ${entityKey('from')} AND type = @type AND to_n = ${entityKey('to')}`,
  bothWays: `SELECT n FROM link WHERE from_n = ${entityKey('from')} AND type = @type AND to_n = ${entityKey('to')}
    UNION SELECT n FROM link WHERE from_n = ${entityKey('to')} AND type = @type AND to_n = ${entityKey('from')}`,
  entity: `SELECT n FROM link WHERE from_n = ${entityKey('entity')} AND (@type IS NULL OR type = @type)
    UNION SELECT n FROM link WHERE to_n = ${entityKey('entity')} AND (@type IS NULL OR type = @type)`,
} as const;

interface Choice {
  readonly sql: string;
  readonly given: Record<string, string | null>;
}

function choose(catalogue: Catalogue, { fold, entity, type }: ParsedArgumentsOf<Request>): Choice {
  if (fold !== undefined) {
    const [foldType = '', from, to] = fold.split('|');
    if (from === undefined || to === undefined) return { sql: CHOSEN.single, given: { fold } };
    const directed = catalogue.linkType(foldType)?.directed ?? true;
    return { sql: directed ? CHOSEN.oneWay : CHOSEN.bothWays, given: { type: foldType, from, to } };
  }
  if (entity !== undefined) return { sql: CHOSEN.entity, given: { entity, type: type ?? null } };
  throw new Failure('invalidArguments');
}

/**
 * Live links of a line (its fold id or its link's id) or of one entity, newest first: by their start, those without one last.
 * `total` counts all of them, `limit` and `offset` cut a page. Throws Failure("invalidArguments") when neither is named.
 */
export function linksOf(db: Database, catalogue: Catalogue, args: ParsedArgumentsOf<Request>): View {
  const { sql, given } = choose(catalogue, args);
  const from = `FROM link l ${ENDS} WHERE l.n IN (${sql}) AND ${LIVE}`;
  const total = query<{ total: number }>(db, `SELECT count(*) AS total ${from}`).get(given)?.total ?? 0;
  const page = query<View['links'][number]>(db, `SELECT ${VIEW} ${from} ORDER BY ltrim(l.start, '~') DESC NULLS LAST, l.n DESC LIMIT @limit OFFSET @offset`);
  return { links: page.all({ ...given, limit: args.limit, offset: args.offset }), total };
}

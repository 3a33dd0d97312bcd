import type { Database } from 'better-sqlite3';
import type { Audience } from '../../../shared/briefing/audience';
import type { Handling } from '../../../shared/model/evaluation';
import type { releasingRequests, WithheldView } from '../../../shared/contract/releasing';
import type { ResultOf } from '../../../shared/contract/definition';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { HANDLING_AS_IT_STANDS, withinReach } from '../releasable/selection';
import { Verdicts, type JudgedRow, type Verdict } from '../releasable/verdicts';
import { query } from './statements';

type Answer = ResultOf<(typeof releasingRequests)['case.withheld']>;
type Group = Answer['groups'][number];
type Held = NonNullable<Verdict['withheld']>;

/** Statements that are judged alike: of one source, under the same codes. */
interface Alike extends JudgedRow { readonly own: string; readonly count: number }

interface Row { readonly n: number; readonly statement: string; readonly subject: string; readonly subjectKind: 'entity' | 'link'; readonly caption: string; readonly type: string; readonly source: string; readonly sourceTitle: string }

/** Statements within reach: all, or those about what a chart shows. */
const REACH = { case: 's.seq_retracted IS NULL', chart: `s.seq_retracted IS NULL AND ((s.subject_kind = 'entity' AND s.subject IN (SELECT value FROM json_each(@entities))) OR (s.subject_kind = 'link' AND s.subject IN (SELECT value FROM json_each(@links))))` } as const;

const alike = (reach: string): string => `SELECT source.n AS source, source.id AS sourceId, source.supplier, s.handling AS own, ${HANDLING_AS_IT_STANDS}, count(*) AS count
  FROM statement s JOIN source ON source.n = s.source WHERE ${reach} GROUP BY source.n, s.handling ORDER BY source.n`;

/** A link is called by its ends. */
const rows = (reach: string): string => `SELECT s.n, s.id AS statement, coalesce(e.id, l.id) AS subject, s.subject_kind AS subjectKind, coalesce(e.caption, a.caption || ' – ' || b.caption, '') AS caption, coalesce(e.type, l.type) AS type, source.id AS source, source.title AS sourceTitle
  FROM statement s JOIN source ON source.n = s.source LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject
  LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject LEFT JOIN entity a ON a.n = l.from_n LEFT JOIN entity b ON b.n = l.to_n
  WHERE ${reach} AND s.source = @source AND s.handling = @own ORDER BY s.n LIMIT @limit`;

const keyOf = ({ reason, cause, originator }: Held): string => JSON.stringify([reason, cause?.scheme, cause?.axis, cause?.code, originator]);
/** A code without the conditions that were written beside it: what is grouped is the code. */
const bare = (cause: Handling | null): Handling | null => (cause === null ? null : { scheme: cause.scheme, code: cause.code, ...(cause.axis === undefined ? {} : { axis: cause.axis }) });

/**
 * What an audience does not get of the case, or of one chart, and why: most frequent reasons first, and up to `limit` statements one by one. For the author: it names
 * what is held back. Throws Failure chartNotFound.
 */
export function withheld(db: Database, catalogue: Catalogue, audience: Audience, { chart, limit }: { readonly chart?: string | undefined; readonly limit: number }): Answer {
  const verdicts = new Verdicts(catalogue, audience);
  const within = chart === undefined ? null : withinReach(db, catalogue, { kind: 'chart', chart });
  const reach = within === null ? REACH.case : REACH.chart;
  const given = within === null ? {} : { entities: JSON.stringify(within.entities), links: JSON.stringify(within.links) };
  const groups = new Map<string, Group>();
  const listed: (Row & { readonly held: Held })[] = [];
  let total = 0;
  for (const each of query<Alike>(db, alike(reach)).all(given)) {
    const held = verdicts.of(each).withheld;
    if (held === null) continue;
    total += each.count;
    const group = groups.get(keyOf(held));
    if (group === undefined) groups.set(keyOf(held), { reason: held.reason, cause: bare(held.cause), originator: held.originator, count: each.count });
    else group.count += each.count;
    const room = limit - listed.length;
    if (room > 0) for (const row of query<Row>(db, rows(reach)).all({ ...given, source: each.source, own: each.own, limit: room })) listed.push({ ...row, held });
  }
  return {
    total,
    groups: [...groups.values()].sort((a, b) => b.count - a.count),
    withheld: listed.sort((a, b) => a.n - b.n).map(({ n: _n, held, ...row }): WithheldView => ({ ...row, reason: held.reason, cause: held.cause, originator: held.originator })),
  };
}

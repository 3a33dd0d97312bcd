import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { newsRequests } from '../../../shared/contract/news';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { query } from './statements';

type Request = (typeof newsRequests)['case.newSince'];

/** Journal number up to which all is known, with its moment: of the last snapshot, or of the last step before a moment. Null where there is no snapshot. */
function bound(db: Database, chart: Id, since: string | null): { readonly seq: number; readonly at: string } | null {
  if (since !== null) return { seq: query<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal WHERE at < @since').get({ since })?.seq ?? 0, at: since };
  return query<{ seq: number; at: string }>(db, `SELECT snapshot.seq, coalesce(journal.at, '') AS at FROM snapshot
    LEFT JOIN journal ON journal.seq = (SELECT min(seq) FROM journal WHERE seq > snapshot.seq AND command = 'chart.snapshot') WHERE snapshot.chart = @chart ORDER BY snapshot.seq DESC, snapshot.id DESC LIMIT 1`).get({ chart }) ?? null;
}

/** What of a chart is new since its last snapshot or since a moment. Throws Failure("chartNotFound"). */
export function newSince(db: Database, _catalogue: Catalogue, identity: Identity, { chart, since }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  if (query<{ n: number }>(db, 'SELECT 1 AS n FROM chart WHERE id = @chart').get({ chart }) === undefined) throw new Failure('chartNotFound');
  const from = bound(db, chart, since);
  if (from === null) return { at: null, added: [], changed: [] };
  const shown = query<{ subject: Id }>(db, "SELECT subject FROM chart_item WHERE chart = @chart AND kind = 'entity' AND hidden = 0").all({ chart }).map(({ subject }) => subject);
  // What stands for several records is new when all of them are, and changed when any is or has more said of it.
  const groups = new Map([...new Set(shown.map((id) => identity.topId(id)))].map((top) => [top, identity.memberIds(top)] as const));
  const rows = query<{ id: Id; isNew: number; said: number }>(db, `SELECT e.id, e.seq_added > @seq AS isNew,
      EXISTS (SELECT 1 FROM statement s WHERE s.subject_kind = 'entity' AND s.subject = e.n AND (s.seq_added > @seq OR s.seq_retracted > @seq)) AS said
    FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL`).all({ seq: from.seq, ids: JSON.stringify([...groups.values()].flat()) });
  const known = new Map(rows.map((row) => [row.id, row]));
  const [added, changed]: [Id[], Id[]] = [[], []];
  for (const [top, ids] of groups) {
    const members = ids.flatMap((id) => known.get(id) ?? []);
    if (members.length === 0) continue;
    if (members.every((member) => member.isNew !== 0)) added.push(top);
    else if (members.some((member) => member.isNew + member.said > 0)) changed.push(top);
  }
  return { at: from.at, added, changed };
}

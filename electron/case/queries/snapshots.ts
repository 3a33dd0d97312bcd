import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import type { snapshotRequests } from '../../../shared/contract/snapshots';
import type { Id } from '../../../shared/model/ids';
import { TAKEN } from './chartMoments';
import { query } from './statements';

type View = ResultOf<CaseService['requests']['case.snapshots']>;
type Of = ResultOf<(typeof snapshotRequests)['case.snapshotsOf']>;

const ITEMS = "(SELECT count(*) FROM json_each(snapshot.items) item WHERE json_extract(item.value, '$.kind') = 'entity' AND NOT json_extract(item.value, '$.hidden'))";

/** All frozen charts, the newest first, with how many entities each shows. */
export function snapshots(db: Database): View {
  return query<View[number]>(db, `SELECT id, chart, name, seq, ${ITEMS} AS items FROM snapshot ORDER BY seq DESC, id`).all({});
}

/** Snapshots of one chart, the newest first. */
export function snapshotsOf(db: Database, { chart }: { readonly chart: Id }): Of {
  return query<Of[number]>(db, `
    SELECT snapshot.id, snapshot.name, snapshot.note, snapshot.seq, coalesce(journal.at, '') AS at, coalesce(journal.actor, '') AS actor, ${ITEMS} AS items,
      (SELECT count(*) FROM briefing WHERE instr(briefing.content, snapshot.id)) + (SELECT count(*) FROM presentation WHERE instr(presentation.content, snapshot.id)) AS used
    FROM snapshot LEFT JOIN journal ON ${TAKEN} WHERE snapshot.chart = @chart ORDER BY snapshot.seq DESC, snapshot.id DESC`).all({ chart });
}

import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ResultOf } from '../../../shared/contract/definition';
import { query } from './statements';

type View = ResultOf<CaseService['requests']['case.snapshots']>;

/** All frozen charts, the newest first, with how many entities each shows. */
export function snapshots(db: Database): View {
  return query<View[number]>(db, `
    SELECT id, chart, name, seq, (SELECT count(*) FROM json_each(items) item WHERE json_extract(item.value, '$.kind') = 'entity' AND NOT json_extract(item.value, '$.hidden')) AS items
    FROM snapshot ORDER BY seq DESC, id`).all({});
}

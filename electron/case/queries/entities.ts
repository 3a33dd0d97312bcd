import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { ENTITY_COLUMNS, entityView } from './entityRows';
import type { EntityRow } from './entityRows';
import { query } from './statements';

type Request = CaseService['requests']['case.entities'];

/** Views of live entities by id, in the order asked; ids that are not in the case are left out. */
export function entities(db: Database, _catalogue: Catalogue, { ids }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const rows = query<EntityRow>(db, `SELECT ${ENTITY_COLUMNS} FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL`);
  return rows.all({ ids: JSON.stringify(ids) }).map(entityView);
}

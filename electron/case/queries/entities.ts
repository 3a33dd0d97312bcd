import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { shownEntities } from './shownEntities';
import { query } from './statements';

type Request = CaseService['requests']['case.entities'];

/** Views of live entities by id, in the order asked; ids that are not in the case are left out. Of those that are taken for one, one view is given, where the first of them was asked for. */
export function entities(db: Database, catalogue: Catalogue, identity: Identity, { ids }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const keys = query<{ n: number }>(db, 'SELECT e.n FROM json_each(@ids) AS wanted CROSS JOIN entity e ON e.id = wanted.value WHERE e.seq_retracted IS NULL').all({ ids: JSON.stringify(ids) }).map((row) => row.n);
  return shownEntities(db, catalogue, identity, identity.any ? [...new Set(keys.map((n) => identity.topOf(n)))] : keys);
}

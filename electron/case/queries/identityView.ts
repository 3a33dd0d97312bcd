import type { Database } from 'better-sqlite3';
import type { judgingRequests } from '../../../shared/contract/judging';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { judgementViews } from '../matching/judgements';
import { entitiesByKey } from './entityRows';
import { query } from './statements';

type Request = (typeof judgingRequests)['case.identityOf'];

const ON = `SELECT j.id FROM json_each(@ids) AS member CROSS JOIN judgement j ON j.left_id = member.value WHERE j.seq_retracted IS NULL
  UNION SELECT j.id FROM json_each(@ids) AS member CROSS JOIN judgement j ON j.right_id = member.value WHERE j.seq_retracted IS NULL ORDER BY 1 DESC`;

/** With whom an entity is taken for one, each by itself and the one that is shown first, and all live judgements on any of them, the latest first. Throws Failure("subjectNotFound"). */
export function identityView(db: Database, _catalogue: Catalogue, identity: Identity, { id }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const n = query<{ n: number }>(db, 'SELECT n FROM entity WHERE id = @id AND seq_retracted IS NULL').get({ id })?.n;
  if (n === undefined) throw new Failure('subjectNotFound');
  const judgements = query<{ id: Id }>(db, ON).all({ ids: JSON.stringify(identity.memberIds(id)) }).map((row) => row.id);
  return { members: entitiesByKey(db, identity.membersOf(n)), judgements: judgementViews(db, judgements) };
}

import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { editingRequests } from '../../../shared/contract/editing';
import type { Values } from '../../../shared/model/records';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { query } from './statements';

type Request = (typeof editingRequests)['case.saidOf'];

const SAID = `SELECT e.id AS subject, s.id AS statement, s."values" FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value AND e.seq_retracted IS NULL
  CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n AND s.seq_retracted IS NULL
  WHERE EXISTS (SELECT 1 FROM json_each(s."values") each WHERE each.key IN (SELECT value FROM json_each(@properties))) ORDER BY s.n`;

/** Live statements that give entities these properties, in the order in which they were said. */
export function saidOf(db: Database, _catalogue: Catalogue, identity: Identity, { ids, properties }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const asked = new Map(ids.flatMap((id) => identity.memberIds(id).map((member) => [member, id] as const)));
  return query<{ subject: string; statement: string; values: string }>(db, SAID).all({ ids: JSON.stringify([...asked.keys()]), properties: JSON.stringify(properties) })
    .map(({ subject, statement, values }) => ({ of: asked.get(subject) ?? subject, subject, statement, values: JSON.parse(values) as Values }));
}

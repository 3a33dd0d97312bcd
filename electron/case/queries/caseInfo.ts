import type { Database } from 'better-sqlite3';
import type { ResultOf } from '../../../shared/contract/definition';
import type { CaseService } from '../../../shared/contract/caseService';
import { query } from './statements';

/** How much is live in the case. Counted as all minus retracted, because both are answered from an index. */
export function caseInfo(db: Database): ResultOf<CaseService['requests']['case.info']>['counts'] {
  const live = (table: string): string => `(SELECT count(*) FROM ${table}) - (SELECT count(*) FROM ${table} WHERE seq_retracted IS NOT NULL)`;
  const counts = query<ResultOf<CaseService['requests']['case.info']>['counts']>(
    db,
    `SELECT ${live('entity')} AS entities, ${live('link')} AS links, ${live('statement')} AS statements, ${live('source')} AS sources`,
  ).get({});
  return counts ?? { entities: 0, links: 0, statements: 0, sources: 0 };
}

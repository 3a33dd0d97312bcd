import type { Database } from 'better-sqlite3';
import type { judgingRequests } from '../../../shared/contract/judging';
import type { ResultOf } from '../../../shared/contract/definition';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { comparedEntities } from './changes';
import type { Matched } from './matcher';
import { MOST_COMPARED } from './bulkPairs';
import { matchingSettings, thresholdsOf } from './vocabulary';

/** What the case says about matching, and how far that has got. */
export function matchingOf(db: Database, catalogue: Catalogue, { working, behind, done }: Pick<Matched, 'working' | 'behind' | 'done'>): ResultOf<(typeof judgingRequests)['case.matching']> {
  const settings = matchingSettings(db);
  const all = comparedEntities(db, catalogue);
  return { settings, ...thresholdsOf(settings), working, behind, done, ...(all > MOST_COMPARED ? { beyond: all } : {}) };
}

import type { Database } from 'better-sqlite3';
import type { EntityView } from '../../../shared/contract/views';
import type { Catalogue } from '../../../shared/schema/catalogue';
import type { Identity } from '../db/identity';
import { entitiesByKey, keyedEntities } from './entityRows';
import { mergedViews } from './mergedViews';

/** Views of entities as they are shown, by the short keys of those that stand for all (`topOf`), in the order given; what is not in the case is left out. */
export function shownEntities(db: Database, catalogue: Catalogue, identity: Identity, tops: readonly number[]): EntityView[] {
  const merged = mergedViews(db, catalogue, identity, tops);
  if (merged.size === 0) return entitiesByKey(db, tops);
  const alone = new Map(keyedEntities(db, tops.filter((n) => !merged.has(n))).map(({ n, view }) => [n, view]));
  return tops.flatMap((n) => merged.get(n)?.view ?? alone.get(n) ?? []);
}

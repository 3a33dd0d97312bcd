import type { Database } from 'better-sqlite3';
import { query } from '../queries/statements';

/** Ids of entities by short key, in the order given. */
export function entityIds(db: Database, keys: readonly number[]): string[] {
  return query<{ id: string }>(db, 'SELECT e.id FROM json_each(@keys) wanted CROSS JOIN entity e ON e.n = wanted.value').all({ keys: JSON.stringify(keys) }).map(({ id }) => id);
}

export interface LinkFacts { readonly n: number; readonly id: string; readonly type: string; readonly from_n: number; readonly strength: string; readonly grading: string; readonly start: string | null; readonly end: string | null }

/** What a path tells of links, by short key. */
export function linkFacts(db: Database, keys: readonly number[]): ReadonlyMap<number, LinkFacts> {
  const rows = query<LinkFacts>(db, 'SELECT l.n, l.id, l.type, l.from_n, l.strength, l.grading, l.start, l."end" FROM json_each(@keys) wanted CROSS JOIN link l ON l.n = wanted.value').all({ keys: JSON.stringify([...new Set(keys)]) });
  return new Map(rows.map((row) => [row.n, row]));
}

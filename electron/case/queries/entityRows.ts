import type { Database } from 'better-sqlite3';
import type { EntityView } from '../../../shared/contract/views';
import { query } from './statements';

/** Columns of `entity e` in the names of EntityView. */
export const ENTITY_COLUMNS = 'e.id, e.type, e.caption, e.key_line AS key, e.start, e."end", e.sources, e.links, e.grading, e.handling, e.category, e.contradicts, e.assessed';

/** ENTITY_COLUMNS as SQLite gives them. */
export type EntityRow = Omit<EntityView, 'contradicts' | 'assessed' | 'members'> & { contradicts: number; assessed: number };

/** The view of one record, whatever it is taken for one with. */
export function entityView({ id, type, caption, key, start, end, sources, links, grading, handling, category, contradicts, assessed }: EntityRow): EntityView {
  return { id, type, caption, key, start, end, sources, links, grading, handling, category, contradicts: contradicts !== 0, ...(assessed !== 0 ? { assessed: true } : {}) };
}

const BY_KEY = `SELECT e.n, ${ENTITY_COLUMNS} FROM json_each(@keys) AS wanted CROSS JOIN entity e ON e.n = wanted.value`;

/** Views of single records with their short keys, in the order given; what is not in the case is left out. */
export function keyedEntities(db: Database, keys: readonly number[]): { readonly n: number; readonly view: EntityView }[] {
  if (keys.length === 0) return [];
  return query<EntityRow & { readonly n: number }>(db, BY_KEY).all({ keys: JSON.stringify(keys) }).map((row) => ({ n: row.n, view: entityView(row) }));
}

/** Views of single records by their short keys, in the order given; what is not in the case is left out. */
export const entitiesByKey = (db: Database, keys: readonly number[]): EntityView[] => keyedEntities(db, keys).map(({ view }) => view);

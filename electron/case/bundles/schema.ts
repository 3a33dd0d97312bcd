import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/contract/failure';
import { openInMemory } from '../db/database';
import { migrate, shapeOf } from '../db/migrate';
import { MIGRATIONS } from '../migrations';

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

const schemaOf = (db: Database): string => JSON.stringify(db.prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name').all().map(({ type, name, tbl_name, sql }) => [type, name, tbl_name, sql]));

/** Migrations never change: what they make is asked once. */
const own = new Map<number, string>();

/** Our own schema after the first `shape` migrations, as SQLite tells it. */
function ownSchema(shape: number): string {
  const known = own.get(shape);
  if (known !== undefined) return known;
  const db = openInMemory(null);
  try {
    migrate(db, MIGRATIONS.slice(0, shape));
    const schema = schemaOf(db);
    own.set(shape, schema);
    return schema;
  } finally {
    db.close();
  }
}

/**
 * Proves that a database that came from elsewhere has exactly our tables and nothing that runs by itself: no trigger, view or virtual table but ours, to the
 * letter. Then brings this copy of it in memory to the newest shape. Throws Failure bundleNewer, bundleDamaged.
 */
export function requireOwnSchema(db: Database, file: string): void {
  const shape = shapeOf(db);
  if (shape > MIGRATIONS.length) throw new Failure('bundleNewer', { file });
  if (shape < 1 || schemaOf(db) !== ownSchema(shape)) throw new Failure('bundleDamaged', { file });
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Failure('bundleDamaged', { file });
  migrate(db, MIGRATIONS);
}

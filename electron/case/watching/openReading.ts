import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openDatabase } from '../db/database';
import { CASE_FILE } from '../folder';
import type { CaseStore } from '../store';
import type { SecretStatement } from './secret';

/** Columns of an entity that are made of what is said of it, and could tell. */
const MADE: readonly string[] = ['caption', 'key_line'];

/**
 * Calls `read` with the case as it would be if the secret statements were not in it: a connection of its own, over which tables of these names are views without them.
 * A link of which nothing else is said is not there; what was computed over an entity with a secret is empty.
 */
export function withoutSecrets<T>(store: CaseStore, secrets: readonly SecretStatement[], read: (db: Database) => T): T {
  const db = openDatabase(join(store.folder, CASE_FILE), { key: store.key, readOnly: true, cacheMiB: 8 });
  try {
    // Only of what lies in memory: the files stay read-only.
    db.pragma('query_only = OFF');
    db.exec('CREATE TEMP TABLE secret (n INTEGER PRIMARY KEY); CREATE TEMP TABLE secret_link (n INTEGER PRIMARY KEY); CREATE TEMP TABLE secret_entity (n INTEGER PRIMARY KEY)');
    const put = (table: string): ((n: number) => void) => {
      const insert = db.prepare<[number]>(`INSERT OR IGNORE INTO temp.${table} (n) VALUES (?)`);
      return (n) => void insert.run(n);
    };
    const [statement, entity, link] = [put('secret'), put('secret_entity'), put('secret_link')];
    for (const { n, kind, subject } of secrets) {
      statement(n);
      (kind === 'entity' ? entity : link)(subject);
    }
    db.exec(`DELETE FROM temp.secret_link WHERE EXISTS (SELECT 1 FROM main.statement s WHERE s.subject_kind = 'link' AND s.subject = secret_link.n AND s.seq_retracted IS NULL AND s.n NOT IN (SELECT n FROM temp.secret))`);
    const columns = (db.pragma('main.table_info(entity)') as { readonly name: string }[]).map(({ name }) => (MADE.includes(name) ? `CASE WHEN n IN (SELECT n FROM temp.secret_entity) THEN '' ELSE "${name}" END AS "${name}"` : `"${name}"`));
    db.exec(`CREATE TEMP VIEW statement AS SELECT * FROM main.statement WHERE n NOT IN (SELECT n FROM temp.secret);
      CREATE TEMP VIEW link AS SELECT * FROM main.link WHERE n NOT IN (SELECT n FROM temp.secret_link);
      CREATE TEMP VIEW entity AS SELECT ${columns.join(', ')} FROM main.entity`);
    return read(db);
  } finally {
    db.close();
  }
}

import type { Database } from 'better-sqlite3';

type Bare = 'link' | 'entity' | 'source';

const SUBJECTS = (kind: 'entity' | 'link'): string => `SELECT subject FROM statement WHERE n IN (SELECT value FROM json_each(@keys)) AND +subject_kind = '${kind}'`;
const LIVE_LINK = (end: 'from_n' | 'to_n'): string => `NOT EXISTS (SELECT 1 FROM link l WHERE l.${end} = entity.n AND l.seq_retracted IS NULL)`;
const THEIRS = 'seq_retracted IS NULL AND seq_added IN (SELECT seq FROM bundle_step)';
const UNSAID = (table: 'entity' | 'link'): string => `NOT EXISTS (SELECT 1 FROM statement s WHERE s.subject_kind = '${table}' AND s.subject = ${table}.n AND s.seq_retracted IS NULL)`;

const SQL: Readonly<Record<Bare, string>> = {
  link: `SELECT n FROM link WHERE n IN (${SUBJECTS('link')}) AND ${THEIRS} AND ${UNSAID('link')}`,
  entity: `SELECT n FROM entity WHERE n IN (${SUBJECTS('entity')} UNION SELECT from_n FROM link WHERE n IN (${SUBJECTS('link')}) UNION SELECT to_n FROM link WHERE n IN (${SUBJECTS('link')}))
    AND ${THEIRS} AND ${UNSAID('entity')} AND ${LIVE_LINK('from_n')} AND ${LIVE_LINK('to_n')}`,
  source: `SELECT n FROM source WHERE n IN (SELECT source FROM statement WHERE n IN (SELECT value FROM json_each(@keys))) AND ${THEIRS}
    AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.source = source.n AND s.seq_retracted IS NULL) AND NOT EXISTS (SELECT 1 FROM source_page WHERE source_page.source = source.n)`,
};

/**
 * What came with a bundle and of which, after these statements (by short key) were taken back, nobody says anything any more: asked for links first, which must be
 * gone before their ends are looked at, and for sources last.
 */
export function bareAfter(db: Database, statements: readonly number[]): (table: Bare) => number[] {
  const keys = JSON.stringify(statements);
  return (table) => (statements.length === 0 ? [] : db.prepare<{ keys: string }, number>(SQL[table]).pluck().all({ keys }));
}

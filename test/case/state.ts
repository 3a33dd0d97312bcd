import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** What is to be the same before and after: all live rows with their computed columns, all drawings, what search finds them by. Journal numbers are left out. */
const LIVE: readonly string[] = [
  'SELECT id, kind, title, supplier, sha256, grading, handling FROM source WHERE seq_retracted IS NULL ORDER BY id',
  'SELECT id, type, canonical, caption, key_line, start, "end", sources, links, grading, handling, category, contradicts, assessed FROM entity WHERE seq_retracted IS NULL ORDER BY id',
  `SELECT link.id, link.type, a.id AS a, b.id AS b, link.start, link."end", link.amount, link.sources, link.strength, link.grading, link.handling, link.assessed
     FROM link JOIN entity a ON a.n = from_n JOIN entity b ON b.n = to_n WHERE link.seq_retracted IS NULL ORDER BY link.id`,
  'SELECT id, subject_kind, subject, source, row, locator, "values", grading, handling, basis FROM statement WHERE seq_retracted IS NULL ORDER BY id',
  'SELECT id, left_id, right_id, verdict, reason FROM judgement WHERE seq_retracted IS NULL ORDER BY id',
  'SELECT key, entity.id FROM name_key JOIN entity ON entity.n = name_key.entity WHERE seq_retracted IS NULL ORDER BY 1, 2',
  ...['chart', 'chart_item', 'chart_group', 'annotation', 'snapshot', 'presentation', 'briefing', 'recipient', 'release', 'recipe', 'setting', 'user_type', 'user_scheme', 'source_evaluation', 'source_review', 'evaluation_change'].map((table) => `SELECT * FROM ${table} ORDER BY 1, 2`),
];

/** Full text of live entities: which words lead to which. */
function searchRows(db: Database): unknown[] {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'fulltext', 'instance')");
  return db.prepare('SELECT DISTINCT terms.term, entity.id FROM temp.terms JOIN entity ON entity.n = terms.doc WHERE entity.seq_retracted IS NULL ORDER BY 1, 2').all();
}

/** One hash over everything that a user can see of a case. */
export function stateOf(db: Database): string {
  const hash = createHash('sha256');
  for (const sql of LIVE) hash.update(JSON.stringify(db.prepare(sql).all()));
  hash.update(JSON.stringify(searchRows(db)));
  return hash.digest('hex');
}

import type { Database } from 'better-sqlite3';
import { joinJudged } from '../../../shared/analysis/identity';
import { judgedPairs } from './judged';

/** Only what was ever judged can stand for another: a case of a million entities is not gone through for each judgement. */
const PART = 'UPDATE entity SET canonical = id WHERE id IN (SELECT left_id FROM judgement UNION SELECT right_id FROM judgement) AND canonical <> id';

/**
 * Recomputes which entity stands for which: all that live judgements join share the smallest id among them. A judgement is never written into links or
 * statements, so that taking it back parts them again.
 */
export function recomputeCanonical(db: Database): void {
  const joined = joinJudged(judgedPairs(db), 'judged');
  db.prepare(PART).run();
  const write = db.prepare('UPDATE entity SET canonical = ? WHERE id = ?');
  for (const [id, top] of joined) write.run(top, id);
}

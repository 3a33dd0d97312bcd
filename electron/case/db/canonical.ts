import type { Database } from 'better-sqlite3';

/**
 * Recomputes which entity stands for which: all that live judgements "same" join, directly or over others, share the smallest id
 * among them. A judgement is never written into links or statements, so that taking it back parts them again.
 */
export function recomputeCanonical(db: Database): void {
  const above = new Map<string, string>();
  const find = (id: string): string => {
    let top = id;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    return top;
  };
  for (const { left_id, right_id } of db.prepare<[], { left_id: string; right_id: string }>("SELECT left_id, right_id FROM judgement WHERE verdict = 'same' AND seq_retracted IS NULL").all()) {
    const [a, b] = [find(left_id), find(right_id)];
    if (a !== b) above.set(a < b ? b : a, a < b ? a : b);
  }
  db.prepare('UPDATE entity SET canonical = id WHERE canonical <> id').run();
  const write = db.prepare('UPDATE entity SET canonical = ? WHERE id = ?');
  for (const id of above.keys()) write.run(find(id), id);
}

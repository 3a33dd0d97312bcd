import type { Database } from 'better-sqlite3';

interface Judged {
  readonly left_id: string;
  readonly right_id: string;
  readonly verdict: 'same' | 'different' | 'unsure';
  /** Came with a bundle: somebody else's. */
  readonly theirs: 0 | 1;
}

const JUDGED = `SELECT left_id, right_id, verdict, seq_added IN (SELECT seq FROM bundle_step) AS theirs FROM judgement WHERE seq_retracted IS NULL ORDER BY id`;

/** What is joined so far: each id leads to the smallest of those that it is joined with. */
class Joined {
  private readonly above = new Map<string, string>();

  find(id: string): string {
    let top = id;
    for (let next = this.above.get(top); next !== undefined; next = this.above.get(top)) top = next;
    return top;
  }

  join(left: string, right: string): void {
    const [a, b] = [this.find(left), this.find(right)];
    if (a !== b) this.above.set(a < b ? b : a, a < b ? a : b);
  }

  ids(): IterableIterator<string> {
    return this.above.keys();
  }
}

/**
 * Joins what judgements "same" join, directly or over others. Those of other services are kept as theirs and only count where nobody stands against them: they
 * never join two of which anyone says that they are different, or of which we say that we are not sure. Taken in the order of their ids, so that the
 * outcome does not depend on who was heard first.
 */
function joinJudged(judged: readonly Judged[]): Joined {
  const joined = new Joined();
  for (const { left_id, right_id, verdict, theirs } of judged) if (verdict === 'same' && theirs === 0) joined.join(left_id, right_id);
  const apart = judged.filter(({ verdict, theirs }) => verdict === 'different' || (verdict === 'unsure' && theirs === 0));
  for (const { left_id, right_id, verdict, theirs } of judged) {
    if (verdict !== 'same' || theirs === 0) continue;
    const [a, b] = [joined.find(left_id), joined.find(right_id)];
    const parts = apart.some((pair) => {
      const [one, other] = [joined.find(pair.left_id), joined.find(pair.right_id)];
      return (one === a && other === b) || (one === b && other === a);
    });
    if (!parts) joined.join(a, b);
  }
  return joined;
}

/**
 * Recomputes which entity stands for which: all that live judgements join share the smallest id among them. A judgement is never written into links or
 * statements, so that taking it back parts them again.
 */
export function recomputeCanonical(db: Database): void {
  const joined = joinJudged(db.prepare<[], Judged>(JUDGED).all());
  db.prepare('UPDATE entity SET canonical = id WHERE canonical <> id').run();
  const write = db.prepare('UPDATE entity SET canonical = ? WHERE id = ?');
  for (const id of joined.ids()) write.run(joined.find(id), id);
}

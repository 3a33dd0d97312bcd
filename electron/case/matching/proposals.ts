import type { Database } from 'better-sqlite3';
import { query } from '../queries/statements';
import { keepCounts } from './counted';
import type { PairsFound } from './pairStep';
import { countQueues } from './queues';
import type { MatchSink } from './steps';

const FORGET = (column: 'left_n' | 'right_n'): string => `DELETE FROM match_proposal WHERE ${column} IN (SELECT value FROM json_each(@keys))`;

/** The pairs that were found, as the case keeps them: computed, and never journalled. */
export class Proposals implements MatchSink {
  readonly name = 'pairs';

  constructor(private readonly db: Database) {}

  clear(): void {
    query(this.db, 'DELETE FROM match_proposal').run({});
  }

  forget(entities: readonly number[]): void {
    const keys = JSON.stringify(entities);
    query(this.db, FORGET('left_n')).run({ keys });
    query(this.db, FORGET('right_n')).run({ keys });
  }

  apply(found: unknown): void {
    const told = found as PairsFound;
    if ('counted' in told) return keepCounts(this.db, told.counted);
    const put = query(this.db, 'INSERT OR REPLACE INTO match_proposal (left_n, right_n, score) VALUES (@left, @right, @score)');
    for (const [left, right, score] of told.pairs) put.run({ left, right, score });
  }

  waiting(): number {
    return countQueues(this.db).open;
  }
}

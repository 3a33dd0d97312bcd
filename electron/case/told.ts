import type { Database } from 'better-sqlite3';

/** When the recipient of a release was last told that something of it does not hold any more: by a notice that left, or by somebody who says so. */
export interface Told {
  readonly seq: number;
  readonly at: string;
}

/**
 * The last time that the recipient of a release was told; null when it never was. What was retracted after `seq` it has not been told of.
 */
export function lastTold(db: Database, release: string): Told | null {
  return db.prepare<{ release: string }, Told>("SELECT seq, at FROM journal WHERE command = 'case.told' AND json_extract(label, '$.release') = @release ORDER BY seq DESC LIMIT 1").get({ release }) ?? null;
}

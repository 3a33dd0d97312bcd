import type { Database } from 'better-sqlite3';

/** Indexes that are filled in no order of their own: putting a row in costs as much as all else about it, building them at the end a third of that. */
const SCATTERED = ['link_to', 'link_from'] as const;
/** Building takes memory for all rows at once: about 60 bytes each. */
const MOST = 5_000_000;

/**
 * Puts the indexes of the ends of links off until many links are written. All within the caller's transaction: other connections keep theirs
 * until COMMIT, and a rollback or a crash leaves them as they were.
 */
export class LateIndexes {
  private readonly sql: string[] = [];

  constructor(private readonly db: Database) {}

  /**
   * Takes the indexes away if `expected` new links make building them anew cheaper than keeping them: a few rows more never rebuild what a
   * big case has. Where the case had links before, `link_from` stays, since imports look lasting links up by it.
   */
  putOff(expected: number, before: number): void {
    if (expected < before / 2 || expected + before > MOST) return;
    for (const name of SCATTERED) {
      if (name === 'link_from' && before > 0) continue;
      const sql = this.db.prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?").pluck().get(name);
      if (sql === undefined) continue;
      this.db.exec(`DROP INDEX ${name}`);
      this.sql.push(sql);
    }
  }

  /** Builds what was put off; `onEach` is called before each index and may throw to give up. */
  build(onEach: () => void): void {
    for (const sql of this.sql.splice(0)) {
      onEach();
      this.db.exec(sql);
    }
  }
}

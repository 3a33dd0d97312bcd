import type { Database } from 'better-sqlite3';

/** One step of the case's shape: a file of its own, numbered without gaps, never edited after a release. Runs inside one transaction. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (db: Database) => void;
}

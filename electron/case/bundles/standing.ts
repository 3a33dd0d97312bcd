import type { Database, Statement } from 'better-sqlite3';
import type { AppendedTable } from '../../../shared/model/patch';

/**
 * How a row of this id stands in the case. live: it is here. gone: it came with a bundle, and went with the undoing of that or because its sender took it back. local:
 * somebody here took it back, or had it erased. none: never seen.
 */
export type Standing = 'live' | 'gone' | 'local' | 'none';

export interface Found {
  readonly n: number;
  readonly standing: Standing;
  /** Came with a bundle. */
  readonly theirs: boolean;
}

interface Row { readonly n: number; readonly seq_retracted: number | null; readonly theirs: 0 | 1; readonly command: string | null; readonly erased: 0 | 1 }

const NONE: Found = { n: 0, standing: 'none', theirs: false };
/** The command that the journal knows the taking in of bundles by. */
export const UNITE = 'bundle.unite';

/** Looks ids up in the case as it was before a bundle is taken in. */
export class Standings {
  private readonly asked = new Map<AppendedTable, Statement<[string], Row>>();

  constructor(private readonly db: Database) {}

  find(table: AppendedTable, id: string): Found {
    let ask = this.asked.get(table);
    if (ask === undefined) {
      ask = this.db.prepare<[string], Row>(`SELECT n, seq_retracted, seq_added IN (SELECT seq FROM bundle_step) AS theirs, journal.command, EXISTS (SELECT 1 FROM erased WHERE erased.id = ${table}.id) AS erased FROM ${table} LEFT JOIN journal ON journal.seq = seq_retracted WHERE id = ?`);
      this.asked.set(table, ask);
    }
    const row = ask.get(id);
    if (row === undefined) return NONE;
    const standing = row.seq_retracted === null ? 'live' : row.command === UNITE && row.erased === 0 ? 'gone' : 'local';
    return { n: row.n, standing, theirs: row.theirs === 1 };
  }
}

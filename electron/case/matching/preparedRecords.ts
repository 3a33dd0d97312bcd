import type { Database } from 'better-sqlite3';
import { prepareRecord, type MatchVocabulary, type PreparedRecord } from '../../../shared/analysis/matching/matchRecord';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { recordsOf } from './records';

/** What is known of entities, read for comparing and kept: each is asked for once. */
export class PreparedRecords {
  private readonly prepared = new Map<number, PreparedRecord | null>();

  constructor(private readonly db: Database, private readonly catalogue: Catalogue, private readonly vocabulary: MatchVocabulary) {}

  /** Reads what will be compared, all at once. */
  read(keys: Iterable<number>): void {
    const missing = [...new Set(keys)].filter((n) => !this.prepared.has(n));
    const records = recordsOf(this.db, this.catalogue, missing);
    for (const n of missing) {
      const record = records.get(n);
      this.prepared.set(n, record === undefined ? null : prepareRecord(record, this.vocabulary));
    }
  }

  /** Null for what was not read, is not compared, or is gone. */
  of(n: number): PreparedRecord | null {
    return this.prepared.get(n) ?? null;
  }
}

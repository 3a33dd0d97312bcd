import type { Database } from 'better-sqlite3';
import type { Image } from '../../../shared/model/patch';
import type { StoredPatch } from '../journal';
import { query } from '../queries/statements';

interface Entry {
  readonly kind: 'do' | 'undo' | 'redo';
  readonly content: string;
}

/** Entries after a moment with the patch of the step that each made, took back or brought back, where that names any of these texts. */
const SINCE = `
  WITH entry(seq, kind, step) AS (
    SELECT seq, kind, CASE kind WHEN 'do' THEN seq WHEN 'undo' THEN refers ELSE (SELECT u.refers FROM journal u WHERE u.seq = journal.refers) END FROM journal WHERE seq > @seq AND kind <> 'note')
  SELECT entry.kind, coalesce(patch.content, patch.remainder) AS content FROM entry CROSS JOIN patch ON patch.seq = entry.step
  WHERE EXISTS (SELECT 1 FROM json_each(@names) name WHERE instr(coalesce(patch.content, patch.remainder), name.value) > 0) ORDER BY entry.seq`;

/** Of a row that is changed in place: how it was before the first change after a moment (null: it was not there), and how that change left it. */
export interface Rewound {
  readonly table: Image['table'];
  readonly key: string;
  readonly was: unknown;
  readonly after: unknown;
}

/**
 * Rows that are changed in place as they were after the entry `seq` of the journal: those that were changed since. What an erasure emptied is as if it had not been. `names`: texts
 * (ids, tables) of which a step must name one to be looked at.
 */
export function rewound(db: Database, seq: number, names: readonly string[]): Rewound[] {
  const found = new Map<string, Rewound>();
  for (const { kind, content } of query<Entry>(db, SINCE).iterate({ seq, names: JSON.stringify(names) })) {
    for (const { table, key, before, after } of (JSON.parse(content) as StoredPatch).images) {
      const mark = `${table} ${key}`;
      if (!found.has(mark)) found.set(mark, kind === 'undo' ? { table, key, was: after, after: before } : { table, key, was: before, after });
    }
  }
  return [...found.values()];
}

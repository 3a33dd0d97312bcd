import type { Database } from 'better-sqlite3';
import { movedBy } from '../apply';
import { touchedBy } from '../db/touched';
import { patchOf } from '../journal';

/** Rows that say how everything else is read: what changes them changes all. */
const DECIDING: ReadonlySet<string> = new Set(['source_evaluation', 'user_type', 'user_scheme']);

interface Entry {
  readonly seq: number;
  readonly kind: 'do' | 'undo' | 'redo' | 'note';
  readonly command: string;
  readonly refers: number | null;
}

/** Entities that steps after `seq` added, changed or took away, by their short keys; "all" where that cannot be told: codes of a source, types or schemes changed, or something was erased. */
export function changedSince(db: Database, seq: number): readonly number[] | 'all' {
  const refers = db.prepare<[number], number | null>('SELECT refers FROM journal WHERE seq = ?').pluck();
  const changed = new Set<number>();
  for (const entry of db.prepare<[number], Entry>('SELECT seq, kind, command, refers FROM journal WHERE seq > ? ORDER BY seq').all(seq)) {
    if (entry.command === 'case.erased') return 'all';
    if (entry.kind === 'note') continue;
    // A redo takes back an undo, which took back the step itself.
    const undone = entry.kind === 'redo' && entry.refers !== null ? refers.get(entry.refers) : entry.refers;
    const step = entry.kind === 'do' ? entry.seq : (undone ?? entry.seq);
    const patch = patchOf(db, step);
    if (patch?.images.some((image) => DECIDING.has(image.table)) === true) return 'all';
    for (const n of touchedBy(db, step, patch === null ? {} : movedBy(patch)).entities) changed.add(n);
  }
  return [...changed];
}

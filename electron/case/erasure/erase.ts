import { randomBytes } from 'node:crypto';
import type { ErasureCount, ErasureTarget } from '../../../shared/contract/erasing';
import type { Actor } from '../actor';
import { remainsHash } from '../journal';
import { forgetInExchanges } from '../blinding/hits';
import type { CaseStore } from '../store';
import { blank } from './blank';
import { countReach, documentsOf, originalsOf } from './count';
import { backupNames, finishErasure, FINISHING_STEPS } from './finish';
import { scrubPatches, scrubRows, scrubSearches, withEmptied } from './patches';
import { setPending } from './pending';
import { findReach, forgetReach, goneIds, spokenOf } from './reach';

export interface Erasure {
  readonly target: ErasureTarget;
  readonly reason: string;
  readonly basis: string;
  /** Also the backups made before. */
  readonly backups: boolean;
  /** Also the kept originals of files that said some of it, and their readable text. */
  readonly documents: boolean;
}
/** `complete` false: the rows are empty, but indexes, free pages or kept documents could not be cleared yet; the next opening of the case does that. */
export type Erased = ErasureCount & { readonly seq: number; readonly complete: boolean };

/** What an erasure would take; nothing is changed. Throws Failure nothingToErase. */
export function countErasure({ db, folder }: CaseStore, target: ErasureTarget): ErasureCount {
  try {
    findReach(db, target);
    return countReach(db, folder);
  } finally {
    forgetReach(db);
  }
}

/** Hashes that no other source rests on, of files whose originals are to go. */
function ownOf(originals: readonly { readonly n: number; readonly sha256: string }[], cited: (sha256: string, but: readonly number[]) => boolean): string[] {
  const but = originals.map(({ n }) => n);
  return [...new Set(originals.map(({ sha256 }) => sha256))].filter((sha256) => !cited(sha256, but));
}

/**
 * Empties the rows of what goes and journals that, in one transaction: it has happened or it has not. What then is left to do (kept documents, indexes, free
 * pages, backups) is written down in the same transaction, and done by finishErasure. Throws Failure nothingToErase, importRunning, diskFull.
 */
export function eraseRows(store: CaseStore, { target, reason, basis, backups, documents }: Erasure, actor: Actor): Omit<Erased, 'complete'> {
  const { db, folder } = store;
  let counted: ErasureCount | null = null;
  try {
    const { seq } = store.exceptional('case.erased', actor, (seq) => {
      findReach(db, target);
      counted = countReach(db, folder);
      const gone = withEmptied(db, goneIds(db));
      const originals = documents ? originalsOf(db) : [];
      const others = db.prepare<[string, string], number>('SELECT count(*) FROM source WHERE sha256 = ? AND n NOT IN (SELECT value FROM json_each(?))').pluck();
      const loose = [...documentsOf(db), ...ownOf(originals, (sha256, but) => (others.get(sha256, JSON.stringify(but)) ?? 0) > 0)];
      scrubSearches(db);
      const tables = scrubRows(db, gone);
      scrubPatches(db, gone);
      if (forgetInExchanges(db, spokenOf(db))) tables.push('blind_exchange');
      blank(db, store.catalogue, seq, originals.map(({ n }) => n));
      // A kept original that is gone cannot be opened at a row any more.
      db.prepare('UPDATE source SET sha256 = NULL, bytes = 0 WHERE n IN (SELECT value FROM json_each(?))').run(JSON.stringify(originals.map(({ n }) => n)));
      forgetShares(store, loose);
      setPending(db, { documents: loose, backups: backups ? backupNames(folder) : [] });
      counted = { ...counted, documents: loose.length, originals: counted.originals - originals.length };
      const { named: _named, backups: copies, ...counts } = counted;
      return {
        label: { ...counts, backups: backups ? copies : 0, remains: remainsHash(db) },
        beside: { salt: randomBytes(16).toString('hex'), reason, basis },
        tables: [...tables, 'source', 'entity', 'link', 'statement', 'judgement'], charts: db.prepare<[], string>('SELECT id FROM chart').pluck().all(),
      };
    });
    if (counted === null) throw new Error('nothing was counted');
    return { ...(counted as ErasureCount), seq };
  } finally {
    forgetReach(db);
  }
}

/** Copies of a share's files that go with the documents: the file itself lies with its service and is passed over until it changes there. */
function forgetShares({ db }: CaseStore, hashes: readonly string[]): void {
  const list = JSON.stringify(hashes);
  db.prepare('UPDATE share_file SET dismissed = 1 WHERE sha256 IN (SELECT value FROM json_each(?))').run(list);
  db.prepare('DELETE FROM share_version WHERE sha256 IN (SELECT value FROM json_each(?))').run(list);
}

/** What was emptied stays so; a full disk only puts off the rest. */
function finished(store: CaseStore, onStep: (done: number, total: number) => void): boolean {
  try {
    return finishErasure(store.db, store.folder, store.key, (done) => onStep(done + 1, FINISHING_STEPS + 1));
  } catch {
    return false;
  }
}

/** Erases for good and makes sure that nothing of it stays in the files of the case. Throws as eraseRows. */
export async function erase(store: CaseStore, erasure: Erasure, actor: Actor, onStep: (done: number, total: number) => void): Promise<Erased> {
  onStep(0, FINISHING_STEPS + 1);
  // The step must be seen before the case is busy with it.
  await new Promise((resolve) => setImmediate(resolve));
  const erased = eraseRows(store, erasure, actor);
  onStep(1, FINISHING_STEPS + 1);
  await new Promise((resolve) => setImmediate(resolve));
  return { ...erased, complete: finished(store, onStep) };
}

import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { KnownCase } from '../../../shared/contract/across';
import type { Id } from '../../../shared/model/ids';
import type { Across } from './store';

/** Days after which a case that nobody has seen is taken out: a stick in a drawer is not a case that is gone. */
export const UNSEEN_DAYS = 90;

/** What others are told of a case that has what they look for. */
export interface CaseFacts {
  readonly id: Id;
  readonly name: string;
  readonly reference: string;
  readonly owner: string;
  readonly folder: string;
}

/** How far the rows of a case follow it. */
export interface Followed {
  readonly n: number;
  readonly seq: number;
  readonly head: string;
  readonly rules: string;
}

const COLUMNS = 'id, name, reference, owner, missing_since AS missingSince';

/** The disk that a folder lies on; empty where it is not there. */
const deviceOf = (folder: string): string => String(statSync(folder, { throwIfNoEntry: false })?.dev ?? '');

/** Puts a case among those that others may know of, or what is new of it. Its rows come later. */
export function register(across: Across, { id, name, reference, owner, folder }: CaseFacts): void {
  const facts = { id, name, reference, owner, folder, device: deviceOf(folder) };
  const same = across.run((db) => db.prepare('SELECT 1 FROM known_case WHERE id = @id AND name = @name AND reference = @reference AND owner = @owner AND folder = @folder AND device = @device AND missing_since IS NULL').get(facts));
  if (same !== undefined) return;
  across.run((db) => db.prepare(`INSERT INTO known_case (id, name, reference, owner, folder, device) VALUES (@id, @name, @reference, @owner, @folder, @device)
    ON CONFLICT (id) DO UPDATE SET name = @name, reference = @reference, owner = @owner, folder = @folder, device = @device, missing_since = NULL`).run(facts));
}

/** Takes a case out with all its rows, and out of the file. False where it was not in. */
export function forget(across: Across, id: Id): boolean {
  if (across.run((db) => followed(db, id)) === null) return false;
  across.change((db) => {
    db.prepare('DELETE FROM known WHERE case_n = (SELECT n FROM known_case WHERE id = ?)').run(id);
    db.prepare('DELETE FROM known_case WHERE id = ?').run(id);
  });
  // What the log of the file still has of it goes now, unless another process reads just then.
  across.run((db) => db.pragma('wal_checkpoint(TRUNCATE)'));
  return true;
}

export const followed = (db: Database, id: Id): Followed | null => db.prepare<[string], Followed>('SELECT n, seq, head, rules FROM known_case WHERE id = ?').get(id) ?? null;

/** How many cases and rows there are, and cases whose folder was not there when it was looked. */
export function countAcross(across: Across, own: Id): { readonly cases: number; readonly rows: number; readonly missing: readonly KnownCase[] } {
  return across.run((db) => {
    const count = (sql: string): number => db.prepare<[string], number>(sql).pluck().get(own) ?? 0;
    return {
      cases: count('SELECT count(*) FROM known_case WHERE id <> ?'),
      rows: count('SELECT count(*) FROM known JOIN known_case ON known_case.n = known.case_n WHERE known_case.id = ?'),
      missing: db.prepare<[string], KnownCase>(`SELECT ${COLUMNS} FROM known_case WHERE id <> ? AND missing_since IS NOT NULL ORDER BY name`).all(own),
    };
  });
}

/** Cases by their number in the store. */
export const casesByNumber = (across: Across, numbers: readonly number[]): Map<number, KnownCase> => across.run((db) => new Map(
  db.prepare<[string], KnownCase & { n: number }>(`SELECT n, ${COLUMNS} FROM known_case WHERE n IN (SELECT value FROM json_each(?))`).all(JSON.stringify(numbers)).map(({ n, ...known }) => [n, known]),
));

/**
 * Looks whether the other cases are still where they were. One whose folder is gone from a disk that is there is taken out; one whose disk is not there is marked, and taken out
 * when nobody has seen it for 90 days. `now` is ISO, UTC.
 */
export function sweep(across: Across, own: Id, now: string): void {
  const others = across.run((db) => db.prepare<[string], { id: string; folder: string; device: string; missing: string | null }>('SELECT id, folder, device, missing_since AS missing FROM known_case WHERE id <> ?').all(own));
  const mark = (id: string, since: string | null): unknown => across.run((db) => db.prepare('UPDATE known_case SET missing_since = ? WHERE id = ?').run(since, id));
  const oldest = new Date(Date.parse(now) - UNSEEN_DAYS * 86_400_000).toISOString();
  for (const { id, folder, device, missing } of others) {
    if (existsSync(folder)) {
      if (missing !== null) mark(id, null);
    } else if (deviceOf(dirname(folder)) === device && device !== '') forget(across, id);
    else if (missing === null) mark(id, now);
    else if (missing < oldest) forget(across, id);
  }
}

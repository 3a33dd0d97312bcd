import type { Database } from 'better-sqlite3';
import type { Arrival, FileState } from './arrivals';

export interface ShareRecord {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly watched: boolean;
}

interface FileRow {
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
  readonly state: string;
  readonly sha256: string | null;
  readonly seen_first: string;
  readonly seen_last: string;
}

/** Keeps in the case which shares it looks into and what was seen there. Not journalled: it is where files come from, not what the case says. */
export class ShareStore {
  constructor(private readonly db: Database) {}

  list(): ShareRecord[] {
    return this.db.prepare<[], Omit<ShareRecord, 'watched'> & { watched: number }>('SELECT id, name, path, watched FROM share ORDER BY id').all().map((row) => ({ ...row, watched: row.watched !== 0 }));
  }

  add({ id, name, path, watched }: ShareRecord): void {
    this.db.prepare('INSERT INTO share (id, name, path, watched) VALUES (?, ?, ?, ?)').run(id, name, path, watched ? 1 : 0);
  }

  change(id: string, name: string, watched: boolean): void {
    this.db.prepare('UPDATE share SET name = ?, watched = ? WHERE id = ?').run(name, watched ? 1 : 0, id);
  }

  /** Takes a share away; returns the hashes that were kept of it. */
  remove(id: string): string[] {
    return this.db.transaction(() => {
      const hashes = this.db.prepare<[string, string], string>('SELECT sha256 FROM share_file WHERE share = ? AND sha256 IS NOT NULL UNION SELECT sha256 FROM share_version WHERE share = ?').pluck().all(id, id);
      for (const table of ['share_file', 'share_version']) this.db.prepare(`DELETE FROM ${table} WHERE share = ?`).run(id);
      this.db.prepare('DELETE FROM share WHERE id = ?').run(id);
      return hashes;
    }).immediate();
  }

  /** What was seen when the case was last open. What stood then as it stands now has stood still since. */
  known(share: string): Arrival[] {
    return this.db.prepare<[string], FileRow>('SELECT path, bytes, modified, state, sha256, seen_first, seen_last FROM share_file WHERE share = ?').all(share).map((row) => {
      const seenLast = Date.parse(row.seen_last);
      return { path: row.path, bytes: row.bytes, modified: row.modified, state: row.state as FileState, sha256: row.sha256, seenFirst: Date.parse(row.seen_first), seenLast, stillSince: seenLast, movingSince: seenLast, copied: null, triedAt: 0 };
    });
  }

  /** Notes what changed. Returns the files that have fully arrived by it. A file whose bytes changed is no longer dismissed. */
  save(share: string, files: readonly Arrival[], at: string): Arrival[] {
    const before = this.db.prepare<[string, string], { state: string; sha256: string | null; dismissed: number; bytes: number; modified: number; changed_at: string }>('SELECT state, sha256, dismissed, bytes, modified, changed_at FROM share_file WHERE share = ? AND path = ?');
    const put = this.db.prepare('INSERT OR REPLACE INTO share_file (share, path, bytes, modified, state, sha256, seen_first, seen_last, dismissed, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const version = this.db.prepare('INSERT OR IGNORE INTO share_version (share, path, sha256, kept_at) VALUES (?, ?, ?, ?)');
    return this.db.transaction(() => {
      const arrived: Arrival[] = [];
      for (const file of files) {
        const old = before.get(share, file.path);
        const same = old !== undefined && old.bytes === file.bytes && old.modified === file.modified;
        put.run(share, file.path, file.bytes, file.modified, file.state, file.sha256, new Date(file.seenFirst).toISOString(), new Date(file.seenLast).toISOString(), same ? old.dismissed : 0, same ? old.changed_at : at);
        if (file.state !== 'kept' || file.sha256 === null) continue;
        if (old?.sha256 !== file.sha256 && !(same && old.dismissed !== 0)) arrived.push(file);
        version.run(share, file.path, file.sha256, at);
      }
      return arrived;
    }).immediate();
  }

  /** Sets whether a file is passed over. Returns the hash that was kept of it, null when none was; undefined when there is no such file. */
  dismiss(share: string, path: string, dismissed: boolean): string | null | undefined {
    const row = this.db.prepare<[string, string], { sha256: string | null }>('SELECT sha256 FROM share_file WHERE share = ? AND path = ?').get(share, path);
    if (row === undefined) return undefined;
    this.db.prepare('UPDATE share_file SET dismissed = ? WHERE share = ? AND path = ?').run(dismissed ? 1 : 0, share, path);
    return row.sha256;
  }

  file(share: string, path: string): { readonly sha256: string | null; readonly bytes: number } | undefined {
    return this.db.prepare<[string, string], { sha256: string | null; bytes: number }>('SELECT sha256, bytes FROM share_file WHERE share = ? AND path = ?').get(share, path);
  }

  /** Whether a source (also one that an undo took out: a redo may bring it back) or a file that is not dismissed rests on these bytes. */
  isCited(sha256: string): boolean {
    return this.db.prepare('SELECT 1 WHERE EXISTS (SELECT 1 FROM source WHERE sha256 = @sha256) OR EXISTS (SELECT 1 FROM share_file WHERE sha256 = @sha256 AND dismissed = 0)').get({ sha256 }) !== undefined;
  }
}

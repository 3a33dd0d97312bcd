import type { Database } from 'better-sqlite3';
import type { CaseService } from '../../../shared/contract/caseService';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { ShareFileView } from '../../../shared/contract/sharing';
import { shownName } from '../shares/fileNames';

type Request = CaseService['requests']['case.shareFiles'];

interface Row {
  readonly share: string;
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
  readonly state: string;
  readonly sha256: string | null;
  readonly dismissed: number;
  readonly changed_at: string;
  readonly watched: number;
  readonly importedId: string | null;
  readonly importedTitle: string | null;
  readonly earlierId: string | null;
  readonly earlierTitle: string | null;
}

const SHOWN = {
  new: "f.dismissed = 0 AND imported.n IS NULL AND NOT (f.state = 'gone' AND f.sha256 IS NULL)",
  all: '1',
  dismissed: 'f.dismissed = 1',
} as const;

const IMPORTED = 'LEFT JOIN source imported ON imported.n = (SELECT min(n) FROM source WHERE sha256 = f.sha256 AND seq_retracted IS NULL)';

const FILES = `
  SELECT f.share, f.path, f.bytes, f.modified, f.state, f.sha256, f.dismissed, f.changed_at, share.watched, imported.id AS importedId, imported.title AS importedTitle,
    earlier.id AS earlierId, earlier.title AS earlierTitle
  FROM share_file f JOIN share ON share.id = f.share ${IMPORTED}
    LEFT JOIN source earlier ON earlier.n = (SELECT max(s.n) FROM share_version v JOIN source s ON s.sha256 = v.sha256 AND s.seq_retracted IS NULL WHERE v.share = f.share AND v.path = f.path AND v.sha256 <> f.sha256)
  WHERE (@share IS NULL OR f.share = @share) AND `;

/** The name without what changes from one delivery to the next: figures. Null when it has none. */
const series = (name: string): string | null => (/\d/.test(name) ? name.replace(/\d+/g, '#') : null);
const plain = (name: string): string => name.normalize('NFC').toLowerCase();

export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);
/** Whether two names differ in nothing but their figures: "list 3 May.csv" and "list 10 May.csv". */
export const isSeriesOf = (one: string, other: string): boolean => series(plain(one)) !== null && series(plain(one)) === series(plain(other));

/** Live imported files by their name, and by their name but for its figures; the latest of each. */
function sourcesByName(db: Database): { readonly of: (name: string) => { readonly id: string; readonly title: string; readonly why: 'name' | 'series' } | null } {
  const names = new Map<string, { id: string; title: string; sha256: string }>();
  const serieses = new Map<string, { id: string; title: string; sha256: string }>();
  for (const source of db.prepare<[], { id: string; title: string; sha256: string }>("SELECT id, title, sha256 FROM source WHERE kind = 'file' AND sha256 IS NOT NULL AND seq_retracted IS NULL ORDER BY n").iterate()) {
    names.set(plain(source.title), source);
    const key = series(plain(source.title));
    if (key !== null) serieses.set(key, source);
  }
  return {
    of: (name) => {
      const same = names.get(plain(name));
      if (same !== undefined) return { id: same.id, title: same.title, why: 'name' };
      const key = series(plain(name));
      const like = key === null ? undefined : serieses.get(key);
      return like === undefined ? null : { id: like.id, title: like.title, why: 'series' };
    },
  };
}

/** Of each content that stands in the shares, the file that brought it first. */
function firstOfEach(db: Database): ReadonlyMap<string, { readonly share: string; readonly path: string }> {
  const first = new Map<string, { share: string; path: string }>();
  // The latest come first, so that the earliest is what is left.
  for (const { sha256, ...place } of db.prepare<[], { sha256: string; share: string; path: string }>('SELECT sha256, share, path FROM share_file WHERE sha256 IS NOT NULL ORDER BY seen_first DESC, path DESC').iterate()) first.set(sha256, place);
  return first;
}

const iso = (milliseconds: number): string => (Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : '');

/** Files of the shares, what was last seen to change first, each with what the case knows of it. */
export function shareFiles(db: Database, { share, show, limit }: ParsedArgumentsOf<Request>): ResultOf<Request> {
  const given = { share: share ?? null, limit };
  const rows = db.prepare<typeof given, Row>(`${FILES}${SHOWN[show]} ORDER BY f.changed_at DESC, f.path LIMIT @limit`).all(given);
  const total = rows.length < limit ? rows.length : (db.prepare<typeof given, number>(`SELECT count(*) FROM share_file f ${IMPORTED} WHERE (@share IS NULL OR f.share = @share) AND @limit > 0 AND ${SHOWN[show]}`).pluck().get(given) ?? 0);
  const byName = sourcesByName(db);
  const firsts = firstOfEach(db);
  const files = rows.map((row): ShareFileView => {
    const cut = row.path.lastIndexOf('/');
    const name = shownName(row.path.slice(cut + 1));
    const imported = row.importedId !== null;
    const earlier = imported ? null : row.earlierId !== null ? { id: row.earlierId, title: row.earlierTitle ?? '', why: 'path' as const } : byName.of(name);
    const first = row.sha256 === null ? undefined : firsts.get(row.sha256);
    const sameAs = first === undefined || (first.share === row.share && first.path === row.path) ? null : shownName(first.path);
    const kept = row.sha256 !== null && (row.dismissed === 0 || imported);
    return {
      share: row.share, path: row.path, name, folder: shownName(row.path.slice(0, Math.max(0, cut))), bytes: row.bytes, modified: iso(row.modified), changedAt: row.changed_at,
      state: row.watched === 0 && row.state === 'arriving' ? 'listed' : (row.state as ShareFileView['state']), kept, dismissed: row.dismissed !== 0,
      importedAs: row.importedId === null ? null : { id: row.importedId, title: row.importedTitle ?? '' }, sameAs, earlier,
    };
  });
  return { files, total };
}

/** Numbers of files by share: all, and those that have fully arrived and are neither imported nor dismissed. */
export function shareCounts(db: Database): ReadonlyMap<string, { readonly files: number; readonly fresh: number }> {
  const rows = db.prepare<[], { share: string; files: number; fresh: number }>(`SELECT f.share, count(*) AS files, sum(f.sha256 IS NOT NULL AND f.dismissed = 0 AND imported.n IS NULL) AS fresh FROM share_file f ${IMPORTED} GROUP BY f.share`).all();
  return new Map(rows.map(({ share, files, fresh }) => [share, { files, fresh }]));
}

import type { Database } from 'better-sqlite3';
import type { Notice } from '../../../shared/contract/releasing';
import { releaseRecordSchema, type ReleaseRecord } from '../../../shared/model/release';
import { ImagedRows } from '../db/imaged';
import type { Ranges } from '../journal';
import { lastTold } from '../told';
import { query } from './statements';

/** Captions that remind of what was retracted. */
const EXAMPLES = 3;

interface Gone { readonly n: number; readonly seq: number }

const GONE = 'SELECT n, seq_retracted AS seq FROM statement WHERE seq_retracted > @seq ORDER BY n';
const CAPTIONS = `SELECT DISTINCT coalesce(e.caption, a.caption || ' – ' || b.caption) AS called FROM json_each(@keys) wanted CROSS JOIN statement s ON s.n = wanted.value
  LEFT JOIN entity e ON s.subject_kind = 'entity' AND e.n = s.subject LEFT JOIN link l ON s.subject_kind = 'link' AND l.n = s.subject
  LEFT JOIN entity a ON a.n = l.from_n LEFT JOIN entity b ON b.n = l.to_n WHERE called <> '' LIMIT @limit`;

/** All releases with what older versions did not store filled in, newest first. */
export function releasesOf(db: Database): ReleaseRecord[] {
  return new ImagedRows(db).list('release').map((record) => releaseRecordSchema.parse(record)).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
}

/** Those that lie in the ranges; both in rising order. */
function* within(gone: readonly Gone[], said: Ranges): Generator<Gone> {
  let at = 0;
  for (const each of gone) {
    while (at < said.length && (said[at]?.[1] ?? 0) < each.n) at += 1;
    const range = said[at];
    if (range === undefined) return;
    if (range[0] <= each.n) yield each;
  }
}

/**
 * Releases of which something was retracted since, with whom to tell (Directive 2016/680 art. 7(3)). What its recipient was told of already is listed as told; what
 * was retracted after that asks for another notice. Own use needs none.
 */
export function notices(db: Database): Notice[] {
  const releases = releasesOf(db).filter((release) => release.recipient !== '' && release.said.length > 0);
  if (releases.length === 0) return [];
  const gone = query<Gone>(db, GONE).all({ seq: Math.min(...releases.map((release) => release.seq)) });
  return releases.flatMap((release): Notice[] => {
    const since = [...within(gone, release.said.toSorted((a, b) => a[0] - b[0]))].filter(({ seq }) => seq > release.seq);
    if (since.length === 0) return [];
    const told = lastTold(db, release.id);
    const untold = told === null ? since : since.filter(({ seq }) => seq > told.seq);
    const shown = untold.length > 0 ? untold : since;
    const examples = query<{ called: string }>(db, CAPTIONS).all({ keys: JSON.stringify(shown.slice(0, 100).map(({ n }) => n)), limit: EXAMPLES }).map(({ called }) => called);
    return [{ release: release.id, recipient: release.recipient, recipientId: release.recipientId, title: release.title, at: release.at, format: release.format, statements: shown.length, examples, told: untold.length > 0 ? null : (told?.at ?? null) }];
  });
}

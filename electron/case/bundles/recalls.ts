import type { Database } from 'better-sqlite3';
import type { BundleManifest } from '../../../shared/model/bundle';
import { releaseRecordSchema } from '../../../shared/model/release';
import type { ReleaseRecord } from '../../../shared/model/release';
import { ImagedRows } from '../db/imaged';

const GONE = `SELECT statement.id FROM json_each(?) run CROSS JOIN statement ON n BETWEEN run.value ->> 0 AND run.value ->> 1 WHERE seq_retracted IS NOT NULL ORDER BY n`;
const GONE_JUDGEMENTS = 'SELECT judgement.id FROM bundle_sent JOIN judgement ON judgement.id = bundle_sent.judgement WHERE release = ? AND seq_retracted IS NOT NULL ORDER BY n';

export const releasesOf = (db: Database): ReleaseRecord[] => new ImagedRows(db).list('release').map((record) => releaseRecordSchema.parse(record));

/** What of one release does not hold any more: ids of statements and of judgements that were retracted since. */
export function goneOf(db: Database, release: Pick<ReleaseRecord, 'id' | 'said'>): string[] {
  const statements = db.prepare<[string], string>(GONE).pluck().all(JSON.stringify(release.said));
  return [...statements, ...db.prepare<[string], string>(GONE_JUDGEMENTS).pluck().all(release.id)];
}

/** What a recipient is asked to take back with the next bundle: all that went to it in whatever way and was retracted since, by the release that it went with. */
export function recallsFor(db: Database, recipient: string): BundleManifest['recalls'] {
  return releasesOf(db).filter((release) => release.recipientId === recipient && release.kind !== 'notice').map((release) => ({ release: release.id, statements: goneOf(db, release), reason: '' })).filter(({ statements }) => statements.length > 0);
}

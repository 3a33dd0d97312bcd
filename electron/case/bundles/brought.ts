import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/ids';

const MOST = 5000;

/** Entities of which a bundle that was taken in said something that was new here, as far as they stand; what was linked most first. */
export function broughtBy(db: Database, bundle: Id): Id[] {
  return db.prepare<[{ bundle: Id; most: number }], Id>(`SELECT entity.id FROM taken_bundle JOIN entity ON entity.n IN (
      SELECT statement.subject FROM statement WHERE statement.seq_added = taken_bundle.content ->> '$.seq' AND statement.subject_kind = 'entity')
    WHERE taken_bundle.id = @bundle AND entity.seq_retracted IS NULL ORDER BY entity.links DESC, entity.id LIMIT @most`).pluck().all({ bundle, most: MOST });
}

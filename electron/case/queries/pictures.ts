import type { Database } from 'better-sqlite3';
import type { ParsedArgumentsOf, ResultOf } from '../../../shared/contract/definition';
import type { picturesRequests } from '../../../shared/contract/pictures';
import type { Id } from '../../../shared/model/ids';
import { LARGEST_PICTURE, type KeptBytes } from './exhibits';
import { pictureSize } from './pictureSize';
import { query } from './statements';

type Listed = ResultOf<(typeof picturesRequests)['case.pictures']>;
type Picture = ResultOf<(typeof picturesRequests)['case.picture']>;

/** Kept pictures among the sources, those that say something of `about` first, then the newest. */
export function pictures(db: Database, { about }: ParsedArgumentsOf<(typeof picturesRequests)['case.pictures']>): Listed {
  const rows = query<Omit<Listed[number], 'about'> & { about: number }>(db, `
    SELECT source.id AS source, title, supplier, received_at AS receivedAt, bytes,
      EXISTS (SELECT 1 FROM json_each(@about) wanted CROSS JOIN entity e ON e.id = wanted.value CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = e.n WHERE s.source = source.n AND s.seq_retracted IS NULL) AS about
    FROM source WHERE seq_retracted IS NULL AND sha256 IS NOT NULL AND media_type IN ('image/png', 'image/jpeg') AND bytes <= @largest ORDER BY about DESC, received_at DESC, n DESC LIMIT 500`)
    .all({ about: JSON.stringify(about), largest: LARGEST_PICTURE });
  return rows.map((row) => ({ ...row, about: row.about !== 0 }));
}

/** One kept picture with its bytes; null where there is none to be shown. */
export function picture(db: Database, kept: KeptBytes, source: Id): Picture {
  const row = query<{ sha256: string; bytes: number }>(db, "SELECT sha256, bytes FROM source WHERE id = @source AND seq_retracted IS NULL AND sha256 IS NOT NULL AND media_type IN ('image/png', 'image/jpeg') AND bytes <= @largest").get({ source, largest: LARGEST_PICTURE });
  const bytes = row === undefined ? null : kept(row.sha256, row.bytes);
  const size = bytes === null ? null : pictureSize(bytes);
  return bytes === null || size === null ? null : { mediaType: size.mediaType, bytes: new Uint8Array(bytes) };
}

/** Whether some chart shows a cut of a picture. */
export const isDrawn = (db: Database, source: Id): boolean => query<{ n: number }>(db, 'SELECT 1 AS n FROM chart_item WHERE style IS NOT NULL AND instr(style, @source) > 0 LIMIT 1').get({ source }) !== undefined;

import type { Database } from 'better-sqlite3';
import type { GatheredExhibit, GatheredPicture } from '../../../shared/briefing/material';
import type { Id } from '../../../shared/model/ids';
import { STANDS_IN_SOURCE } from '../releasable/selection';
import { pictureSize } from './pictureSize';
import { query } from './statements';
import { storedHandling } from './stored';

/** Reads a kept document; null where it is not kept. */
export type KeptBytes = (sha256: string, size: number) => Uint8Array | null;

/** Pictures beyond this are named, not shown: no page shows so much. */
export const LARGEST_PICTURE = 25 * 1024 * 1024;

interface SourceRow {
  readonly n: number;
  readonly id: Id;
  readonly title: string;
  readonly supplier: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly mediaType: string;
  readonly handling: string;
  readonly receivedAt: string;
}

const SOURCES = `SELECT n, source.id, title, supplier, sha256, bytes, media_type AS mediaType, handling, received_at AS receivedAt
  FROM json_each(@ids) wanted CROSS JOIN source ON source.id = wanted.value WHERE seq_retracted IS NULL`;

const SAID = `SELECT DISTINCT s.source, CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling
  FROM json_each(@keys) wanted CROSS JOIN source ON source.n = wanted.value CROSS JOIN statement s ON s.source = source.n WHERE ${STANDS_IN_SOURCE} ORDER BY handling`;

const isPicture = (mediaType: string): boolean => mediaType.startsWith('image/');

function pictureOf({ sha256, bytes, mediaType }: SourceRow, kept: KeptBytes): GatheredPicture | null {
  if (sha256 === null || !isPicture(mediaType) || bytes > LARGEST_PICTURE) return null;
  const read = kept(sha256, bytes);
  const size = read === null ? null : pictureSize(read);
  return read === null || size === null ? null : { ...size, data: Buffer.from(read).toString('base64') };
}

/** Kept documents with the handling of all that they say; bytes only of pictures that are to be shown. Those that are gone are left out. */
export function exhibitsOf(db: Database, named: readonly Id[], shown: ReadonlySet<Id>, kept: KeptBytes): GatheredExhibit[] {
  if (named.length === 0) return [];
  const rows = query<SourceRow>(db, SOURCES).all({ ids: JSON.stringify([...new Set(named)]) });
  const said = new Map<number, string[]>();
  for (const { source, handling } of query<{ source: number; handling: string }>(db, SAID).all({ keys: JSON.stringify(rows.map(({ n }) => n)) })) said.set(source, [...(said.get(source) ?? []), handling]);
  return rows.map((row) => ({
    source: row.id, title: row.title, supplier: row.supplier, sha256: row.sha256, receivedAt: row.receivedAt, handling: storedHandling(row.handling), said: (said.get(row.n) ?? []).map(storedHandling),
    picture: shown.has(row.id) ? pictureOf(row, kept) : null,
  }));
}

const PORTRAITS = `SELECT DISTINCT source.id FROM json_each(@keys) wanted CROSS JOIN statement s ON s.subject_kind = 'entity' AND s.subject = wanted.value JOIN source ON source.n = s.source
  WHERE s.seq_retracted IS NULL AND source.seq_retracted IS NULL AND source.media_type LIKE 'image/%' ORDER BY source.n`;

/** Pictures that say something of these entities. */
export const picturesOf = (db: Database, entities: readonly number[]): Id[] => (entities.length === 0 ? [] : query<{ id: Id }>(db, PORTRAITS).all({ keys: JSON.stringify(entities) }).map(({ id }) => id));

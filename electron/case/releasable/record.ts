import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import { releaseRecordSchema, type ReleaseRecord } from '../../../shared/model/release';
import type { z } from 'zod';
import type { Actor } from '../actor';
import { recipientOf } from './audience';

type Released = Omit<z.input<typeof releaseRecordSchema>, 'id' | 'at' | 'by' | 'recipient' | 'recipientId' | 'purpose' | 'reason' | 'basis' | 'copyNumber' | 'expires' | 'briefing' | 'pages'>;

/** The person who lets something out, with their service. */
export const releasedBy = ({ name, service }: Actor): string => (service === '' ? name : `${name} (${service})`);

/**
 * The whole record of a release, for the command release.record: for whom, why and by whom from `about` and `actor`, the rest as the writer found it.
 * `id` and `at`: where the file says them itself. Throws Failure recipientNotFound.
 */
export function releaseOf(db: Database, about: ReleaseAbout, actor: Actor, released: Released & Partial<Pick<ReleaseRecord, 'id' | 'at' | 'briefing' | 'pages'>>): ReleaseRecord {
  const { purpose, reason, basis, copyNumber, expires } = about;
  return releaseRecordSchema.parse({
    id: newId(), at: new Date().toISOString(), briefing: null, pages: 0,
    ...released,
    recipient: about.recipient === null ? '' : recipientOf(db, about.recipient).name, recipientId: about.recipient, by: releasedBy(actor), purpose, reason, basis, copyNumber, expires,
  });
}

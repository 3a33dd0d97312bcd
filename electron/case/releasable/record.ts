import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import { releaseRecordSchema, type ReleaseRecord } from '../../../shared/model/release';
import type { z } from 'zod';
import type { Actor } from '../actor';
import type { Ranges } from '../journal';
import { recipientOf } from './audience';

/** What a writer knows of a file that it wrote and read back: the part of a release's record that no other way of asking gives. */
export interface Left {
  readonly sha256: string;
  readonly bytes: number;
  /** Journal number that it shows. */
  readonly seq: number;
  /** Marking of the whole, in words. */
  readonly marking: string;
  /** What was looked for after writing, and how many statements were held back. */
  readonly check: { readonly searched: number; readonly withheld: number };
  readonly permissions: readonly string[];
  /** Statements that went out, by their short key. */
  readonly said: Ranges;
}

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

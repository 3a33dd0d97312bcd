import type { Database } from 'better-sqlite3';
import { INTERNAL, type Audience } from '../../../shared/briefing/audience';
import { keyText } from '../../../shared/commands/image';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import { Failure } from '../../../shared/contract/failure';
import { recipientRecordSchema, type RecipientRecord } from '../../../shared/model/recipient';
import { ImagedRows } from '../db/imaged';
import { readSettings } from '../settings';

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** The day on this machine's calendar: permissions begin and end on days as people write them. "2026-05-03". */
export const dayOf = (moment: Date): string => `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;

/** A recipient as it stands now, with what older versions did not store filled in. Throws Failure recipientNotFound. */
export function recipientOf(db: Database, id: string): RecipientRecord {
  const stored = new ImagedRows(db).read('recipient', keyText(id));
  if (stored === null) throw new Failure('recipientNotFound');
  return recipientRecordSchema.parse(stored);
}

/** All recipients, by name. */
export function recipientsOf(db: Database): RecipientRecord[] {
  const stored = new ImagedRows(db).list('recipient').map((record) => recipientRecordSchema.parse(record));
  return stored.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/**
 * For whom something leaves, as the gate asks it, on the day `on` ("2026-05-03"). No recipient is the service's own use, which nothing but purpose "internal"
 * can be. Throws Failure recipientNotFound, and recipientWithoutRights where nothing is known of what they may see.
 */
export function audienceOf(db: Database, { recipient, purpose }: Pick<ReleaseAbout, 'recipient' | 'purpose'>, on: string = dayOf(new Date())): Audience {
  if (recipient === null) {
    if (purpose !== 'internal') throw new Failure('recipientNotFound');
    return { ...INTERNAL, on };
  }
  const { id, name, service, rights, permissions } = recipientOf(db, recipient);
  if (rights === null) throw new Failure('recipientWithoutRights', { name });
  return { recipient: { id, name, service, rights, permissions }, purpose, on, unmarked: readSettings(db).marking };
}

/** True when the gate holds nothing back from this audience, so that nothing need be asked. */
export const seesAll = ({ recipient, purpose }: Audience): boolean => recipient === null && purpose === 'internal';

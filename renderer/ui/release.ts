import type { ReleaseAbout } from '../../shared/contract/releasing';
import type { RecipientRecord } from '../../shared/model/recipient';

/** For own use, with nothing said yet. */
export const OWN_USE: ReleaseAbout = { recipient: null, purpose: 'internal', reason: '', basis: '', copyNumber: '1', expires: null };

/** For a recipient: with the purpose that is usual for it. */
export const aboutFor = (recipient: RecipientRecord, about: ReleaseAbout = OWN_USE): ReleaseAbout => ({ ...about, recipient: recipient.id, purpose: recipient.purpose });

/** What is missing before something may leave; null when nothing is. What leaves the service needs a recipient with rights, a reason and a basis. */
export function releaseProblem(about: ReleaseAbout, recipients: readonly RecipientRecord[]): 'noRecipient' | 'noRights' | 'noReason' | 'noBasis' | null {
  const recipient = recipients.find((each) => each.id === about.recipient);
  if (about.recipient === null) return about.purpose === 'internal' ? null : 'noRecipient';
  if (recipient === undefined) return 'noRecipient';
  if (recipient.rights === null) return 'noRights';
  if (about.reason.trim() === '') return 'noReason';
  return about.basis.trim() === '' ? 'noBasis' : null;
}

import type { Database } from 'better-sqlite3';
import { serviceKey } from '../../../shared/briefing/gate';
import type { z } from 'zod';
import type { signerSchema } from '../../../shared/contract/blinding';
import type { WorkstationKeys } from '../../../shared/contract/lifecycle';
import { fingerprintOf, signingKeyOf } from '../bundles/identity';
import { recipientsOf } from '../releasable/audience';

export type Signer = z.infer<typeof signerSchema>;

/** Who signed a file, as far as the recipients of this case tell: by their cards, else by the service that it names. */
export function signerOf(db: Database, keys: WorkstationKeys, { service, signingKey }: { readonly service: string; readonly signingKey: string }): Signer {
  const fingerprint = fingerprintOf(signingKey);
  if (signingKey === signingKeyOf(keys)) return { state: 'own', fingerprint, recipient: null };
  const recipients = recipientsOf(db).filter(({ retired }) => !retired);
  const known = recipients.find((each) => each.signingKey === signingKey);
  if (known !== undefined) return { state: 'known', fingerprint, recipient: known.id };
  const name = serviceKey(service);
  const named = recipients.filter((each) => name !== '' && (serviceKey(each.service) === name || serviceKey(each.name) === name));
  const keyless = named.find((each) => each.signingKey === null);
  return { state: keyless === undefined && named.length > 0 ? 'changed' : 'new', fingerprint, recipient: keyless?.id ?? null };
}

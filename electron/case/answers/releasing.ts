import type { releasingRequests } from '../../../shared/contract/releasing';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';
import { notices, releasesOf } from '../queries/notices';
import { withheld } from '../queries/withheld';
import { audienceOf, recipientOf, recipientsOf } from '../releasable/audience';

/** Answers of the case about recipients and releases. They are about the case itself, also while it is seen as a recipient would. */
export function releasingHandlers({ open, person, viewing, progress }: Served): Handlers<{ readonly requests: typeof releasingRequests; readonly events: Events }> {
  const { store } = open;
  const { db } = store;
  const purposeOf = (recipient: string): ReturnType<typeof recipientOf>['purpose'] => recipientOf(db, recipient).purpose;
  return {
    'case.recipients': () => recipientsOf(db),
    'case.releases': () => releasesOf(db).map((release) => ({ ...release, said: [] })),
    'case.viewAs': ({ recipient, purpose }) => (recipient === null ? viewing.end() : viewing.as({ recipient, purpose: purpose ?? purposeOf(recipient) }, person.actor, (step) => progress({ job: 'viewAs', ...step }))),
    'case.withheld': ({ recipient, purpose, chart, limit }) => withheld(db, store.catalogue, audienceOf(db, { recipient, purpose: purpose ?? purposeOf(recipient) }), { chart, limit }),
    'case.notices': () => notices(db),
  };
}

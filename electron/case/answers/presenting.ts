import type { Events, Handlers } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { snapshotRequests } from '../../../shared/contract/snapshots';
import type { Served } from '../handlers';
import { compareSnapshots } from '../queries/compareSnapshots';
import { presentations, presentationsFor } from '../queries/presentations';
import { snapshotsOf } from '../queries/snapshots';

/** Answers of the case about snapshots of charts, and about presentations made of them: who shows one to an audience is put on record. */
export function presentingHandlers({ open, person, viewing, consultations }: Served): Handlers<{ readonly requests: typeof snapshotRequests; readonly events: Events }> {
  const { store } = open;
  return {
    'case.snapshotsOf': (args) => snapshotsOf(store.db, args),
    'case.compareSnapshots': (args) => compareSnapshots(store.db, store.catalogue, args),
    'case.presentations': () => (viewing.recipient === null ? presentations(store.db) : presentationsFor(store.db, viewing.reading)),
    'case.beginShow': ({ presentation: id }) => {
      const found = presentations(store.db).find((each) => each.id === id);
      if (found === undefined) throw new Failure('subjectNotFound');
      consultations.presented(id, found.slides.length, viewing.recipient, person.actor);
      return {};
    },
  };
}

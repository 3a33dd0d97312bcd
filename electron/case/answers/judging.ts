import type { judgingRequests } from '../../../shared/contract/judging';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';
import { calibration } from '../matching/calibration';
import { pairOf } from '../matching/pair';
import { queueOf } from '../matching/queue';
import { matchingOf } from '../matching/standing';
import { identityView } from '../queries/identityView';

/** Answers of the case about who is who. */
export function judgingHandlers({ open: { store }, person, consultations, matcher, viewing }: Served): Handlers<{ readonly requests: typeof judgingRequests; readonly events: Events }> {
  const { db } = store;
  return {
    'case.queue': (args) => queueOf(db, store.catalogue, args),
    'case.pair': (args) => {
      const beside = pairOf(db, store.catalogue, args);
      // All that is said of both is read then, as when each is opened.
      for (const { id, type } of [beside.pair.left, beside.pair.right]) consultations.opened({ id, type }, person.actor);
      return beside;
    },
    'case.identityOf': (args) => identityView(viewing.reading.db, viewing.reading.catalogue, viewing.reading.identity, args),
    'case.setIdentity': ({ mode }) => {
      viewing.setIdentity(mode);
      return { mode };
    },
    'case.matching': () => matchingOf(db, store.catalogue, matcher.status()),
    'case.matchAgain': () => {
      matcher.again();
      return {};
    },
    'case.calibrate': () => calibration(db, store.catalogue),
  };
}

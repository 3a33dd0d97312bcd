import type { judgingRequests } from '../../../shared/contract/judging';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { Served } from '../handlers';
import { calibration } from '../matching/calibration';
import { pairOf } from '../matching/pair';
import { queueOf } from '../matching/queue';
import { matchingOf } from '../matching/standing';

/** Answers of the case about who is who. */
export function judgingHandlers({ open: { store }, matcher }: Served): Handlers<{ readonly requests: typeof judgingRequests; readonly events: Events }> {
  const { db } = store;
  const missing = (): never => {
    throw new Failure('internal');
  };
  return {
    'case.queue': (args) => queueOf(db, store.catalogue, args),
    'case.pair': (args) => pairOf(db, store.catalogue, args),
    'case.identityOf': missing,
    'case.setIdentity': missing,
    'case.matching': () => matchingOf(db, store.catalogue, matcher.status()),
    'case.matchAgain': () => {
      matcher.again();
      return {};
    },
    'case.calibrate': () => calibration(db, store.catalogue),
  };
}

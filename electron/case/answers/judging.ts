import type { judgingRequests } from '../../../shared/contract/judging';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { Failure } from '../../../shared/contract/failure';
import type { Served } from '../handlers';

/** Answers of the case about who is who. */
export function judgingHandlers(_served: Served): Handlers<{ readonly requests: typeof judgingRequests; readonly events: Events }> {
  const missing = (): never => {
    throw new Failure('internal');
  };
  return { 'case.queue': missing, 'case.pair': missing, 'case.identityOf': missing, 'case.setIdentity': missing, 'case.matching': missing, 'case.matchAgain': missing, 'case.calibrate': missing };
}

import type { releasingRequests } from '../../../shared/contract/releasing';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case about releasing. */
export function releasingHandlers(_served: Served): Handlers<{ readonly requests: typeof releasingRequests; readonly events: Events }> {
  throw new Error('not written yet');
}

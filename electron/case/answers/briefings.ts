import type { briefingsRequests } from '../../../shared/contract/briefings';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case about briefings. */
export function briefingsHandlers(_served: Served): Handlers<{ readonly requests: typeof briefingsRequests; readonly events: Events }> {
  throw new Error('not written yet');
}

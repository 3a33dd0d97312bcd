import type { erasingRequests } from '../../../shared/contract/erasing';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case about erasing. */
export function erasingHandlers(_served: Served): Handlers<{ readonly requests: typeof erasingRequests; readonly events: Events }> {
  throw new Error('not written yet');
}

import type { qualityRequests } from '../../../shared/contract/quality';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case: a part of all. */
export function qualityHandlers(_served: Served): Handlers<{ readonly requests: typeof qualityRequests; readonly events: Events }> {
  return {};
}

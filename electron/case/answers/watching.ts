import type { watchingRequests } from '../../../shared/contract/watching';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case: a part of all. */
export function watchingHandlers(_served: Served): Handlers<{ readonly requests: typeof watchingRequests; readonly events: Events }> {
  return {};
}

import type { blindingRequests } from '../../../shared/contract/blinding';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case: a part of all. */
export function blindingHandlers(_served: Served): Handlers<{ readonly requests: typeof blindingRequests; readonly events: Events }> {
  return {};
}

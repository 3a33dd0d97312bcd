import type { acrossRequests } from '../../../shared/contract/across';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case: a part of all. */
export function acrossHandlers(_served: Served): Handlers<{ readonly requests: typeof acrossRequests; readonly events: Events }> {
  return {};
}

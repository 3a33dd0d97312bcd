import type { evaluatingRequests } from '../../../shared/contract/evaluating';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case about evaluating. */
export function evaluatingHandlers(_served: Served): Handlers<{ readonly requests: typeof evaluatingRequests; readonly events: Events }> {
  throw new Error('not written yet');
}

import type { bundlingRequests } from '../../../shared/contract/bundling';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';

/** Answers of the case about bundling. */
export function bundlingHandlers(_served: Served): Handlers<{ readonly requests: typeof bundlingRequests; readonly events: Events }> {
  throw new Error('not written yet');
}

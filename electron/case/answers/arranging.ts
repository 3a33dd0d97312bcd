import type { arrangingRequests } from '../../../shared/contract/arranging';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';
import { arrangement, movedSince } from '../queries/arrangement';

/** Answers of the case about where items of a chart stand and stood. */
export function arrangingHandlers({ open }: Served): Handlers<{ readonly requests: typeof arrangingRequests; readonly events: Events }> {
  const { store } = open;
  return {
    'case.arrangement': (args) => arrangement(store.db, store.opened, args),
    'case.movedSince': (args) => movedSince(store.db, args),
  };
}

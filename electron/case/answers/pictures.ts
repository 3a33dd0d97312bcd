import type { picturesRequests } from '../../../shared/contract/pictures';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { withKept } from '../db/kept';
import type { Served } from '../handlers';
import { picture, pictures } from '../queries/pictures';

/** Answers of the case about pictures that are sources. */
export function picturesHandlers({ open: { store } }: Served): Handlers<{ readonly requests: typeof picturesRequests; readonly events: Events }> {
  return {
    'case.pictures': (args) => pictures(store.db, args),
    'case.picture': ({ source }) => withKept(store, (kept) => picture(store.db, kept, source)),
  };
}

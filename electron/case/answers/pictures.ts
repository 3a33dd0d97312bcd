import type { picturesRequests } from '../../../shared/contract/pictures';
import type { Events, Handlers } from '../../../shared/contract/definition';
import { withKept } from '../db/kept';
import type { Served } from '../handlers';
import { isDrawn, picture, pictures } from '../queries/pictures';

/** Answers of the case about pictures that are sources. */
export function picturesHandlers({ open: { store }, person, consultations }: Served): Handlers<{ readonly requests: typeof picturesRequests; readonly events: Events }> {
  return {
    'case.pictures': (args) => pictures(store.db, args),
    'case.picture': ({ source }) => {
      const found = withKept(store, (kept) => picture(store.db, kept, source));
      // Drawing a chart is no look into the documents that its photographs come from.
      if (found !== null && !isDrawn(store.db, source)) consultations.read(source, person.actor);
      return found;
    },
  };
}

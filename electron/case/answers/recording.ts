import type { recordingRequests } from '../../../shared/contract/recording';
import type { Events, Handlers } from '../../../shared/contract/definition';
import type { Served } from '../handlers';
import { releaseOf } from '../releasable/record';
import { Runs } from '../releasable/runs';

const KEYS = 'SELECT n FROM statement WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n';

/** Answers of the case about documents that main wrote. */
export function recordingHandlers({ open, person }: Served): Handlers<{ readonly requests: typeof recordingRequests; readonly events: Events }> {
  const { store } = open;
  return {
    'case.recordRelease': ({ about, written, statements }) => {
      const said = new Runs();
      for (const n of store.db.prepare<[string], number>(KEYS).pluck().iterate(JSON.stringify(statements))) said.add(n);
      const release = releaseOf(store.db, about, person.actor, { ...written, said: said.ranges().map(([first, last]) => [first, last]) });
      store.execute({ command: 'release.record', args: release }, person.actor);
      return { ...release, said: [] };
    },
  };
}

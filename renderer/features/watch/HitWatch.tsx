import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '../../actions/session';
import { openHits } from '../../actions/watch';
import { useCaseConnection } from '../../ipc/caseConnection';
import { notify } from '../../ui/notices';

/** Keeps the panel and the count on the rail with what matching finds, and says once, when it comes to rest, that there are new hits. */
export function HitWatch(): null {
  const connection = useCaseConnection();
  const queries = useQueryClient();
  useEffect(() => {
    if (connection === null) return;
    let known: number | null = null;
    let shown: number | null = null;
    const count = (): Promise<void> => connection.client['case.watchLists']({}).then(({ open }) => { known = open; }, () => undefined);
    void count();
    const stopChanged = connection.listen('case.changed', ({ tables }) => {
      // What a person judges or loads is no news to that person.
      if (tables.includes('watch_verdict')) void count();
    });
    const stop = connection.listen('case.matched', ({ working, hits }) => {
      if (hits !== shown) {
        shown = hits;
        void queries.invalidateQueries({ queryKey: ['case', 'case.watchLists'] });
        void queries.invalidateQueries({ queryKey: ['case', 'case.watchHits'] });
      }
      // Whoever sees the case as a recipient is told afterwards.
      if (working || session().viewingAs !== null) return;
      const more = known === null ? 0 : hits - known;
      known = hits;
      if (more > 0) notify('watch:newHits', { count: more }, 'none', { key: 'watch:show', run: () => openHits() });
    });
    return () => {
      stop();
      stopChanged();
    };
  }, [connection, queries]);
  return null;
}

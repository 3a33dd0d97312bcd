import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { runActionById } from '../actions/registry';
import { refreshRecent } from '../actions/caseActions';
import { changeSession, INITIAL_SESSION, session } from '../actions/session';
import { listenApp } from '../ipc/app';
import { useCaseConnection } from '../ipc/caseConnection';
import { notify } from '../ui/notices';

/** The list of files of shares is asked for at most so often, ms. */
const SHARE_PAUSE = 700;

/** What the whole window stands on: answered to all eyes, so that it is replaced at once. */
const STEADY: ReadonlySet<unknown> = new Set(['case.info', 'case.catalogue', 'case.charts']);

/** Follows what main and the case process announce. */
export function useAppEvents(): void {
  const queries = useQueryClient();
  const connection = useCaseConnection();

  useEffect(() => {
    const stops = [
      listenApp('app.action', ({ id }) => runActionById(id)),
      listenApp('app.themeChanged', ({ systemDark }) => changeSession({ systemDark })),
      listenApp('app.caseOpened', (open) => changeSession({ open, dialog: null })),
      listenApp('app.caseClosed', ({ reason }) => {
        const { settings, version, defaultFolder, recent, systemDark } = session();
        changeSession({ ...INITIAL_SESSION, settings, version, defaultFolder, recent, systemDark });
        if (reason === 'crashed') notify('app:caseCrashed', {}, 'warning');
        void refreshRecent();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);

  useEffect(() => {
    if (!connection) return;
    void connection.client['case.info']({}).then((info) => changeSession({ history: info.history }), () => undefined);
    const stop = connection.listen('case.changed', ({ history }) => {
      changeSession({ history });
      void queries.invalidateQueries({ queryKey: ['case'] });
    });
    const stopViewing = connection.listen('case.viewing', ({ recipient }) => {
      if (recipient === null) changeSession({ viewingAs: null });
      // Not one answer that was given to other eyes stays on show, also where the new ones are refused one.
      void queries.resetQueries({ queryKey: ['case'], predicate: ({ queryKey }) => !STEADY.has(queryKey[1]) });
      void queries.invalidateQueries({ queryKey: ['case'], predicate: ({ queryKey }) => STEADY.has(queryKey[1]) });
    });
    const stopIdentity = connection.listen('case.identity', ({ mode }) => {
      changeSession({ identity: mode });
      void queries.invalidateQueries({ queryKey: ['case'] });
    });
    // A file that arrives is said, and many changes in a row make one question.
    let asking: ReturnType<typeof setTimeout> | null = null;
    const stopShares = connection.listen('case.shareChanged', ({ files, arrived, count }) => {
      const [file] = arrived;
      if (file !== undefined) notify(count === 1 ? 'shares:arrivedOne' : 'shares:arrivedMany', { file, count, others: count - 1 });
      void queries.invalidateQueries({ queryKey: ['case', 'case.shares'] });
      if (!files || asking !== null) return;
      asking = setTimeout(() => {
        asking = null;
        void queries.invalidateQueries({ queryKey: ['case', 'case.shareFiles'] });
      }, SHARE_PAUSE);
    });
    return () => {
      stop();
      stopShares();
      stopViewing();
      stopIdentity();
      // A new connection starts with what was judged.
      changeSession({ identity: 'judged', judging: null });
      if (asking !== null) clearTimeout(asking);
      // When the connection goes, not when one comes: by then the panels have asked, and removing their questions would leave them without an answer.
      queries.removeQueries({ queryKey: ['case'] });
    };
  }, [connection, queries]);
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { runActionById } from '../actions/registry';
import { refreshRecent } from '../actions/caseActions';
import { changeSession, INITIAL_SESSION, session } from '../actions/session';
import { listenApp } from '../ipc/app';
import { useCaseConnection } from '../ipc/caseConnection';
import { notify } from '../ui/notices';

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
    return () => {
      stop();
      // When the connection goes, not when one comes: by then the panels have asked, and removing their questions would leave them without an answer.
      queries.removeQueries({ queryKey: ['case'] });
    };
  }, [connection, queries]);
}

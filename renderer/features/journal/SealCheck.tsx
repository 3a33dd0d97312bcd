import { useEffect } from 'react';
import { useCaseConnection } from '../../ipc/caseConnection';
import { appClient } from '../../ipc/app';
import { notify } from '../../ui/notices';

/** Compares the journal of a case that was opened with the seal that this workstation keeps of it, and says so where they do not fit. */
export function SealCheck(): null {
  const connection = useCaseConnection();
  useEffect(() => {
    if (connection === null) return;
    let gone = false;
    void appClient['app.checkSeal']({}).then(({ state, sealed, entries }) => {
      if (!gone && state !== 'none' && state !== 'fits') notify(`journal:seal.${state}`, { sealed, entries }, 'danger');
    }, () => undefined);
    return () => { gone = true; };
  }, [connection]);
  return null;
}

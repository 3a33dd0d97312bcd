import { useEffect } from 'react';
import { Failure } from '../../../shared/contract';
import { useCaseConnection } from '../../ipc/caseConnection';
import { notifyFailure } from '../../ui/notices';

/** Says, once, that what the workstation kept across its cases was damaged and had to be made anew. */
export function AcrossNotice(): null {
  const connection = useCaseConnection();
  useEffect(() => {
    if (connection === null) return;
    void connection.client['case.acrossState']({ news: true }).then(({ aside }) => {
      if (aside !== null) notifyFailure(new Failure('workstationStoreDamaged', { file: aside }));
    }, () => undefined);
  }, [connection]);
  return null;
}

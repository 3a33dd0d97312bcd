import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Failure, type CaseService, type ResultOf } from '../../../shared/contract';
import { LOOKING, lookingAt, showLooking } from '../../actions/quality';
import { useCaseConnection } from '../../ipc/caseConnection';

export type Looked = ResultOf<CaseService['requests']['case.quality']>;

/** Looking that is done sooner is not worth a word, ms. */
const UNSEEN = 300;

export interface Looking {
  readonly looked: Looked | undefined;
  readonly working: boolean;
  readonly error: Error | null;
  /** Looks anew, also where that takes long. */
  readonly again: () => void;
}

/** What was found in the open case; looks where nothing was, or where it takes no time. Progress and cancel stand in the status bar. */
export function useLooking(): Looking {
  const connection = useCaseConnection();
  const asked = useRef(false);
  const { data, error, isFetching, refetch } = useQuery<Looked, Error>({
    queryKey: ['case', 'case.quality'],
    queryFn: async () => {
      if (!connection) throw new Failure('caseNotOpen');
      const again = asked.current;
      asked.current = false;
      return await connection.client['case.quality']({ job: LOOKING, again });
    },
    enabled: connection !== null,
    retry: false,
  });
  useEffect(() => {
    if (!isFetching || connection === null) return;
    let end: (() => void) | null = null;
    const timer = setTimeout(() => { end = showLooking(); }, UNSEEN);
    const stop = connection.listen('case.progress', ({ job, done, total }) => {
      if (job === LOOKING && end !== null && total > 0) lookingAt(done, total);
    });
    return () => {
      clearTimeout(timer);
      stop();
      end?.();
    };
  }, [isFetching, connection]);
  return { looked: data, working: isFetching, error, again: () => { asked.current = true; void refetch(); } };
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseService, ResultOf } from '../../../shared/contract';
import { useCase } from '../../case/queries';
import { useCaseConnection } from '../../ipc/caseConnection';

export type Matching = ResultOf<CaseService['requests']['case.matching']>;

/** The queues are asked for at most so often while matching goes on, ms. */
const PAUSE = 1000;

/** How matching in the background stands, kept as it goes on; the queues follow it. Undefined until first answered. */
export function useMatching(): Matching | undefined {
  const connection = useCaseConnection();
  const queries = useQueryClient();
  const { data } = useCase('case.matching', {});
  useEffect(() => {
    if (!connection) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = connection.listen('case.matched', ({ working, done, behind }) => {
      queries.setQueryData<Matching>(['case', 'case.matching', {}], (before) => (before === undefined ? before : { ...before, working, done, behind }));
      timer ??= setTimeout(() => {
        timer = null;
        void queries.invalidateQueries({ queryKey: ['case', 'case.queue'] });
      }, PAUSE);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [connection, queries]);
  return data;
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PairView } from '../../../shared/contract/judging';
import { useCase } from '../../case/queries';
import { useCaseConnection } from '../../ipc/caseConnection';
import type { PairDetails } from './PropertyTable';

const NOBODY = ['', ''] as const;

interface PairOnShow {
  /** As its queue has it, then as it is when asked for by itself. */
  readonly pair: PairView | undefined;
  readonly details: PairDetails | undefined;
  readonly error: Error | null;
}

/** The pair in front: at once what its queue says of it (`known`), then all of it. The one that comes after is asked for ahead. */
export function usePair(current: readonly [string, string] | null, known: PairView | undefined, next: PairView | undefined): PairOnShow {
  const connection = useCaseConnection();
  const queries = useQueryClient();
  const [left, right] = current ?? NOBODY;
  const { data, error, isPlaceholderData } = useCase('case.pair', { left, right }, current !== null);
  const details = current === null || isPlaceholderData ? undefined : data;
  const [nextLeft, nextRight] = [next?.left.id, next?.right.id];
  useEffect(() => {
    if (!connection || nextLeft === undefined || nextRight === undefined) return;
    const args = { left: nextLeft, right: nextRight };
    void queries.prefetchQuery({ queryKey: ['case', 'case.pair', args], queryFn: () => connection.client['case.pair'](args) });
  }, [connection, queries, nextLeft, nextRight]);
  return { pair: details?.pair ?? known, details, error: current === null || isPlaceholderData ? null : error };
}

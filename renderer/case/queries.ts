import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Failure } from '../../shared/contract';
import type { ArgumentsOf, CaseService, ResultOf } from '../../shared/contract';
import { useCaseConnection } from '../ipc/caseConnection';

type Requests = CaseService['requests'];

/** Failures that asking again can mend. */
const PASSING: readonly string[] = ['connectionLost'];

/** The cache of what lists and details show. Nothing is fetched from a network, so it never waits for one; it goes stale only when the case changes. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, gcTime: 60_000, refetchOnWindowFocus: false, retry: (count, error) => count < 1 && error instanceof Failure && PASSING.includes(error.code) },
    },
  });
}

/**
 * Asks the open case and keeps the answer until the case changes. While new arguments are being answered the old answer stays on show.
 * Does not ask while no case is open or `enabled` is false.
 */
export function useCase<K extends keyof Requests & string>(name: K, args: ArgumentsOf<Requests[K]>, enabled = true): UseQueryResult<ResultOf<Requests[K]>, Error> {
  const connection = useCaseConnection();
  return useQuery<ResultOf<Requests[K]>, Error>({
    queryKey: ['case', name, args],
    queryFn: async () => {
      if (!connection) throw new Failure('caseNotOpen');
      return await connection.client[name](args);
    },
    enabled: enabled && connection !== null,
    placeholderData: keepPreviousData,
  });
}

import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Failure, type EntityView, type MentionView } from '../../../shared/contract';
import { useCaseConnection } from '../../ipc/caseConnection';

/** Pages that are asked about at once: what is in view comes first, and the thread is free for others in between. */
const CHUNK = 10;

export interface NearNames {
  readonly mentions: readonly MentionView[];
  readonly entities: readonly EntityView[];
  /** Something is still being looked for. */
  readonly looking: boolean;
}

/**
 * Names on these pages that may be somebody's in another spelling, asked for part by part, the part with the page that is read first. One part waits for the one before; what one could
 * not give is left out.
 */
export function useNearNames(source: string, pages: readonly { readonly page: number }[], page: number): NearNames {
  const connection = useCaseConnection();
  const parts = useMemo(() => {
    const all = Array.from({ length: Math.ceil(pages.length / CHUNK) }, (_, at) => ({ from: pages[at * CHUNK]?.page ?? 1, limit: Math.min(CHUNK, pages.length - at * CHUNK) }));
    const first = Math.max(0, all.findLastIndex(({ from }) => from <= page));
    return [...all.slice(first), ...all.slice(0, first).reverse()];
  }, [pages, page]);
  const [settled, setSettled] = useState(0);
  const answers = useQueries({
    queries: parts.map((part, at) => {
      const args = { source, ...part };
      return {
        queryKey: ['case', 'case.nearNames', args],
        queryFn: async () => {
          if (!connection) throw new Failure('caseNotOpen');
          return await connection.client['case.nearNames'](args);
        },
        enabled: connection !== null && at <= settled,
        retry: false,
      };
    }),
  });
  const waiting = answers.findIndex((answer) => answer.isPending);
  const done = waiting < 0 ? parts.length : waiting;
  useEffect(() => setSettled(done), [done]);
  const stamp = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ');
  return useMemo(() => {
    const given = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
    return { mentions: given.flatMap(({ mentions }) => mentions), entities: given.flatMap(({ entities }) => entities), looking: done < parts.length };
    // oxlint-disable-next-line react/exhaustive-deps -- the answers are new objects at each drawing; their stamp tells when they change
  }, [stamp, done, parts]);
}

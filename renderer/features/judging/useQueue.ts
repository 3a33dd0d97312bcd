import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Failure } from '../../../shared/contract';
import type { PairView, QueueId } from '../../../shared/contract/judging';
import { useCaseConnection } from '../../ipc/caseConnection';

/** Pairs that are asked for at once. */
const PAGE = 100;

export interface QueueAsked {
  readonly queue: QueueId;
  readonly types: readonly string[];
  readonly entity: string | null;
}

/** One queue as far as it is on show. */
export interface Queue {
  /** False until the first answer. */
  readonly ready: boolean;
  readonly error: Error | null;
  readonly total: number;
  readonly counts: Readonly<Record<QueueId, number>> | null;
  /** The pair at a place; undefined while its part of the queue is being asked for. */
  readonly at: (index: number) => PairView | undefined;
  /** Where a pair stands among what was asked for; -1 when it is not there. */
  readonly indexOf: (pair: readonly [string, string]) => number;
}

/** True for the same two entities, whichever stands left. */
export const isPair = (view: PairView, [left, right]: readonly [string, string]): boolean => (view.left.id === left && view.right.id === right) || (view.left.id === right && view.right.id === left);

/** Asks for the parts of a queue that are on show (`first` to `last`) and around the pair in front (`place`), and always for its head, whose answer tells the counts. */
export function useQueue({ queue, types, entity }: QueueAsked, { first, last }: { readonly first: number; readonly last: number }, place: number): Queue {
  const connection = useCaseConnection();
  const pages = useMemo(() => {
    const from = Math.floor(Math.max(0, first) / PAGE);
    const to = Math.floor(Math.max(0, last) / PAGE);
    const own = [place, place + 1].map((index) => Math.floor(Math.max(0, index) / PAGE));
    return [...new Set([0, ...own, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)])];
  }, [first, last, place]);
  const answers = useQueries({
    queries: pages.map((page) => {
      const args = { queue, limit: PAGE, offset: page * PAGE, ...(types.length > 0 ? { types: [...types] } : {}), ...(entity === null ? {} : { entity }) };
      return {
        queryKey: ['case', 'case.queue', args],
        queryFn: async () => {
          if (!connection) throw new Failure('caseNotOpen');
          return await connection.client['case.queue'](args);
        },
        enabled: connection !== null,
      };
    }),
  });
  const head = answers[0]?.data;
  const loaded = new Map(pages.map((page, at) => [page, answers[at]?.data?.pairs ?? []]));
  return {
    ready: head !== undefined,
    error: answers[0]?.error ?? null,
    total: head?.total ?? 0,
    counts: head?.counts ?? null,
    at: (index) => loaded.get(Math.floor(index / PAGE))?.[index % PAGE],
    indexOf: (pair) => {
      for (const [page, pairs] of loaded) {
        const found = pairs.findIndex((each) => isPair(each, pair));
        if (found >= 0) return page * PAGE + found;
      }
      return -1;
    },
  };
}

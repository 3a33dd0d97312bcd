import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Failure } from '../../../shared/contract';
import type { CheckId, Finding } from '../../../shared/contract/quality';
import { LOOKING } from '../../actions/quality';
import { useCaseConnection } from '../../ipc/caseConnection';

/** Findings that are asked for at once. */
const PAGE = 100;

export interface FindingsShown {
  readonly ready: boolean;
  readonly total: number;
  /** The finding at a place; undefined while its part is being asked for. */
  readonly at: (index: number) => Finding | undefined;
}

/** Findings of one check, asked for as far as they are on show (`first` to `last`). `version` tells one looking from the next. */
export function useFindings(check: CheckId, show: 'open' | 'dismissed', version: string, first: number, last: number): FindingsShown {
  const connection = useCaseConnection();
  const pages = useMemo(() => {
    const from = Math.floor(Math.max(0, first) / PAGE);
    const to = Math.floor(Math.max(0, last) / PAGE);
    return [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)])];
  }, [first, last]);
  const answers = useQueries({
    queries: pages.map((page) => {
      const args = { job: LOOKING, check, show, limit: PAGE, offset: page * PAGE };
      return {
        queryKey: ['case', 'case.qualityList', args, version],
        queryFn: async () => {
          if (!connection) throw new Failure('caseNotOpen');
          return await connection.client['case.qualityList'](args);
        },
        enabled: connection !== null && version !== '',
        retry: false,
      };
    }),
  });
  const head = answers[0]?.data;
  const loaded = new Map(pages.map((page, at) => [page, answers[at]?.data?.findings ?? []]));
  return { ready: head !== undefined, total: head?.total ?? 0, at: (index) => loaded.get(Math.floor(index / PAGE))?.[index % PAGE] };
}

import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Failure, type CaseService, type EntityView, type MentionView, type ResultOf } from '../../../shared/contract';
import { useCaseConnection } from '../../ipc/caseConnection';

/** Pages of the first part, which is the one that is looked at, and of the others. */
const FIRST = 4;
const FURTHER = 12;

type Asked = 'case.mentions' | 'case.nearNames';
type Found = ResultOf<CaseService['requests'][Asked]>;

interface Part {
  readonly from: number;
  readonly limit: number;
}

/** The pages in parts: from the one that is read on, then what stands before it. Page numbers may have gaps. */
function partsOf(pages: readonly { readonly page: number }[], page: number): readonly Part[] {
  const start = Math.max(0, pages.findIndex((each) => each.page >= page));
  const parts: Part[] = [];
  const cut = (first: number, end: number, length: number): void => {
    for (let at = first, size = length; at < end; at += size, size = FURTHER) parts.push({ from: pages[at]?.page ?? 1, limit: Math.min(length === FIRST && at === first ? FIRST : FURTHER, end - at) });
  };
  cut(start, pages.length, FIRST);
  cut(0, start, FURTHER);
  return parts;
}

/** Answers to one request over several parts, each asked for when those before it are answered. What one could not give is left out. */
function useParts(name: Asked, source: string, parts: readonly Part[], ready: number): { readonly answers: readonly UseQueryResult<Found>[]; readonly done: number } {
  const connection = useCaseConnection();
  const [settled, setSettled] = useState(0);
  const answers = useQueries({
    queries: parts.map((part, at) => {
      const args = { source, ...part };
      return {
        queryKey: ['case', name, args],
        queryFn: async (): Promise<Found> => {
          if (!connection) throw new Failure('caseNotOpen');
          return await connection.client[name](args);
        },
        enabled: connection !== null && at <= settled && at < ready,
        retry: false,
      };
    }),
  });
  const waiting = answers.findIndex((answer) => answer.isPending);
  const done = waiting < 0 ? parts.length : waiting;
  useEffect(() => setSettled(done), [done]);
  return { answers, done };
}

export interface MentionsShown {
  /** In the order in which they stand in the text; none overlaps another. */
  readonly mentions: readonly MentionView[];
  readonly entities: readonly EntityView[];
  /** Nothing of the page that is read is known yet. */
  readonly loading: boolean;
  /** Names in other spellings are still being looked for. */
  readonly looking: boolean;
}

/** What pages of a document name: first what is certain, part by part, then names that may be somebody's in another spelling. */
export function useMentions(source: string, pages: readonly { readonly page: number }[], page: number): MentionsShown {
  const parts = useMemo(() => partsOf(pages, page), [pages, page]);
  const certain = useParts('case.mentions', source, parts, parts.length);
  const near = useParts('case.nearNames', source, parts, certain.done);
  const stamp = [...certain.answers, ...near.answers].map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ');
  return useMemo(() => {
    const of = (answers: readonly UseQueryResult<Found>[]): readonly Found[] => answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
    const sure = of(certain.answers).flatMap(({ mentions }) => mentions);
    // What is certain by now is not unsure any more, whichever answer came first.
    const unsure = of(near.answers).flatMap(({ mentions }) => mentions).filter((each) => !sure.some((other) => other.page === each.page && other.start < each.end && each.start < other.end));
    return {
      mentions: [...sure, ...unsure].toSorted((a, b) => a.page - b.page || a.start - b.start), entities: of([...certain.answers, ...near.answers]).flatMap(({ entities }) => entities),
      loading: certain.done === 0 && parts.length > 0, looking: near.done < parts.length,
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the answers are new objects at each drawing; their stamp tells when they change
  }, [stamp, certain.done, near.done, parts]);
}

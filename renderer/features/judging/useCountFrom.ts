import { useQuery } from '@tanstack/react-query';
import { Failure, type CaseService, type Client } from '../../../shared/contract';
import { useCaseConnection } from '../../ipc/caseConnection';

type Queue = 'open' | 'weak';

/** How many pairs of a queue score at least so much: it is sorted, so a dozen looks are enough. */
async function countIn(client: Client<CaseService>, queue: Queue, least: number): Promise<number> {
  const look = async (offset: number): Promise<{ score: number | null; total: number }> => {
    const { pairs, total } = await client['case.queue']({ queue, limit: 1, offset });
    return { score: pairs[0]?.score ?? null, total };
  };
  let low = 0;
  let high = (await look(0)).total;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { score } = await look(middle);
    if (score !== null && score >= least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many pairs that wait for a judgement score at least so much, of those that are kept; null while that is being found out. */
export function useCountFrom(least: number): number | null {
  const connection = useCaseConnection();
  const { data } = useQuery({
    queryKey: ['case', 'pairsFrom', least],
    queryFn: async () => {
      if (!connection) throw new Failure('caseNotOpen');
      const [open, weak] = await Promise.all((['open', 'weak'] as const).map((queue) => countIn(connection.client, queue, least)));
      return (open ?? 0) + (weak ?? 0);
    },
    enabled: connection !== null,
  });
  return data ?? null;
}

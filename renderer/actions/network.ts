import { v7 as newId } from 'uuid';
import { create } from 'zustand';
import { Failure, type CaseService, type ResultOf } from '../../shared/contract';
import type { ArgumentsOf } from '../../shared/contract';
import type { MeasureId, networkRequests, NetworkOptions, NetworkScope } from '../../shared/contract/network';
import { caseConnection } from '../ipc/caseConnection';
import { notifyFailure } from '../ui/notices';
import { selection } from './selected';
import { session, useSession } from './session';
import { advanceJob, endJob, startJob } from './work';

type Question = keyof typeof networkRequests;
type Requests = CaseService['requests'];

/** Asks a question about the network, shown in the status bar with progress and cancel. Undefined when it was given up or failed; the failure has been shown. */
export async function askNetwork<Q extends Question>(question: Q, args: Omit<ArgumentsOf<Requests[Q]>, 'job'>): Promise<ResultOf<Requests[Q]> | undefined> {
  const connection = caseConnection();
  if (!connection) return undefined;
  const job = newId();
  const stop = connection.listen('case.progress', (progress) => {
    if (progress.job === job) advanceJob(job, progress.done, progress.total);
  });
  startJob({ id: job, key: `network:asking.${question.slice('case.'.length)}`, values: {}, cancel: () => void connection.client['case.cancel']({ job }) });
  try {
    return await connection.client[question]({ ...args, job } as never) as ResultOf<Requests[Q]>;
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'cancelled')) notifyFailure(error);
    return undefined;
  } finally {
    stop();
    endJob(job);
  }
}

export type ScopeId = NetworkScope['kind'] | 'selection';

/** The scope that a choice stands for now; null where there is none (no chart, nothing selected). */
export function scopeOf(choice: ScopeId): NetworkScope | null {
  if (choice === 'case') return { kind: 'case' };
  const { chart } = session();
  if (chart === null) return null;
  if (choice === 'chart') return { kind: 'chart', chart };
  const { entities } = selection();
  return entities.length < 2 ? null : { kind: 'entities', ids: [...entities] };
}

/** What all questions share: of what, and what of it counts. */
export interface Asking {
  readonly scope: ScopeId;
  readonly options: NetworkOptions;
}

/** Measures as they are shown on the chart: by how large, or in which colour, items are drawn. `values` by entity, 0 to 1; communities by number. */
export interface Shown {
  readonly measure: MeasureId;
  readonly values: ReadonlyMap<string, number>;
}

interface NetworkState {
  readonly asking: Asking;
  readonly measures: { readonly of: MeasureId; readonly found: ResultOf<Requests['case.measure']> } | null;
  readonly shown: Shown | null;
}

const FRESH: NetworkState = { asking: { scope: 'chart', options: { following: 'both', weight: 'none' } }, measures: null, shown: null };

/** What the panel of network questions has asked last: view state, kept while panels come and go. */
export const useNetwork = create<NetworkState>(() => FRESH);

/** Results are of one case. */
useSession.subscribe((now, before) => {
  if (now.open !== before.open) useNetwork.setState(FRESH);
});

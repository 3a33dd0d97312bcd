import { create } from 'zustand';
import type { ArgumentsOf, CaseService, ResultOf } from '../../shared/contract';
import type { trafficRequests } from '../../shared/contract/traffic';
import { attempt, openCaseClient } from './execute';
import type { ScopeId } from './network';
import { useSession } from './session';
import { watched } from './watched';

export type TrafficQuestion = keyof typeof trafficRequests;
type Requests = CaseService['requests'];
export type TrafficArguments<Q extends TrafficQuestion> = Omit<ArgumentsOf<Requests[Q]>, 'job'>;
export type TrafficAnswer<Q extends TrafficQuestion> = ResultOf<Requests[Q]>;

/** Asks a question about calls or payments. Undefined when it was given up or failed; the failure has been shown. */
export const askTraffic = <Q extends TrafficQuestion>(question: Q, args: TrafficArguments<Q>): Promise<TrafficAnswer<Q> | undefined> =>
  attempt(() => watched('traffic:asking', {}, (job) => openCaseClient()[question]({ ...args, job } as never) as Promise<TrafficAnswer<Q>>));

/** What was asked and what came of it: kept together, since the fields may have changed since. */
export interface Asked {
  readonly form: string;
  readonly question: TrafficQuestion;
  readonly args: Readonly<Record<string, unknown>>;
  readonly answer: unknown;
}

interface TrafficState {
  readonly form: string;
  readonly scope: ScopeId;
  readonly from: string;
  readonly until: string;
  /** By form and field, as it was set. */
  readonly fields: Readonly<Record<string, string>>;
  readonly asked: Asked | null;
}

const FRESH: TrafficState = { form: 'commonContacts', scope: 'case', from: '', until: '', fields: {}, asked: null };

/** What the panel of traffic questions has asked last: view state, kept while panels come and go. */
export const useTraffic = create<TrafficState>(() => FRESH);

/** Results are of one case. */
useSession.subscribe((now, before) => {
  if (now.open !== before.open) useTraffic.setState(FRESH);
});
